import type { SignOffKind, SignOffState } from '#ticket/sign-off';
import { undecided } from './decide-request';
import type { Sql } from './sql';

/** Something a department put before its head (送签), with its ticket, when that is due, and who decided. */
export interface SignOffRow {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  assignmentId: string;
  departmentId: string;
  kind: SignOffKind;
  /** As it was sent; null once it is erased. */
  asked: Record<string, unknown> | null;
  state: SignOffState;
  askedBy: string;
  askedAt: Date;
  decidedAt: Date | null;
  note: string | null;
  number: string;
  title: string;
  type: string;
  urgency: string;
  dueAt: Date | null;
  alert: 'none' | 'yellow' | 'red';
}

/** A return is to be signed within the window for it, anything else before the part's time is up. */
export const signOffDue = `CASE WHEN s.kind = 'return' THEN (SELECT k.due_at FROM ticket.clock k WHERE k.ticket_id = s.ticket_id
    AND k.assignment_id = s.assignment_id AND k.kind = 'return-window' AND k.state = 'running') ELSE a.due_at END`;

const select = `s.id, s.ticket_id AS "ticketId", s.assignment_id AS "assignmentId", s.department_id AS "departmentId",
  s.asked, s.state, s.asked_by AS "askedBy", s.asked_at AS "askedAt", s.decided_at AS "decidedAt", s.note, t.number, t.title`;

export const signOffSelect = `${select}, s.kind, t.type, t.urgency, ${signOffDue} AS "dueAt", a.alert`;

/** What of a submission is told as the request that it will be. */
export type AskedSignOff = Omit<SignOffRow, 'kind' | 'type' | 'urgency' | 'dueAt' | 'alert'> & {
  readonly ticketState: string;
};

export const askedSignOffSelect = `${select}, t.state AS "ticketState"`;

/** What of a submission its row keeps; one that nobody signed lapses when its part leaves the desk (lapsed-requests.ts). */
export const signOffRow = (
  ticketId: string,
  given: {
    id: string;
    assignmentId: string;
    departmentId: string;
    kind: SignOffKind;
    asked?: object;
    by: string;
    at: Date;
  },
) => ({
  ticket_id: ticketId,
  id: given.id,
  assignment_id: given.assignmentId,
  department_id: given.departmentId,
  kind: given.kind,
  asked: given.asked,
  ...undecided('waiting', given),
  decided_for: null as string | null,
});

/** What waits for the head of a part's department, as it was sent. */
export interface WaitingSignOff {
  readonly id: string;
  readonly kind: SignOffKind;
  readonly asked: Record<string, unknown>;
}

/** A part puts one thing at a time before its head. */
export const waitingSignOff = async (
  sql: Sql,
  ticketId: string,
  assignmentId: string,
): Promise<WaitingSignOff | undefined> =>
  sql
    .about(ticketId)
    .one<WaitingSignOff & Record<string, unknown>>(
      `SELECT id, kind, asked FROM ticket.sign_off WHERE ticket_id = $1 AND assignment_id = $2 AND state = 'waiting'`,
      [ticketId, assignmentId],
    );

/** The head's decision, by whoever stood in; the caller holds the ticket's lock. */
export async function decideSignOff(
  sql: Sql,
  decided: {
    readonly ticketId: string;
    readonly id: string;
    readonly state: 'signed' | 'refused';
    readonly by: string;
    readonly onBehalfOf: string | null;
    readonly at: Date;
    readonly note: string | null;
  },
): Promise<void> {
  const { ticketId, id, state, by, onBehalfOf, at, note } = decided;
  await sql.about(ticketId).query(
    `UPDATE ticket.sign_off SET state = $3, decided_by = $4, decided_for = $5, decided_at = $6, note = $7
     WHERE ticket_id = $1 AND id = $2 AND state = 'waiting'`,
    [ticketId, id, state, by, onBehalfOf, at, note],
  );
}
