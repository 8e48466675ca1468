import type { ReturnReason } from '#ticket/reason';
import type { Sql } from './sql';

export interface ReturnRow {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  departmentId: string;
  reasonCode: ReturnReason;
  basis: string | null;
  state: 'pending' | 'upheld' | 'rejected' | 'lapsed';
  needsArbitration: boolean;
  askedAt: Date;
  decidedAt: Date | null;
  number: string;
  title: string;
}

export const returnSelect = `r.id, r.ticket_id AS "ticketId", r.department_id AS "departmentId", r.reason_code AS "reasonCode",
  r.basis, r.state, r.needs_arbitration AS "needsArbitration", r.asked_at AS "askedAt", r.decided_at AS "decidedAt",
  t.number, t.title`;

/**
 * Decides the pending return of a ticket; false when it is not this one, or none is pending any more. One that nobody
 * decided lapses when the ticket leaves (write-move.ts).
 */
export async function decideReturn(
  sql: Sql,
  { ticketId, id }: { ticketId: string; id?: string },
  state: 'upheld' | 'rejected',
  at: Date,
): Promise<boolean> {
  const decided = await sql.about(ticketId).query(
    `UPDATE ticket.return_request SET state = $2, decided_at = $3
     WHERE ticket_id = $1 AND state = 'pending' AND ($4::uuid IS NULL OR id = $4) RETURNING id`,
    [ticketId, state, at, id ?? null],
  );
  return decided.length > 0;
}
