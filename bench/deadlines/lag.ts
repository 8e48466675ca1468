import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#store/database';
import { databaseTime } from '#store/database-time';
import type { Sample } from '../figures';
import { percentile } from '../statistics';
import { wakeClocks } from './set-clocks';

interface Asked {
  /** Clocks that become due each second, and for how many seconds. */
  readonly rate: number;
  readonly seconds: number;
}

/** Between two looks at what is recorded: no lag is told shorter than it was, and none longer by more than this. */
const lookMs = 50;
/** So long everything may take after the last clock was due. */
const patienceMs = 120_000;

/** From due to recorded, while the hotline runs as it does and so many clocks become due each second. */
export async function measureLag(database: Database, { rate, seconds }: Asked): Promise<Sample> {
  const count = rate * seconds;
  const now = (await databaseTime(database.sql)).getTime();
  // Waking them takes a while, and none may be due before all are awake.
  const from = now + 10_000 + count / 2;
  await database.session((sql) => wakeClocks(sql, count, new Date(from), 1_000 / rate));
  if ((await databaseTime(database.sql)).getTime() > from)
    throw new Error('this machine is too slow: clocks woke late');
  const recordedAt = await watch(database, { count, from, rate });
  const lags = recordedAt.map((at, index) => at - dueAt(from, rate, index));
  const last = recordedAt.reduce((latest, at) => Math.max(latest, at), 0);
  return {
    markLagP50: percentile(lags, 0.5),
    markLagP99: percentile(lags, 0.99),
    marked: count / ((last - from) / 1_000),
  };
}

const dueAt = (from: number, rate: number, index: number): number => from + (index * 1_000) / rate;

/** When each clock, in the order of their due times, was seen to be recorded: milliseconds of the database's time. */
async function watch(
  database: Database,
  { count, from, rate }: { count: number; from: number; rate: number },
): Promise<number[]> {
  const recordedAt = new Array<number>(count).fill(NaN);
  const end =
    performance.now() + from + (count * 1_000) / rate + patienceMs - (await databaseTime(database.sql)).getTime();
  for (let first = 0; first < count;) {
    if (performance.now() > end) throw new Error(`${count - first} clocks were not recorded in time`);
    await sleep(lookMs);
    const { at, waiting } = await overdue(database);
    const open = new Set(waiting.map((due) => Math.round(((due - from) * rate) / 1_000)));
    const latest = Math.min(count - 1, Math.floor(((at - from) * rate) / 1_000));
    for (let index = first; index <= latest; index += 1)
      if (Number.isNaN(recordedAt[index]) && !open.has(index)) recordedAt[index] = at;
    while (first < count && !Number.isNaN(recordedAt[first])) first += 1;
  }
  return recordedAt;
}

interface Overdue {
  readonly [column: string]: unknown;
  readonly at: number;
  readonly waiting: number[];
}

/** The due times that nobody has recorded yet, in milliseconds, as one instant shows them. */
async function overdue(database: Database): Promise<Overdue> {
  const row = await database.lists.one<Overdue>(
    `SELECT extract(epoch FROM statement_timestamp())::float8 * 1000 AS at,
       coalesce((SELECT array_agg(extract(epoch FROM due_at)::float8 * 1000) FROM ticket.clock
         WHERE next_mark_at <= statement_timestamp()), '{}') AS waiting`,
  );
  if (!row) throw new Error('the database does not tell what is overdue');
  return row;
}
