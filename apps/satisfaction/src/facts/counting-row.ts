import type { Sql } from '#store/sql';

/** Where counting stands, one row. Whoever locks it counts alone, and shows no figures meanwhile. */
export interface CountingRow {
  readonly [column: string]: unknown;
  /** The latest instant as of which figures were shown; null before the first. */
  readonly shownAsOf: Date | null;
  /** The latest instant from which on a fact is known. */
  readonly latestAt: Date | null;
  /** The last fact that is in the tallies. */
  readonly foldedTo: string;
  /** The rules by which was counted so far; null before the first time. */
  readonly countedBy: string | null;
}

/** Locks it until the transaction ends. */
export async function lockCounting(sql: Sql): Promise<CountingRow> {
  const row = await sql.one<CountingRow>(
    `SELECT shown_as_of AS "shownAsOf", latest_at AS "latestAt", folded_to::text AS "foldedTo", counted_by AS "countedBy"
     FROM satisfaction.counting FOR UPDATE`,
    [],
  );
  if (!row) throw new Error('satisfaction.counting has lost its row');
  return row;
}

export async function reachLatest(sql: Sql, latestAt: Date): Promise<void> {
  await sql.query(`UPDATE satisfaction.counting SET latest_at = greatest(latest_at, $1)`, [latestAt]);
}

/**
 * Figures are shown as of this instant, or of the latest that is known: from now on nothing that comes changes them.
 * Answers as of when.
 */
export async function showAsOf(sql: Sql, asked: Date | null, now: Date): Promise<Date> {
  const row = await sql.one<{ asOf: Date }>(
    `UPDATE satisfaction.counting
     SET shown_as_of = greatest(shown_as_of, coalesce($1, greatest($2, latest_at)))
     RETURNING coalesce($1, greatest($2, latest_at)) AS "asOf"`,
    [asked, now],
  );
  return row?.asOf ?? now;
}
