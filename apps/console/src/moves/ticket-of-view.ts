import type { Assignment, Ticket } from '#ticket/ticket';
import type { AssignmentView, TicketView } from './move-target';

const dateOr = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

/** The ticket as the domain's guards read it, as far as the page was told. */
export function ticketOfView(view: TicketView): Ticket {
  return {
    ...view,
    seq: 0,
    stateSince: new Date(view.holder?.since ?? view.registeredAt),
    categoryCode: view.category?.code ?? null,
    areaCode: view.area?.code ?? null,
    occurredAt: new Date(view.occurredAt),
    citizenId: view.citizen.id,
    anonymous: view.citizen.anonymous,
    confidential: view.citizen.confidential,
    identityConsents: view.identityConsents.map(({ id }) => id),
    reachable: view.citizen.phone !== null,
    upstreamDueAt: dateOr(view.upstreamDueAt),
    ownDueAt: dateOr(view.ownDueAt),
    limitClass: view.limitClass,
    callbackTriedAt: null,
    callId: null,
    visitId: null,
    issueId: view.issue?.id ?? null,
    leadId: leadPart(view)?.id ?? null,
    leadDepartmentId: view.lead?.id ?? null,
    arbitrated: false,
    rating: view.rating && { ...view.rating, at: new Date(view.rating.at) },
    firstApprovedBy: null,
    trackingCode: '',
    registeredAt: new Date(view.registeredAt),
    dispatchedAt: null,
    handledAt: dateOr(view.handledAt),
    closedAt: dateOr(view.closedAt),
    archivedAt: dateOr(view.archivedAt),
    erasedAt: dateOr(view.erasedAt),
    assignments: view.assignments.map(assignmentOfView),
  };
}

/** The lead's part of the current round. */
const leadPart = ({ assignments, lead, round }: TicketView): AssignmentView | undefined =>
  assignments.findLast((part) => part.role === 'lead' && part.round === round && part.departmentId === lead?.id);

const assignmentOfView = (view: AssignmentView): Assignment => ({
  ...view,
  dispatchedAt: new Date(view.dispatchedAt),
  signedAt: dateOr(view.signedAt),
  contactedAt: dateOr(view.contactedAt),
  submittedAt: dateOr(view.submittedAt),
  answeredAt: dateOr(view.answeredAt),
  endedAt: null,
});
