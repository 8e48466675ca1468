import type { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { beginAnew } from '#satisfaction/facts/begin-anew';
import { lockCounting } from '#satisfaction/facts/counting-row';
import { foldFacts } from '#satisfaction/facts/fold';
import { openCounting, whenCounted } from '../../scripts/demo-district/when-counted';
import type { Store } from '../../scripts/seed/store';
import type { Sample } from '../figures';

/** What reports are read from: everything but the numbers that rows happen to get. */
const digests = {
  fact: `SELECT count(*)::int AS rows, sum(hashtextextended(concat_ws('|', ticket_id, standing, measure, day, delta, recorded_at), 0)) AS sum FROM satisfaction.fact`,
  standing: `SELECT count(*)::int AS rows, sum(hashtextextended(s::text, 0)) AS sum FROM satisfaction.standing s`,
  sums: `SELECT count(*)::int AS rows, sum(hashtextextended(t::text, 0)) AS sum FROM satisfaction.tally t WHERE sum <> 0`,
} as const;
type Digests = Record<keyof typeof digests, { rows: number; sum: string }>;

/** Any period: everything is counted before figures of it are shown. */
const period = { from: '2021-05-01', to: '2021-05-31' } as const;

/** Counts what is owed, as the hotline does. Answers seconds. */
export async function countOwed(store: Store, url: string): Promise<number> {
  const counting = openCounting(store, url);
  const began = performance.now();
  await whenCounted(store, () => counting.shownAsOf(period));
  await store.database.derivedTransaction(foldAll);
  return (performance.now() - began) / 1_000;
}

/** Counts everything anew: how long it takes, and whether every row is what the increments made it. */
export async function measureCountedAnew(store: Store, url: string): Promise<Sample> {
  const { database } = store;
  await countOwed(store, url);
  const before = await digestsOf(database);
  const began = performance.now();
  await database.derivedTransaction(async (sql) => {
    await lockCounting(sql);
    await beginAnew(sql);
  });
  await countOwed(store, url);
  const rebuilt = (performance.now() - began) / 1_000;
  const after = await digestsOf(database);
  console.log(`before: ${JSON.stringify(before)}\nanew:   ${JSON.stringify(after)}`);
  return {
    reportFacts: after.fact.rows,
    rebuilt,
    rebuiltSame: JSON.stringify(before) === JSON.stringify(after) ? 1 : 0,
  };
}

/** To the last fact: by themselves, sums leave some thousands to whoever reads them. */
async function foldAll(sql: Sql): Promise<void> {
  for (let last = ''; ;) {
    const { foldedTo } = await lockCounting(sql);
    if (foldedTo === last) return;
    await foldFacts(sql, (last = foldedTo), 1);
  }
}

async function digestsOf({ sql }: Database): Promise<Digests> {
  const entries = Object.entries(digests).map(async ([name, statement]) => [name, await sql.one(statement, [])] as const);
  return Object.fromEntries(await Promise.all(entries)) as Digests;
}
