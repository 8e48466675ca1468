import type { Sql } from '#store/sql';
import { keyed } from '../count-by';
import { factKeys } from './fact-keys';

/** So few facts are read one by one by whoever asks for a report; more are summed first. */
const unsummed = 20_000;
/**
 * Facts that are summed in one statement; while many tickets are counted, no fewer are: most of them add to the same sums,
 * and writing these takes as long as adding up.
 */
export const atOnce = 10_000_000;

const { whole, ...parts } = factKeys;
const names = Object.keys(parts);
const keys = Object.entries(parts).map(([name, key]) => `${keyed(key.sql)} AS "${name}"`);
const under = names.map((name) => `WHEN grouping("${name}") = 0 THEN '${name}'`);

/** Every fact is read once for all dimensions, and the sums of months are made of those of their days. */
const sum = `
WITH days AS MATERIALIZED (
  SELECT CASE ${under.join(' ')} ELSE 'whole' END AS dimension, day, measure,
    coalesce(${names.map((name) => `"${name}"`).join()}, ${whole.sql}) AS key, imported, sum(delta) AS sum
  FROM (
    SELECT f.day, f.measure, f.delta, s.imported, ${keys.join(', ')}
    FROM satisfaction.fact f JOIN satisfaction.standing s USING (ticket_id, standing)
    WHERE f.id > $1 AND f.id <= $2
  ) told
  GROUP BY day, measure, imported, GROUPING SETS ((), ${names.map((name) => `("${name}")`).join(', ')})
)
INSERT INTO satisfaction.tally AS t (dimension, grain, start, measure, key, imported, sum)
SELECT dimension, 'day', day, measure, key, imported, sum FROM days
UNION ALL
SELECT dimension, 'month', date_trunc('month', day)::date, measure, key, imported, sum(sum) FROM days GROUP BY 1, 2, 3, 4, 5, 6
ON CONFLICT (dimension, grain, start, measure, key, imported) DO UPDATE SET sum = t.sum + EXCLUDED.sum`;

/** Sums up what is in no tally yet, once that is much. Within the lock of counting, so that facts come in their order. */
export async function foldFacts(sql: Sql, foldedTo: string, least = unsummed): Promise<void> {
  const facts = Number(await lastFact(sql, foldedTo)) - Number(foldedTo);
  if (facts < least) return;
  const to = Number(foldedTo) + Math.min(facts, atOnce);
  if (facts > unsummed) await sql.query(`SET LOCAL work_mem = '256MB'`);
  await sql.query(sum, [foldedTo, to]);
  await sql.query(`UPDATE satisfaction.counting SET folded_to = $1`, [to]);
}

/** The last fact there is; without any, this one. */
export async function lastFact(sql: Sql, before: string): Promise<string> {
  const row = await sql.one<{ id: string | null }>(`SELECT max(id)::text AS id FROM satisfaction.fact`, []);
  return row?.id ?? before;
}
