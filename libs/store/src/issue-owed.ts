import { countsInIssue } from '#ticket/issue';
import type { Ticket } from '#ticket/ticket';
import type { Sql } from './sql';

/** Whether a move changes what hot issue a ticket is of, or whether it counts there. */
export const owesSorting = (before: Ticket, after: Ticket): boolean =>
  before.issueId !== after.issueId || countsInIssue(before.state) !== countsInIssue(after.state);

/** These tickets are to be sorted into hot issues. Told twice, they are sorted twice, to the same end. */
export async function oweSorting(sql: Sql, ticketIds: readonly string[]): Promise<void> {
  await sql.query(`INSERT INTO ticket.issue_owed (ticket_id) SELECT unnest($1::uuid[])`, [ticketIds]);
}

export interface OwedSorting {
  [column: string]: unknown;
  id: string;
  ticketId: string;
}

/** What waits longest. */
export const readOwedSorting = (sql: Sql, limit: number): Promise<OwedSorting[]> =>
  sql.query<OwedSorting>(`SELECT id, ticket_id AS "ticketId" FROM ticket.issue_owed ORDER BY id LIMIT $1`, [limit]);

/** Takes what nobody else has taken; what is put there meanwhile stays. Answers the tickets, each once. */
export async function takeOwedSorting(sql: Sql, owed: readonly OwedSorting[]): Promise<string[]> {
  const taken = await sql.query<{ ticketId: string }>(
    `DELETE FROM ticket.issue_owed WHERE id = ANY($1::bigint[]) RETURNING ticket_id AS "ticketId"`,
    [owed.map(({ id }) => id)],
  );
  return [...new Set(taken.map(({ ticketId }) => ticketId))];
}
