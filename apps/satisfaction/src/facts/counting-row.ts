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
 * Answers as of when; null for an instant that has not come, by our clock or by that of whoever counted or showed before.
 */
export async function showAsOf(sql: Sql, asked: Date | null, now: Date): Promise<Date | null> {
  const row = await sql.one<{ asOf: Date }>(
    `UPDATE satisfaction.counting c SET shown_as_of = greatest(shown_as_of, a.as_of)
     FROM (SELECT coalesce($1::timestamptz, greatest($2::timestamptz, latest_at)) AS as_of FROM satisfaction.counting) a
     WHERE a.as_of <= greatest($2, latest_at, shown_as_of) RETURNING a.as_of AS "asOf"`,
    [asked, now],
  );
  return row?.asOf ?? null;
}

/** The last fact that is in the sums. */
export async function readFoldedTo(sql: Sql): Promise<string> {
  const row = await sql.one<{ foldedTo: string }>(`SELECT folded_to::text AS "foldedTo" FROM satisfaction.counting`);
  return row?.foldedTo ?? '0';
}
