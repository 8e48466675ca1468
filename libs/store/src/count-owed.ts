import type { Sql } from './sql';

/** These tickets are to be counted anew for the figures. */
export const countOwedRows = (lines: readonly { readonly ticketId: string }[]): object[] =>
  [...new Set(lines.map(({ ticketId }) => ticketId))].map((id) => ({ ticket_id: id }));

/** Whether any ticket is still to be counted. */
export async function isCountOwed(sql: Sql): Promise<boolean> {
  return (await sql.one(`SELECT 1 FROM ticket.count_owed LIMIT 1`, [])) !== undefined;
}

/** That a ticket is to be counted, by its place in the line; as often as it is owed. */
export interface OwedCount {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly ticketId: string;
}

/** What waits longest, behind a place in the line. */
export const readOwedCounts = (sql: Sql, after: string, limit: number): Promise<OwedCount[]> =>
  sql.query<OwedCount>(
    `SELECT o.id::text, o.ticket_id AS "ticketId" FROM ticket.count_owed o WHERE o.id > $1 ORDER BY o.id LIMIT $2`,
    [after, limit],
  );

/** Takes these out of the line. Answers those that nobody else had taken. */
export const takeOwedCounts = (sql: Sql, owed: readonly OwedCount[]): Promise<OwedCount[]> =>
  sql.query<OwedCount>(
    `DELETE FROM ticket.count_owed WHERE id = ANY($1::bigint[]) RETURNING id::text, ticket_id AS "ticketId"`,
    [owed.map(({ id }) => id)],
  );

/** Every ticket is to be counted anew. */
export async function oweEveryCount(sql: Sql): Promise<void> {
  await sql.query(`INSERT INTO ticket.count_owed (ticket_id) SELECT id FROM ticket.ticket ORDER BY id`);
}

/**
 * Every ticket whose history is longer than it was counted is, unless it is owed already. As sets: what is owed may have
 * grown from nothing to everything since the database last looked, and would be walked anew for each ticket.
 */
export async function oweUncounted(sql: Sql): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.count_owed (ticket_id)
     SELECT t.id FROM ticket.ticket t LEFT JOIN satisfaction.counted c ON c.ticket_id = t.id
     WHERE c.seq IS NULL OR c.seq < t.seq EXCEPT SELECT o.ticket_id FROM ticket.count_owed o ORDER BY 1`,
  );
}

/** These are still to be counted, after everything else. */
export async function oweCounts(sql: Sql, ticketIds: readonly string[]): Promise<void> {
  await sql.query(`INSERT INTO ticket.count_owed (ticket_id) SELECT unnest($1::uuid[])`, [ticketIds]);
}
