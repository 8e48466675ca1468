import type { Channel } from '#ticket/channel';
import type { Alert } from '#ticket/clock-kind';
import type { LimitClass } from '#ticket/limit-class';
import type { Post } from '#ticket/ticket';
import type { State } from '#ticket/state';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import { ofAnyMonth } from '#store/months';
import { attachmentsOfPage, type AttachmentJson } from './attachment-views';
import { supplementsOfPage, type SupplementJson } from './supplement-views';
import { supervisionsOfPage, type SupervisionJson } from './supervision-views';

/** Whether a department's return of it is a supervisor's to decide. */
export const awaitsArbitration = `CASE WHEN t.state = 'returning' THEN EXISTS (
  SELECT 1 FROM ticket.return_request r WHERE r.ticket_id = t.id AND r.decided_at IS NULL AND r.needs_arbitration
) ELSE false END`;

/** The columns of one row of a list (`ticket.ticket t`). */
export const summarySelect = `
t.id, t.number, t.state, t.state_since AS "stateSince", t.type, t.urgency, t.channel, t.title,
t.category_code AS "categoryCode", t.area_code AS "areaCode", t.round, t.lead_department_id AS "leadDepartmentId",
t.alert, t.nudges, t.judgement_due AS "judgementDue",
t.stability, t.people_involved AS "peopleInvolved", t.amount_yuan AS "amountYuan", t.callback_attempts AS "callbackAttempts",
t.registered_at AS "registeredAt", t.due_at AS "dueAt", t.promised_at AS "promisedAt", t.handled_at AS "handledAt",
t.closed_at AS "closedAt",
${awaitsArbitration} AS "awaitsArbitration"`;

/** The hot issue as part of which it was answered, as that is found now. */
const issueOfTicket = `(SELECT json_build_object('id', n.id, 'name', n.name) FROM ticket.issue i
  JOIN ticket.issue n ON n.id = coalesce(i.joined_into_id, i.id) WHERE i.id = t.issue_id)`;

/** Whoever asks again may do so months later. */
const mergedTickets = `(SELECT count(*)::int FROM ${ofAnyMonth('ticket.ticket')} f
  WHERE f.merged_into_id = t.id AND f.state = 'merged')`;

/** Everything a ticket's page shows, in one trip. */
export const pageSelect = `${summarySelect},
t.version, t.content, t.address, t.location, t.occurred_at AS "occurredAt", t.citizen_id AS "citizenId", t.anonymous,
t.confidential, t.subject_party AS "subjectParty", t.subject_department_id AS "subjectDepartmentId",
t.expects_reply AS "expectsReply", t.routing_held AS "routingHeld", t.restricted, t.missing, t.upstream_system AS "upstreamSystem",
t.upstream_number AS "upstreamNumber", t.upstream_due_at AS "upstreamDueAt", t.own_due_at AS "ownDueAt", t.limit_class AS "limitClass",
t.previous_ticket_id AS "previousTicketId", t.merged_into_id AS "mergedIntoId",
${mergedTickets} AS "mergedTickets",
${issueOfTicket} AS issue, t.urges, t.rating, t.excluded, t.post, t.attributes,
t.callback_number_changes AS "callbackNumberChanges",
(SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name) FROM ticket.account o WHERE o.id = ANY(t.identity_consents)) AS "consented",
${attachmentsOfPage} AS attachments, ${supplementsOfPage} AS supplements, ${supervisionsOfPage} AS supervisions,
t.archived_at AS "archivedAt", t.erased_at AS "erasedAt", t.imported, t.close_reason AS "closeReason", t.tracking_code AS "trackingCode", t.clocks_seq >= t.seq AND NOT EXISTS (
  SELECT 1 FROM ticket.dead_letter d WHERE d.ticket_id = t.id AND d.service = 'deadlines' AND d.requeued_at IS NULL
) AS "clocksCurrent", c.sealed, c.wrapped_key AS "wrappedKey",
(SELECT json_agg(a ORDER BY a.dispatched_at, a.id) FROM ticket.assignment a WHERE a.ticket_id = t.id) AS assignments,
(SELECT json_agg(k ORDER BY k.started_at, k.key) FROM ticket.clock k WHERE k.ticket_id = t.id AND k.kind <> 'return-window') AS clocks`;

export const pageFrom = `ticket.ticket t LEFT JOIN ticket.citizen c ON c.id = t.citizen_id`;

export interface SummaryRow {
  [column: string]: unknown;
  id: string;
  number: string;
  state: State;
  stateSince: Date;
  type: TicketType;
  urgency: Urgency;
  channel: Channel;
  title: string;
  categoryCode: string | null;
  areaCode: string | null;
  round: number;
  leadDepartmentId: string | null;
  alert: Alert;
  nudges: number;
  judgementDue: boolean;
  stability: boolean;
  peopleInvolved: number | null;
  amountYuan: number | null;
  callbackAttempts: number;
  registeredAt: Date;
  dueAt: Date | null;
  promisedAt: Date | null;
  handledAt: Date | null;
  closedAt: Date | null;
  /** Returned for the second time: only a supervisor decides. */
  awaitsArbitration: boolean;
}

export interface PageRow extends SummaryRow {
  version: number;
  content: string;
  address: string | null;
  location: { lat: number; lng: number } | null;
  occurredAt: Date;
  citizenId: string | null;
  anonymous: boolean;
  confidential: boolean;
  subjectParty: string | null;
  subjectDepartmentId: string | null;
  expectsReply: boolean;
  routingHeld: boolean;
  restricted: boolean;
  missing: string[];
  upstreamSystem: string | null;
  upstreamNumber: string | null;
  upstreamDueAt: Date | null;
  ownDueAt: Date | null;
  limitClass: LimitClass | null;
  previousTicketId: string | null;
  mergedTickets: number;
  mergedIntoId: string | null;
  issue: { id: string; name: string | null } | null;
  post: Post | null;
  attributes: Record<string, unknown>;
  urges: number;
  rating: Record<string, unknown> | null;
  excluded: boolean;
  callbackNumberChanges: number;
  consented: { id: string; name: string }[] | null;
  closeReason: string | null;
  imported: boolean;
  archivedAt: Date | null;
  erasedAt: Date | null;
  trackingCode: string;
  clocksCurrent: boolean;
  sealed: Buffer | null;
  wrappedKey: Buffer | null;
  assignments: AssignmentJson[] | null;
  clocks: ClockJson[] | null;
  attachments: AttachmentJson[] | null;
  supplements: SupplementJson[] | null;
  supervisions: SupervisionJson[] | null;
}

/** Rows as `json_agg` gives them: instants are text. */
export interface AssignmentJson {
  id: string;
  ticket_id: string;
  department_id: string;
  parent_id: string | null;
  role: string;
  state: string;
  round: number;
  dispatched_at: string;
  due_at: string | null;
  signed_at: string | null;
  contacted_at: string | null;
  submitted_at: string | null;
  answered_at: string | null;
  ended_at: string | null;
  reply: Record<string, unknown> | null;
}

export interface ClockJson {
  id: string;
  kind: string;
  state: string;
  assignment_id: string | null;
  round: number;
  generation: number;
  started_at: string;
  yellow_at: string | null;
  due_at: string;
  met_at: string | null;
  alert: string;
  rule: { steps?: { kind: string }[] };
}
