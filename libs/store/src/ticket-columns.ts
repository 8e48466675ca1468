import type { Ticket } from '#ticket/ticket';

/** Each field of a ticket and its column. The assignments are rows of their own. */
export const ticketColumns = {
  id: 'id',
  number: 'number',
  version: 'version',
  seq: 'seq',
  state: 'state',
  stateSince: 'state_since',
  type: 'type',
  urgency: 'urgency',
  channel: 'channel',
  title: 'title',
  content: 'content',
  categoryCode: 'category_code',
  areaCode: 'area_code',
  address: 'address',
  location: 'location',
  occurredAt: 'occurred_at',
  citizenId: 'citizen_id',
  anonymous: 'anonymous',
  confidential: 'confidential',
  identityConsents: 'identity_consents',
  reachable: 'reachable',
  callbackNumberChanges: 'callback_number_changes',
  stability: 'stability',
  peopleInvolved: 'people_involved',
  amountYuan: 'amount_yuan',
  subjectParty: 'subject_party',
  subjectDepartmentId: 'subject_department_id',
  expectsReply: 'expects_reply',
  routingHeld: 'routing_held',
  restricted: 'restricted',
  upstreamSystem: 'upstream_system',
  upstreamNumber: 'upstream_number',
  upstreamDueAt: 'upstream_due_at',
  ownDueAt: 'own_due_at',
  limitClass: 'limit_class',
  previousTicketId: 'previous_ticket_id',
  mergedIntoId: 'merged_into_id',
  callId: 'call_id',
  visitId: 'visit_id',
  issueId: 'issue_id',
  post: 'post',
  attributes: 'attributes',
  imported: 'imported',
  missing: 'missing',
  round: 'round',
  leadId: 'lead_id',
  leadDepartmentId: 'lead_department_id',
  arbitrated: 'arbitrated',
  judgementDue: 'judgement_due',
  callbackAttempts: 'callback_attempts',
  callbackTriedAt: 'callback_tried_at',
  rating: 'rating',
  excluded: 'excluded',
  firstApprovedBy: 'first_approved_by',
  nudges: 'nudges',
  urges: 'urges',
  trackingCode: 'tracking_code',
  registeredAt: 'registered_at',
  dispatchedAt: 'dispatched_at',
  handledAt: 'handled_at',
  closedAt: 'closed_at',
  closeReason: 'close_reason',
  archivedAt: 'archived_at',
  erasedAt: 'erased_at',
} as const satisfies Record<Exclude<keyof Ticket, 'assignments'>, string>;

export type TicketField = keyof typeof ticketColumns;
export const ticketFields = Object.keys(ticketColumns) as TicketField[];

/** The select list that gives back a ticket's fields under their own names. */
export const ticketSelect = ticketFields.map((field) => `t.${ticketColumns[field]} AS "${field}"`).join(', ');

/**
 * A ticket as a row of the table, for a JSON recordset, with columns that are no field of it. What is null is left out,
 * and null there: that is a third of the columns.
 */
export function ticketRow(ticket: Ticket, others: Record<string, unknown>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const field of ticketFields) {
    const value = ticket[field];
    if (value !== null) row[ticketColumns[field]] = value;
  }
  return Object.assign(row, others);
}

/** The fields a move changed; fields keep their identity when nothing touched them. */
export const changedFields = (before: Ticket, after: Ticket): TicketField[] =>
  ticketFields.filter((field) => before[field] !== after[field]);
