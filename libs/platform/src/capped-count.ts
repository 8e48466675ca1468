import type { Sql } from '#store/sql';

export interface CappedCount {
  readonly count: number;
  /** False when there are more than were counted. */
  readonly exact: boolean;
}

/**
 * Counts the rows of `from`, which is everything behind SELECT, up to a cap: beyond it nobody needs the exact number, and
 * the database would read on and on.
 */
export async function cappedCount(sql: Sql, from: string, values: unknown[], cap: number): Promise<CappedCount> {
  const row = await sql.one<{ count: string }>(
    `SELECT count(*) AS count FROM (SELECT 1 ${from} LIMIT ${cap + 1}) counted`,
    values,
  );
  const count = Number(row?.count ?? 0);
  return { count: Math.min(count, cap), exact: count <= cap };
}
