import type { Sql } from '#store/sql';
import { noKey } from './dimensions';
import type { Measure } from './measure';

/** How many there are of each measure. */
export type Counts = Partial<Record<string, number>>;

interface Counted {
  /** By key, in the keys' order. */
  readonly rows: readonly { readonly key: string; readonly counts: Counts }[];
  readonly whole: Counts;
}

/**
 * Counts by a key, and of all of them at once.
 * @param of `key` is an SQL expression; `matching` is what is counted, as FROM and WHERE
 */
export async function countBy(
  sql: Sql,
  measures: Readonly<Record<string, Measure>>,
  of: { readonly key: string; readonly matching: string },
  values: unknown[],
): Promise<Counted> {
  const key = keyed(of.key);
  const counts = Object.entries(measures).map(
    ([name, { condition }]) => `count(*) FILTER (WHERE ${condition})::int AS "${name}"`,
  );
  const found = await sql.query<Record<string, number> & { key: string | null; whole: number }>(
    `SELECT ${key} AS key, GROUPING(${key}) AS whole, ${counts.join(', ')} ${of.matching}
     GROUP BY GROUPING SETS ((${key}), ()) ORDER BY 2, 1`,
    values,
  );
  const rows = found.filter(({ whole }) => whole === 0).map((row) => ({ key: row.key ?? noKey, counts: row }));
  return { rows, whole: found.find(({ whole }) => whole === 1) ?? {} };
}

/** The key of what has none is a dash. */
export const keyed = (key: string): string => `coalesce(${key}, '${noKey}')`;
