import type { Sql } from './sql';

/** What was judged of the bad ratings of a round. */
export async function judgeRatings(sql: Sql, ticketId: string, round: number, reasonable: boolean): Promise<void> {
  await sql
    .about(ticketId)
    .query(
      `UPDATE ticket.rating SET judged_reasonable = $3 WHERE ticket_id = $1 AND round = $2 AND judged_reasonable IS NULL`,
      [ticketId, round, reasonable],
    );
}
