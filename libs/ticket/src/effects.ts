import { assign, cancelOpen, withAssignment, withNewLead } from './assignments';
import { isCallbackDue } from './callback-due';
import { callbackOutcomes } from './callback-outcome';
import type { MoveContext } from './move-context';
import { counts, isBad } from './rating';
import { leadOf, type Assignment, type Ticket } from './ticket';
import type { MoveName } from './transition';
import type { Handlers, TransitionInput } from './transition-input';

/** What changes in the ticket, apart from the state that the transition's row already names. */
type Effect<Input> = (ticket: Ticket, input: Input, context: MoveContext) => Partial<Ticket>;

const nothing: Effect<unknown> = () => ({});

const edit: Effect<TransitionInput['edit']> = (ticket, input) => ({ ...input, version: ticket.version + 1 });

/** Every end but `closed` cancels what is still open (domain.md §2). */
const end =
  (reason: string): Effect<unknown> =>
  (ticket, _input, { at }) => ({
    assignments: cancelOpen(ticket.assignments, at),
    closeReason: reason,
    closedAt: at,
  });

const answered =
  (reason: string): Effect<unknown> =>
  (ticket, input, context) => ({ ...end(reason)(ticket, input, context), handledAt: ticket.handledAt ?? context.at });

const nameLead: Effect<Handlers> = (ticket, input, context) =>
  withNewLead(ticket, { leadId: input.leadId, coHandlerIds: input.coHandlerIds }, Math.max(ticket.round, 1), context);

const part = (ticket: Ticket, { assignmentId }: { assignmentId: string }, change: Partial<Assignment>) =>
  withAssignment(ticket, assignmentId, change);

/** Signing a praise forwards it: nothing else is to be done. */
const sign: Effect<TransitionInput['sign']> = (ticket, input, { at }) => {
  if (ticket.type !== 'praise')
    return { state: 'handling', ...part(ticket, input, { state: 'working', signedAt: at }) };
  const done = { state: 'answered', signedAt: at, answeredAt: at, endedAt: at } as const;
  return { state: 'closed', ...part(ticket, input, done), handledAt: at, closedAt: at, closeReason: 'forwarded' };
};

const replyOf = (input: TransitionInput['coReply']): Assignment['reply'] => ({
  factFinding: input.factFinding,
  demandFinding: input.demandFinding,
  resolution: input.resolution,
  unsolvedReason: input.unsolvedReason ?? null,
  internalText: input.internalText,
  publicText: input.publicText,
});

/** The reply that is approved meets the finish clock at its submission; `handledAt` is round 1's and never moves again. */
const approve: Effect<unknown> = (ticket, _input, { at }) => {
  const submittedAt = leadOf(ticket)?.submittedAt ?? at;
  const approved = {
    handledAt: ticket.handledAt ?? submittedAt,
    ...withAssignment(ticket, ticket.leadId, { answeredAt: submittedAt, endedAt: at }),
  };
  if (ticket.upstreamSystem) return { ...approved, state: 'upstream' };
  return { ...approved, ...afterApproval(ticket, at) };
};

const afterApproval = (ticket: Ticket, at: Date): Partial<Ticket> =>
  isCallbackDue(ticket)
    ? { state: 'callback', callbackAttempts: 0 }
    : { state: 'closed', closedAt: at, closeReason: 'answered' };

const rate: Effect<TransitionInput['rate']> = (ticket, input, { at }) => {
  const { source, contacted, solved, satisfaction } = input;
  const rating = { source, contacted, solved, satisfaction, round: ticket.round, at };
  if (ticket.state === 'merged') return { state: 'merged' };
  const bad = counts(rating) && isBad(rating) && ticket.round > 0;
  const stays = ticket.state === 'closed' || bad;
  return {
    state: stays ? ticket.state : 'closed',
    ...(counts(rating) && { rating }),
    ...(bad && { judgementDue: true }),
    ...(!stays && { closedAt: at, closeReason: 'rated' }),
  };
};

const judge: Effect<TransitionInput['judge']> = (ticket, _input, { at }) => ({
  judgementDue: false,
  closedAt: ticket.closedAt ?? at,
  closeReason: ticket.closeReason ?? 'rated',
});

/** Round + 1: a new lead assignment, signed and contacted anew; the ticket is open again. */
const nextRound: Effect<{ leadId?: string }> = (ticket, input, context) => ({
  ...withNewLead(ticket, { leadId: input.leadId ?? ticket.leadDepartmentId ?? '' }, ticket.round + 1, context),
  judgementDue: false,
  callbackAttempts: 0,
  closedAt: null,
  closeReason: null,
});

const backToRegistered: Effect<unknown> = () => ({ mergedIntoId: null, closedAt: null, closeReason: null });

/** Keyed by transition: a new transition does not compile until its effect is named here. */
export const effects: { readonly [Name in MoveName]: Effect<TransitionInput[Name]> } = {
  edit,
  complete: (ticket, input, context) => ({ ...edit(ticket, input, context), missing: [] }),
  askMore: (ticket, { missing }, { at }) => ({
    missing,
    leadId: null,
    leadDepartmentId: null,
    assignments: cancelOpen(ticket.assignments, at),
  }),
  supplement: nothing,
  answerOnCall: answered('answered-on-call'),
  refer: answered('referred'),
  letRoute: () => ({ routingHeld: false }),
  dispatch: nameLead,
  redispatch: nameLead,
  arbitrate: (ticket, input, context) => ({ ...nameLead(ticket, input, context), arbitrated: true }),
  addCoHandler: (ticket, { departmentId }, context) => ({
    assignments: [...ticket.assignments, { ...onePart(departmentId, ticket.round, context), role: 'co-handler' }],
  }),
  sign,
  coSign: (ticket, input, { at }) => part(ticket, input, { state: 'working', signedAt: at }),
  contact: (ticket, input) => part(ticket, input, { contactedAt: input.contactedAt }),
  interimReport: nothing,
  subDispatch: (ticket, { departmentId, assignmentId }, context) => ({
    assignments: [
      ...ticket.assignments,
      { ...onePart(departmentId, ticket.round, context), role: 'co-handler', parentId: assignmentId },
    ],
  }),
  draftReply: (ticket, input) => part(ticket, input, { state: 'signing', reply: replyOf(input) }),
  signOff: (ticket, input) => part(ticket, input, { state: 'working' }),
  return: (ticket, input) => part(ticket, input, { state: 'objecting' }),
  coReturn: (ticket, input, { at }) => part(ticket, input, { state: 'returned', endedAt: at }),
  uphold: (ticket, _input, { at }) => ({
    ...withAssignment(ticket, ticket.leadId, { state: 'returned', endedAt: at }),
    leadId: null,
    leadDepartmentId: null,
  }),
  rejectReturn: (ticket, _input, { at }) =>
    withAssignment(ticket, ticket.leadId, { state: 'working', signedAt: leadOf(ticket)?.signedAt ?? at }),
  reply: (ticket, input, { at }) => part(ticket, input, { state: 'answered', submittedAt: at, reply: replyOf(input) }),
  coReply: (ticket, input, { at }) =>
    part(ticket, input, { state: 'answered', submittedAt: at, answeredAt: at, endedAt: at, reply: replyOf(input) }),
  sendBack: (ticket) => withAssignment(ticket, ticket.leadId, { state: 'working', submittedAt: null }),
  approve,
  upstreamAccept: (ticket, _input, { at }) => afterApproval(ticket, at),
  upstreamRework: (ticket, { dueAt }, context) => ({
    ...nextRound(ticket, {}, context),
    upstreamDueAt: dueAt ?? ticket.upstreamDueAt,
  }),
  returnUp: (ticket, _input, { at }) => ({
    leadId: null,
    leadDepartmentId: null,
    assignments: cancelOpen(ticket.assignments, at),
  }),
  returnUpAccepted: end('returned-up'),
  returnUpRefused: nothing,
  callbackAttempt: (ticket, { outcome }) => ({
    callbackAttempts: ticket.callbackAttempts + (callbackOutcomes[outcome].used ? 1 : 0),
  }),
  rate,
  closeUnrated: (_ticket, _input, { at }) => ({ closedAt: at, closeReason: 'unrated' }),
  judge,
  rework: nextRound,
  reopen: nextRound,
  extend: nothing,
  hold: nothing,
  resume: nothing,
  merge: (ticket, input, context) => ({ ...end('merged')(ticket, input, context), mergedIntoId: input.intoId }),
  answerWithMaster: (ticket, { handledAt }) => ({ handledAt: ticket.handledAt ?? handledAt }),
  unmerge: backToRegistered,
  release: backToRegistered,
  withdraw: end('withdrawn'),
  void: end('void'),
  nudge: (ticket) => ({ nudges: ticket.nudges + 1 }),
  urge: (ticket) => ({ urges: ticket.urges + 1 }),
  supervise: nothing,
  appeal: nothing,
  accept: nothing,
  mark: nothing,
  reveal: nothing,
  archive: (_ticket, _input, { at }) => ({ archivedAt: at }),
};

function onePart(departmentId: string, round: number, context: MoveContext): Assignment {
  const [one] = assign({ leadId: departmentId }, round, context);
  if (!one) throw new Error('an assignment was expected');
  return one;
}
