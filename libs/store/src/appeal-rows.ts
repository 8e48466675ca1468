import type { Alert } from '#ticket/clock-kind';
import type { AppealState } from '#ticket/request-state';
import type { Ticket } from '#ticket/ticket';
import { decideRequest, undecided, type DecidedRequest } from './decide-request';
import type { Sql } from './sql';
import { lapsesSupervisions } from './supervision-rows';

/** A department's appeal against the rating of a round (申诉) as it is read, with its ticket's number and title. */
export interface AppealRow {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  assignmentId: string;
  departmentId: string;
  /** The round whose rating it is about. */
  round: number;
  reason: string | null;
  attachmentIds: string[];
  state: AppealState;
  /** When the decision is due, once its clock is there. */
  dueAt: Date | null;
  alert: Alert;
  askedBy: string;
  askedAt: Date;
  decidedAt: Date | null;
  note: string | null;
  number: string;
  title: string;
}

/** With its clock `k`, where it has one. */
export const appealSelect = `p.id, p.ticket_id AS "ticketId", p.assignment_id AS "assignmentId", p.department_id AS "departmentId",
  p.round, p.reason, p.attachment_ids AS "attachmentIds", p.state, k.due_at AS "dueAt", coalesce(k.alert, 'none') AS alert,
  p.asked_by AS "askedBy", p.asked_at AS "askedAt", p.decided_at AS "decidedAt", p.note, t.number, t.title`;

export const appealClock = `LEFT JOIN ticket.clock k ON k.ticket_id = p.ticket_id AND k.key = 'appeal:' || p.id`;

/** An appeal as it is written. One that nobody decided lapses when its ticket ends otherwise than by being closed, or is archived. */
export const appealRow = (
  ticketId: string,
  asked: {
    appealId: string;
    assignmentId: string;
    departmentId: string;
    round: number;
    reason: string | null;
    attachmentIds: readonly string[];
    by: string;
    at: Date;
  },
) => ({
  ticket_id: ticketId,
  id: asked.appealId,
  assignment_id: asked.assignmentId,
  department_id: asked.departmentId,
  round: asked.round,
  reason: asked.reason,
  attachment_ids: asked.attachmentIds,
  ...undecided('pending', asked),
});

/** Only a ticket that was rated has any. */
export const lapsesAppeals = (before: Ticket, after: Ticket): boolean =>
  after.rating !== null && lapsesSupervisions(before, after);

/** @returns false when it is not pending any more */
export const decideAppeal = (sql: Sql, decided: DecidedRequest<'accepted' | 'refused'>): Promise<boolean> =>
  decideRequest(sql, 'ticket.appeal', decided);

/** Whether a department waits for a decision, or has appealed against this rating already. */
export async function hasAppealed(
  sql: Sql,
  { ticketId, departmentId, since }: { ticketId: string; departmentId: string; since: Date },
): Promise<boolean> {
  const known = await sql
    .about(ticketId)
    .one(
      `SELECT 1 FROM ticket.appeal WHERE ticket_id = $1 AND department_id = $2 AND (state = 'pending' OR asked_at >= $3)`,
      [ticketId, departmentId, since],
    );
  return known !== undefined;
}
