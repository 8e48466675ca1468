import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { urlOf } from '#hotline/backend/embedded-postgres';
import { masterKey } from '#hotline/backend/master-key';
import { readAccess } from '#hotline/backend/server-access';
import { until } from '#testing/until';
import { flushQueue } from './support/flush-queue';
import { HotlineProcess, type Victim } from './support/hotline-process';
import { Replica } from './support/replica';
import { toldBy } from './support/soundness-of';

/** `OVERDUE_CLOCKS=20000` for the whole proof; fewer show the same faults sooner. */
const clocks = Number(process.env.OVERDUE_CLOCKS ?? 2_000);
/** Within so many seconds every clock turns yellow; its further rungs come that many seconds after one another. */
const [spreadSeconds, stepSeconds] = [40, 8];
/** From when a rung is due to when it is recorded, at worst, with the database killed in between. */
const longestLagSeconds = 60;

/** What dies, and how long after the one before, in milliseconds. */
const deaths: readonly [Victim | 'queue' | 0 | 1 | 2, number][] = [
  [0, 4_000],
  ['postgres', 5_000],
  [1, 4_000],
  ['queue', 2_000],
  [2, 3_000],
  ['redis-server', 3_000],
  [1, 1_000],
  ['hotline', 5_000],
  [0, 6_000],
  ['postgres', 4_000],
  [2, 2_000],
  ['queue', 1_000],
  [0, 3_000],
  [1, 500],
  [2, 500],
];

let hotline: HotlineProcess;
let replicas: Replica[] = [];
let sql: Pool;
beforeAll(async () => {
  // The replicas alone look for what is due.
  process.env.MARK_SECONDS = '600';
  hotline = await HotlineProcess.begin();
  const reached = await reach(hotline.dataDirectory);
  sql = new Pool({ connectionString: reached.databaseUrl, max: 2 });
  sql.on('error', () => undefined);
  await seed(reached);
  await sql.query(`UPDATE ticket.clock SET next_mark_at = NULL`);
  // Seconds apart, and none of them right.
  replicas = [-7_000, 3_000, 9_000].map((offMs) => new Replica(reached, offMs));
  const waiting = () => replicas.filter(({ hasServed }) => !hasServed).length;
  await until(() => Promise.resolve(waiting() === 0 ? '' : `${waiting()} replicas`), 120_000);
  await sql.query(allDueSoon, [spreadSeconds, stepSeconds, clocks]);
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await sql.end();
  await hotline.stop();
});

async function reach(dataDirectory: string) {
  const [postgres, redis] = [
    await readAccess(join(dataDirectory, 'postgres.json')),
    await readAccess(join(dataDirectory, 'redis.json')),
  ];
  if (!postgres || !redis) throw new Error('its servers say nowhere how they are reached');
  return {
    databaseUrl: urlOf(postgres),
    redisUrl: `redis://:${redis.password}@127.0.0.1:${redis.port}`,
    masterKey: await masterKey({}, dataDirectory),
  };
}

/** Open tickets with their pasts: more clocks run on them than are wanted. */
async function seed({ databaseUrl, masterKey: key }: Awaited<ReturnType<typeof reach>>): Promise<void> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, MASTER_KEY: key.toString('base64') };
  const words = ['dist/scripts/seed/main.js', String(clocks), '--open', '100', '--days', '20'];
  await promisify(execFile)(process.execPath, words, { cwd: join(__dirname, '../..'), env });
}

/** So many clocks, of as many tickets as there are, climb their whole ladders soon; all others stand still. */
const allDueSoon = `
WITH wanted AS (
  SELECT ticket_id, id, clock_timestamp() + (5 + random() * $1::int) * interval '1 second' AS first_at
  FROM ticket.clock WHERE state = 'running' AND jsonb_array_length(ladder) > 1 ORDER BY id LIMIT $3
), ladders AS (
  SELECT w.ticket_id, w.id, w.first_at, jsonb_agg(e.r || jsonb_build_object('at', to_char(
    (w.first_at + (e.n - 1) * $2::int * interval '1 second') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY e.n) AS ladder
  FROM wanted w JOIN ticket.clock c ON c.ticket_id = w.ticket_id AND c.id = w.id
  CROSS JOIN LATERAL jsonb_array_elements(c.ladder) WITH ORDINALITY e(r, n) WHERE e.r ->> 'rung' <> 'reminder'
  GROUP BY w.ticket_id, w.id, w.first_at
)
UPDATE ticket.clock c SET ladder = coalesce(l.ladder, c.ladder), fired = '{}', alert = 'none',
  next_mark_at = CASE WHEN l.id IS NULL THEN NULL ELSE (l.ladder -> 0 ->> 'at')::timestamptz END
FROM ticket.clock k LEFT JOIN ladders l ON l.ticket_id = k.ticket_id AND l.id = k.id
WHERE c.ticket_id = k.ticket_id AND c.key = k.key`;

/** A question, asked until the database is there to answer it. */
async function one<Row>(text: string): Promise<Row> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return (await sql.query(text)).rows[0] as Row;
    } catch (error) {
      if (attempt > 200) throw error;
      await pause(300);
    }
  }
}

const left = `SELECT count(*)::int AS n FROM ticket.clock WHERE next_mark_at IS NOT NULL`;
const untold = `SELECT count(*)::int AS n FROM ticket.rung WHERE told_at IS NULL`;

/** What every ladder asks for, beside what was recorded and what the histories tell. */
const recorded = `
WITH due AS (
  SELECT c.ticket_id, c.id AS clock_id, c.generation, e ->> 'rung' AS rung, (e ->> 'at')::timestamptz AS at
  FROM ticket.clock c CROSS JOIN jsonb_array_elements(c.ladder) e WHERE c.fired <> '{}'
), told AS (
  SELECT ticket_id, (data ->> 'clockId')::uuid AS clock_id, (data ->> 'generation')::int AS generation, data ->> 'rung' AS rung, count(*) AS lines
  FROM ticket.history WHERE name = 'mark' GROUP BY 1, 2, 3, 4
)
SELECT count(*)::int AS due, count(DISTINCT d.clock_id)::int AS clocks, count(r.id)::int AS rungs, coalesce(sum(t.lines), 0)::int AS lines,
  count(*) FILTER (WHERE t.lines = 1)::int AS once, (SELECT count(*)::int FROM ticket.rung WHERE rung <> 'reminder') AS "allRungs",
  (SELECT count(*)::int FROM (SELECT 1 FROM deadlines.notice GROUP BY rung_id, account_id HAVING count(*) > 1) x) AS "noticesTwice",
  count(*) FILTER (WHERE r.fired_at < d.at)::int AS early, max(extract(epoch FROM r.fired_at - d.at))::float8 AS "longestLag",
  percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM r.fired_at - d.at))::float8 AS p99
FROM due d LEFT JOIN ticket.rung r USING (ticket_id, clock_id, generation, rung) LEFT JOIN told t USING (ticket_id, clock_id, generation, rung)`;

interface Recorded {
  readonly due: number;
  readonly clocks: number;
  readonly rungs: number;
  readonly lines: number;
  readonly once: number;
  readonly allRungs: number;
  readonly noticesTwice: number;
  readonly early: number;
  readonly longestLag: number;
  readonly p99: number;
}

async function dies(victim: (typeof deaths)[number][0]): Promise<void> {
  if (typeof victim === 'number') replicas[victim]?.kill();
  else if (victim === 'queue') await flushQueue(hotline.dataDirectory).catch(() => undefined);
  else await hotline.kill(victim);
}

describe('overdue clocks, three replicas whose machine clocks are apart, and everything killed at random', () => {
  it('record every rung once, miss none, and are late by less than a bound', async () => {
    for (const [victim, afterMs] of deaths) {
      await pause(afterMs);
      await dies(victim);
    }
    const nothing = async (text: string, what: string) => {
      const { n } = await one<{ n: number }>(text);
      await pause(500);
      return n === 0 ? '' : `${n} ${what}`;
    };
    await until(() => nothing(left, 'clocks are still to be marked'), 300_000);
    await until(() => nothing(untold, 'rungs are still to be told'), 300_000);
    const found = await one<Recorded>(recorded);
    process.stdout.write(`overdue clocks: ${JSON.stringify(found)}\n`);
    expect(found).toMatchObject({ clocks, noticesTwice: 0, early: 0 });
    const { due, rungs, lines, once, allRungs } = found;
    expect({ rungs, lines, once, allRungs }).toEqual({ rungs: due, lines: due, once: due, allRungs: due });
    expect(found.longestLag).toBeLessThan(longestLagSeconds);
    const { faults } = await toldBy(hotline.dataDirectory);
    expect(faults).toEqual([]);
  });
});
