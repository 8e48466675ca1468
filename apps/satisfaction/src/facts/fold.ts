import type { Sql } from '#store/sql';
import { factKeys } from './fact-keys';

/** So few facts are read one by one by whoever asks for a report; more are summed first. */
const unsummed = 20_000;
/** Facts that are summed in one statement. */
const atOnce = 200_000;

const dimensions = Object.entries(factKeys).map(([name, key]) => `('${name}', coalesce(${key}, '-'))`);

const sum = `
INSERT INTO satisfaction.tally AS t (dimension, grain, start, measure, key, imported, sum)
SELECT d.dimension, g.grain, g.start, f.measure, d.key, s.imported, sum(f.delta)
FROM satisfaction.fact f JOIN satisfaction.standing s USING (ticket_id, standing)
CROSS JOIN LATERAL (VALUES ${dimensions.join(', ')}) d(dimension, key)
CROSS JOIN LATERAL (VALUES ('day', f.day), ('month', date_trunc('month', f.day)::date)) g(grain, start)
WHERE f.id > $1 AND f.id <= $2
GROUP BY 1, 2, 3, 4, 5, 6
ON CONFLICT (dimension, grain, start, measure, key, imported) DO UPDATE SET sum = t.sum + EXCLUDED.sum`;

/** Sums up what is in no tally yet, once that is much. Within the lock of counting, so that facts come in their order. */
export async function foldFacts(sql: Sql, foldedTo: string, least = unsummed): Promise<void> {
  const last = await sql.one<{ id: string | null }>(`SELECT max(id)::text AS id FROM satisfaction.fact`, []);
  const facts = Number(last?.id ?? 0) - Number(foldedTo);
  if (facts < least) return;
  const to = Number(foldedTo) + Math.min(facts, atOnce);
  await sql.query(sum, [foldedTo, to]);
  await sql.query(`UPDATE satisfaction.counting SET folded_to = $1`, [to]);
}
