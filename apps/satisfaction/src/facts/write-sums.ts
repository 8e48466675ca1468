import { finished } from 'node:stream/promises';
import { copyIn, copyValue } from '#store/copy-rows';
import type { Sql } from '#store/sql';
import type { Sums } from './sums';

const columns = ['dimension', 'grain', 'start', 'measure', 'key', 'imported', 'sum'] as const;
const place = columns.slice(0, -1).join(', ');

/** Adds these to the tallies; from then on facts up to this one are in them. Within the lock of counting. */
export async function writeSums(sql: Sql, sums: Sums, foldedTo: string): Promise<void> {
  await sql.query(`CREATE TEMP TABLE added_sum (LIKE satisfaction.tally) ON COMMIT DROP`);
  const copying = copyIn(sql, { name: 'added_sum', columns });
  let lines = '';
  for (const sum of sums.rows()) {
    lines += `${sum.map((value) => copyValue(String(value))).join('\t')}\n`;
    if (lines.length < linesAtOnce) continue;
    copying.write(lines);
    lines = '';
  }
  await finished(copying.end(lines));
  await sql.query(`INSERT INTO satisfaction.tally AS t (${columns.join()})
    SELECT ${columns.join()} FROM added_sum ORDER BY ${place} ON CONFLICT (${place}) DO UPDATE SET sum = t.sum + EXCLUDED.sum`);
  await sql.query(`UPDATE satisfaction.counting SET folded_to = $1`, [foldedTo]);
}

/** Characters. */
const linesAtOnce = 100_000;
