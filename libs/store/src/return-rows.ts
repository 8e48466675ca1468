import type { ReturnReason } from '#ticket/reason';
import type { Sql } from './sql';
import { uuidInMonthOf } from './uuid-v7';

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

/** A department asks to return a ticket (申请退单). */
export async function askReturn(
  sql: Sql,
  ticketId: string,
  asked: {
    assignmentId: string;
    departmentId: string;
    reasonCode: string;
    basis: string;
    needsArbitration: boolean;
    at: Date;
  },
): Promise<void> {
  await sql.about(ticketId).query(
    `INSERT INTO ticket.return_request (ticket_id, id, assignment_id, department_id, reason_code, basis, state, needs_arbitration, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'pending', $7, $8)`,
    [
      ticketId,
      uuidInMonthOf(ticketId),
      asked.assignmentId,
      asked.departmentId,
      asked.reasonCode,
      asked.basis,
      asked.needsArbitration,
      asked.at,
    ],
  );
}

/** Decides the pending return of a ticket. One that nobody decided lapses when the ticket leaves (write-move.ts). */
export async function decideReturn(sql: Sql, ticketId: string, state: 'upheld' | 'rejected', at: Date): Promise<void> {
  await sql
    .about(ticketId)
    .query(`UPDATE ticket.return_request SET state = $2, decided_at = $3 WHERE ticket_id = $1 AND state = 'pending'`, [
      ticketId,
      state,
      at,
    ]);
}
