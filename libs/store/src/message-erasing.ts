import type { Sql } from './sql';

/** What a ticket's messages said, and to whom, is forgotten; what was still to be sent is not. */
export async function eraseMessages(sql: Sql, ticketId: string): Promise<void> {
  await sql.query(
    `UPDATE ticket.message SET text = NULL, citizen_id = NULL, next_at = NULL,
       state = CASE WHEN next_at IS NULL THEN state ELSE 'withheld' END,
       reason = CASE WHEN next_at IS NULL THEN reason ELSE 'erased' END
     WHERE ticket_id = $1`,
    [ticketId],
  );
}

/** Messages from before an instant, by the time that their ids begin with. */
export const forgetMessages = `DELETE FROM ticket.message
  WHERE id < (lpad(to_hex((extract(epoch FROM $1::timestamptz) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid`;
