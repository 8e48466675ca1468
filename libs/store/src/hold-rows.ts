import type { Alert } from '#ticket/clock-kind';
import type { HoldState } from '#ticket/request-state';
import type { AskedHold } from '#ticket/transition-input';
import { decideRequest, undecided, type DecidedRequest } from './decide-request';
import type { Sql } from './sql';

/** An entry of the ledger of what was put aside (挂账台账), with its ticket's number, title and state. */
export interface HoldRow {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  assignmentId: string;
  departmentId: string;
  plan: string | null;
  responsible: string | null;
  reviewAt: Date;
  alert: Alert;
  state: HoldState;
  askedBy: string;
  askedAt: Date;
  decidedAt: Date | null;
  note: string | null;
  endedAt: Date | null;
  number: string;
  title: string;
  ticketState: string;
}

export const holdSelect = `h.id, h.ticket_id AS "ticketId", h.assignment_id AS "assignmentId", h.department_id AS "departmentId",
  h.plan, h.responsible, h.review_at AS "reviewAt", h.state, h.asked_by AS "askedBy", h.asked_at AS "askedAt", h.decided_at AS "decidedAt", h.note,
  h.ended_at AS "endedAt", t.number, t.title, t.state AS "ticketState",
  CASE WHEN h.state = 'open' THEN coalesce((SELECT k.alert FROM ticket.clock k
    WHERE k.ticket_id = h.ticket_id AND k.kind = 'held' AND k.state = 'running' LIMIT 1), 'none') ELSE 'none' END AS alert`;

/** A request as it is written. One that nobody decided lapses when the ticket is not being handled any more. */
export const holdRow = (
  ticketId: string,
  asked: Omit<AskedHold, 'plan' | 'responsible'> & {
    plan: string | null;
    responsible: string | null;
    assignmentId: string;
    departmentId: string;
    by: string;
    at: Date;
  },
) => ({
  ticket_id: ticketId,
  id: asked.holdId,
  assignment_id: asked.assignmentId,
  department_id: asked.departmentId,
  plan: asked.plan,
  responsible: asked.responsible,
  review_at: asked.reviewAt,
  ...undecided('pending', asked),
  ended_at: null as Date | null,
});

/** @returns false when it is not pending any more */
export async function decideHold(sql: Sql, decided: DecidedRequest<'open' | 'refused'>): Promise<boolean> {
  const { ticketId, state, at } = decided;
  // A hold takes the place of one that was answered for the time being (阶段性办结).
  if (state === 'open')
    await sql
      .about(ticketId)
      .query(`UPDATE ticket.hold SET state = 'ended', ended_at = $2 WHERE ticket_id = $1 AND state = 'open'`, [
        ticketId,
        at,
      ]);
  return decideRequest(sql, 'ticket.hold', decided);
}

/** Closes an entry of the ledger (销账); false when it is not open. */
export async function endHold(
  sql: Sql,
  { ticketId, id, at }: { ticketId: string; id: string; at: Date },
): Promise<boolean> {
  const rows = await sql
    .about(ticketId)
    .query(
      `UPDATE ticket.hold SET state = 'ended', ended_at = $3 WHERE ticket_id = $1 AND id = $2 AND state = 'open' RETURNING id`,
      [ticketId, id, at],
    );
  return rows.length > 0;
}

/** Whether a ticket waits for somebody to decide on a hold. */
export const isHoldPending = async (sql: Sql, ticketId: string): Promise<boolean> =>
  Boolean(
    await sql.about(ticketId).one(`SELECT 1 FROM ticket.hold WHERE ticket_id = $1 AND state = 'pending'`, [ticketId]),
  );
