import type { ExtensionApprover, ExtensionState } from '#ticket/request-state';
import type { Assignment } from '#ticket/ticket';
import type { AskedExtension } from '#ticket/transition-input';
import { decideRequest, undecided, type DecidedRequest } from './decide-request';
import type { Sql } from './sql';

/** A department's request for more time (申请延期) as it is read, with its ticket's number and title. */
export interface ExtensionRow {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  assignmentId: string;
  departmentId: string;
  /** Whether it is of the lead's part or of a co-handler's. */
  role: Assignment['role'];
  kind: 'finish' | 'rework';
  /** When its time ended as it was asked. */
  dueAt: Date;
  until: Date;
  reason: string | null;
  basis: string | null;
  attachmentIds: string[];
  approver: ExtensionApprover;
  /** How many the part had been given when this one was asked for. */
  givenBefore: number;
  state: ExtensionState;
  askedBy: string;
  askedAt: Date;
  decidedAt: Date | null;
  note: string | null;
  number: string;
  title: string;
}

export const extensionSelect = `e.id, e.ticket_id AS "ticketId", e.assignment_id AS "assignmentId", e.department_id AS "departmentId",
  (SELECT p.role FROM ticket.assignment p WHERE p.ticket_id = e.ticket_id AND p.id = e.assignment_id) AS role,
  e.kind, e.due_at AS "dueAt", e.until, e.reason, e.basis, e.attachment_ids AS "attachmentIds", e.approver, e.state,
  (SELECT count(*)::int FROM ticket.extension g WHERE g.ticket_id = e.ticket_id AND g.assignment_id = e.assignment_id
     AND g.state = 'approved' AND (g.asked_at, g.id) < (e.asked_at, e.id)) AS "givenBefore",
  e.asked_by AS "askedBy", e.asked_at AS "askedAt", e.decided_at AS "decidedAt", e.note, t.number, t.title`;

/** A request as it is written. One that nobody decided lapses when its part ends (lapsed-requests.ts). */
export const extensionRow = (
  ticketId: string,
  asked: AskedExtension & {
    departmentId: string;
    reason: string | null;
    basis: string | null;
    attachmentIds: readonly string[];
    approver?: ExtensionApprover;
    by: string;
    at: Date;
  },
) => ({
  ticket_id: ticketId,
  id: asked.extensionId,
  assignment_id: asked.assignmentId,
  department_id: asked.departmentId,
  kind: asked.kind,
  due_at: asked.dueAt,
  until: asked.until,
  reason: asked.reason,
  basis: asked.basis,
  attachment_ids: asked.attachmentIds,
  approver: asked.approver,
  ...undecided('pending', asked),
});

/** @returns false when it is not pending any more */
export const decideExtension = (sql: Sql, decided: DecidedRequest<'approved' | 'refused'>): Promise<boolean> =>
  decideRequest(sql, 'ticket.extension', decided);

/** How many extensions a part was given, and whether it waits for another. */
export async function extensionsOf(
  sql: Sql,
  { ticketId, assignmentId }: { ticketId: string; assignmentId: string },
): Promise<{ given: number; pending: boolean }> {
  const row = await sql.about(ticketId).one<{ given: number; pending: boolean }>(
    `SELECT count(*) FILTER (WHERE state = 'approved')::int AS given, coalesce(bool_or(state = 'pending'), false) AS pending
     FROM ticket.extension WHERE ticket_id = $1 AND assignment_id = $2`,
    [ticketId, assignmentId],
  );
  return row ?? { given: 0, pending: false };
}
