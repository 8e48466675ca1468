import { withAssignment } from './assignments';
import { isCallbackDue } from './callback-due';
import { callbackOutcomes } from './callback-outcome';
import { channels } from './channel';
import type { Effect } from './effect';
import { counts, isBad } from './rating';
import { leadOf, type Assignment, type Reply, type Ticket } from './ticket';
import { isSameBand } from './time-band';
import type { TransitionInput } from './transition-input';

/** Signing a praise forwards it: nothing else is to be done. */
export const signed = ({ type }: Ticket, at: Date): Partial<Assignment> =>
  type === 'praise'
    ? { state: 'answered', signedAt: at, answeredAt: at, endedAt: at }
    : { state: 'working', signedAt: at };

export const sign: Effect<TransitionInput['sign']> = (ticket, { assignmentId }, { at }) => {
  const own = withAssignment(ticket, assignmentId, signed(ticket, at));
  if (ticket.type !== 'praise') return { state: 'handling', ...own };
  return { state: 'closed', ...own, handledAt: ticket.handledAt ?? at, closedAt: at, closeReason: 'forwarded' };
};

/** One that is written anew, after it was sent back, stays one of its batch. */
export const replyOf = (input: Reply, former?: Reply | null): Reply => ({
  factFinding: input.factFinding,
  demandFinding: input.demandFinding,
  resolution: input.resolution,
  unsolvedReason: input.unsolvedReason ?? null,
  internalText: input.internalText,
  publicText: input.publicText,
  attachmentIds: input.attachmentIds ?? [],
  batchId: input.batchId ?? former?.batchId,
});

/** The police hear what became of what they handed over; they do not judge it. */
const isJudgedUpstream = ({ channel, upstreamSystem }: Ticket): boolean =>
  upstreamSystem !== null && channels[channel].upstream;

/** The reply that is approved meets the finish clock at its submission; `handledAt` is round 1's and never moves again. */
export const approve: Effect<unknown> = (ticket, _input, { at }) => {
  const submittedAt = leadOf(ticket)?.submittedAt ?? at;
  const approved = {
    firstApprovedBy: null,
    handledAt: ticket.handledAt ?? submittedAt,
    ...withAssignment(ticket, ticket.leadId, { ...asApproved(ticket), answeredAt: submittedAt, endedAt: at }),
  };
  if (isJudgedUpstream(ticket)) return { ...approved, state: 'upstream' };
  return { ...approved, ...afterApproval(ticket, at) };
};

/** What was corrected has taken the place of what was approved before. */
function asApproved(ticket: Ticket): Partial<Assignment> {
  const { replaces, ...reply } = leadOf(ticket)?.reply ?? {};
  return replaces ? { reply: reply as Reply } : {};
}

export const afterApproval = (ticket: Ticket, at: Date): Partial<Ticket> =>
  isCallbackDue(ticket)
    ? { state: 'callback', callbackAttempts: 0, callbackTriedAt: null }
    : { state: 'closed', closedAt: at, closeReason: 'answered' };

/** Calls in vain count once in each band of a day: three in a row would only say that nobody was in just then. */
export const callbackAttempt: Effect<TransitionInput['callbackAttempt']> = (ticket, { outcome }, { at }) => {
  const { callbackAttempts, callbackTriedAt } = ticket;
  const counts = callbackOutcomes[outcome].used && !(callbackTriedAt && isSameBand(callbackTriedAt, at));
  return counts ? { callbackAttempts: callbackAttempts + 1, callbackTriedAt: at } : {};
};

/**
 * The last valid rating stands, and only it is judged. What nobody asked the citizen (`counts: false`) is kept as a row
 * beside the ticket and moves nothing; so is the rating of a merged ticket.
 */
export const rate: Effect<TransitionInput['rate']> = (ticket, input, { at }) => {
  const { source, contacted, solved, satisfaction } = input;
  const numberChanged = ticket.callbackNumberChanges > 0;
  const rating = { source, contacted, solved, satisfaction, round: ticket.round, at, numberChanged };
  if (ticket.state === 'merged' || !counts(rating)) return {};
  const judgementDue = isBad(rating) && ticket.round > 0;
  const closes = ticket.state === 'callback' && !judgementDue;
  return {
    rating,
    judgementDue,
    ...(closes && { state: 'closed', closedAt: at, closeReason: 'rated' }),
  };
};

export const judge: Effect<unknown> = (ticket, _input, { at }) => ({
  judgementDue: false,
  closedAt: ticket.closedAt ?? at,
  closeReason: ticket.closeReason ?? 'rated',
});
