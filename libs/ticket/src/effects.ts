import { afterApproval, approve, callbackAttempt, judge, rate, replyOf, sign, signed } from './answer-effects';
import { cancelOpen, coHandlerPart, endPart, newPart, partAndAbove, withAssignment, withoutLead } from './assignments';
import type { Effect } from './effect';
import { erased } from './erased';
import { unsaidElements } from './element';
import { isProtectedFromTheStart } from './identity-guards';
import { arbitrate, dispatch, nextRound, redispatch } from './naming-effects';
import { isOfReply } from './sign-off';
import { correctReply, refuseCorrection } from './correction';
import { succeed } from './succeed-effect';
import { leadOf, partOf, type Assignment, type Ticket } from './ticket';
import type { MoveName } from './transition';
import type { TransitionInput } from './transition-input';

const nothing: Effect<unknown> = () => ({});

const edit: Effect<TransitionInput['edit']> = (ticket, input) => ({
  ...input,
  // Whoever reports is protected; only `liftConfidentiality` ends a protection.
  confidential: ticket.confidential || isProtectedFromTheStart({ ...ticket, ...input }),
  version: ticket.version + 1,
  missing: unsaidElements(ticket.missing, input),
});

const part = (ticket: Ticket, { assignmentId }: { assignmentId: string }, change: Partial<Assignment>) =>
  withAssignment(ticket, assignmentId, change);

/** Every end but `closed` cancels what is still open (domain.md §2), and nobody is left to judge. */
const end =
  (reason: string): Effect<unknown> =>
  (ticket, _input, { at }) => ({
    assignments: cancelOpen(ticket.assignments, at),
    judgementDue: false,
    closeReason: reason,
    closedAt: at,
  });

/** The hotline answers by itself: no department has anything left to do. */
const answered =
  (reason: string): Effect<unknown> =>
  (ticket, input, context) => ({ ...end(reason)(ticket, input, context), handledAt: ticket.handledAt ?? context.at });

/** Answered as part of a hot issue, by what everybody is told of that. */
const asPartOf = ({ issueId }: Ticket, said: { issueId?: string }) => ({ issueId: said.issueId ?? issueId });

/** On its own again, as it was before anybody was sent. */
const backToRegistered: Effect<unknown> = () => ({
  mergedIntoId: null,
  leadId: null,
  leadDepartmentId: null,
  closedAt: null,
  closeReason: null,
});

/** The first contact is that of whoever handed the part on as well: a unit below speaks for the department. */
const contacted: Effect<TransitionInput['contact']> = (ticket, { assignmentId, contactedAt }) => {
  const spokenFor = partAndAbove(ticket, assignmentId).filter((each) => each.contactedAt === null);
  return {
    assignments: ticket.assignments.map((each) => (spokenFor.includes(each) ? { ...each, contactedAt } : each)),
  };
};

/** Keyed by transition: a new transition does not compile until its effect is named here. */
export const effects: { readonly [Name in MoveName]: Effect<TransitionInput[Name]> } = {
  edit,
  complete: (ticket, input, context) => ({ ...edit(ticket, input, context), missing: [] }),
  askMore: (ticket, { missing }, { at }) => ({ missing, ...withoutLead(ticket, 'cancelled', at) }),
  supplement: nothing,
  answerOnCall: (ticket, input, context) => ({
    ...answered('answered-on-call')(ticket, input, context),
    ...asPartOf(ticket, input),
  }),
  refer: answered('referred'),
  letRoute: () => ({ routingHeld: false, restricted: false }),
  dispatch,
  redispatch,
  arbitrate,
  addCoHandler: (ticket, { departmentId }, context) => ({
    assignments: [...ticket.assignments, newPart(departmentId, 'co-handler', ticket.round, context)],
  }),
  removeCoHandler: (ticket, { departmentId }, { at }) => ({
    assignments: endPart(ticket.assignments, coHandlerPart(ticket, departmentId)?.id ?? null, 'cancelled', at),
  }),
  sign,
  coSign: (ticket, input, { at }) => part(ticket, input, signed(ticket, at)),
  contact: contacted,
  interimReport: nothing,
  subDispatch: (ticket, { departmentId, assignmentId }, context) => ({
    assignments: [
      ...ticket.assignments,
      { ...newPart(departmentId, 'co-handler', ticket.round, context), parentId: assignmentId },
    ],
  }),
  draftReply: (ticket, input) =>
    part(ticket, input, { state: 'signing', reply: replyOf(input, partOf(ticket, input)?.reply) }),
  askSignature: nothing,
  signOff: (ticket, input) => (isOfReply(input) ? part(ticket, input, { state: 'working' }) : {}),
  return: (ticket, input) => part(ticket, input, { state: 'objecting' }),
  coReturn: (ticket, { assignmentId }, { at }) => ({
    assignments: endPart(ticket.assignments, assignmentId, 'returned', at),
  }),
  uphold: (ticket, _input, { at }) => withoutLead(ticket, 'returned', at),
  rejectReturn: (ticket, _input, { at }) =>
    withAssignment(ticket, ticket.leadId, { state: 'working', signedAt: leadOf(ticket)?.signedAt ?? at }),
  reply: (ticket, input, { at }) => ({
    ...part(ticket, input, { state: 'answered', submittedAt: at, reply: replyOf(input, partOf(ticket, input)?.reply) }),
    ...asPartOf(ticket, input),
  }),
  coReply: (ticket, input, { at }) =>
    part(ticket, input, {
      state: 'answered',
      submittedAt: at,
      answeredAt: at,
      endedAt: at,
      reply: replyOf(input, partOf(ticket, input)?.reply),
    }),
  sendBack: (ticket) => ({
    ...withAssignment(ticket, ticket.leadId, { state: 'working', submittedAt: null }),
    firstApprovedBy: null,
  }),
  firstApprove: (_ticket, _input, { actor }) => ({ firstApprovedBy: actor.id }),
  approve,
  correctReply,
  refuseCorrection,
  upstreamAccept: (ticket, _input, { at }) => afterApproval(ticket, at),
  upstreamRework: (ticket, { dueAt }, context) => ({
    ...nextRound(ticket, {}, context),
    upstreamDueAt: dueAt ?? ticket.upstreamDueAt,
  }),
  returnUp: (ticket, _input, { at }) => withoutLead(ticket, 'cancelled', at),
  returnUpAccepted: end('returned-up'),
  returnUpRefused: nothing,
  callbackAttempt,
  rate,
  closeUnrated: (_ticket, _input, { at }) => ({ closedAt: at, closeReason: 'unrated' }),
  judge,
  rework: nextRound,
  reopen: nextRound,
  requestExtension: nothing,
  extend: nothing,
  refuseExtension: nothing,
  requestCoExtension: nothing,
  coExtend: nothing,
  refuseCoExtension: nothing,
  setLimit: (_ticket, { dueAt }) => ({ ownDueAt: dueAt }),
  liftLimit: () => ({ ownDueAt: null }),
  requestHold: nothing,
  hold: nothing,
  refuseHold: nothing,
  resume: nothing,
  endHold: nothing,
  merge: (ticket, input, context) => ({ ...end('merged')(ticket, input, context), mergedIntoId: input.intoId }),
  answerWithMaster: (ticket, { handledAt }) => ({ handledAt: ticket.handledAt ?? handledAt }),
  unmerge: backToRegistered,
  release: backToRegistered,
  withdraw: end('withdrawn'),
  void: end('void'),
  nudge: (ticket) => ({ nudges: ticket.nudges + 1 }),
  urge: (ticket) => ({ urges: ticket.urges + 1 }),
  supervise: nothing,
  amendSupervision: nothing,
  discardSupervision: nothing,
  signSupervision: nothing,
  answerSupervision: nothing,
  sendBackSupervision: nothing,
  closeSupervision: nothing,
  reachByPhone: nothing,
  appeal: nothing,
  accept: () => ({ excluded: true }),
  refuseAppeal: nothing,
  mark: nothing,
  reveal: nothing,
  hearRecording: nothing,
  changeCallbackNumber: (ticket) => ({ callbackNumberChanges: ticket.callbackNumberChanges + 1 }),
  consentToIdentity: (ticket, { accountId }) => ({
    identityConsents: [...ticket.identityConsents.filter((id) => id !== accountId), accountId],
  }),
  withdrawConsent: (ticket, { accountId }) => ({
    identityConsents: ticket.identityConsents.filter((id) => id !== accountId),
  }),
  liftConfidentiality: () => ({ confidential: false, identityConsents: [] }),
  succeed,
  archive: (_ticket, _input, { at }) => ({ archivedAt: at }),
  erase: erased,
  thirdPartyCopy: nothing,
  attach: nothing,
  shareAttachment: nothing,
  withholdAttachment: nothing,
};
