import { withAssignment } from './assignments';
import { replyOf } from './answer-effects';
import type { Effect } from './effect';
import type { Guard } from './guard';
import { mayDraft } from './part-guards';
import { leadOf, type Ticket } from './ticket';
import type { TransitionInput } from './transition-input';

/** Whether what is under review is to take the place of a reply that was approved before. */
export const isCorrection = (ticket: Ticket): boolean => leadOf(ticket)?.reply?.replaces !== undefined;

/** Until the citizen has said what they think of it: that they said of the reply as it was. */
export const mayCorrectReply: Guard<TransitionInput['correctReply']> = (ticket, input, context) =>
  mayDraft(ticket, input, context) ?? (ticket.rating?.round === ticket.round ? '群众已作评价，反馈不能再更正' : null);

export const mayRefuseCorrection: Guard<unknown> = (ticket) => (isCorrection(ticket) ? null : '没有待审核的更正');

/** Whoever is sent back to work has a time for it; a lead whose reply was approved has none any more. */
export const maySendBack: Guard<unknown> = (ticket) =>
  isCorrection(ticket) ? '这是对已通过反馈的更正，不同意的请“不予更正”，原反馈仍然有效' : null;

/** The corrected reply is reviewed like any other, and till then nobody is answered by it. */
export const correctReply: Effect<TransitionInput['correctReply']> = (ticket, input) => {
  const approved = leadOf(ticket)?.reply;
  const reply = { ...replyOf(input), ...(approved && { replaces: approved }) };
  return {
    firstApprovedBy: null,
    ...withAssignment(ticket, ticket.leadId, { reply, answeredAt: null, endedAt: null }),
  };
};

/** What was approved stands as before, from when it was submitted. */
export const refuseCorrection: Effect<unknown> = (ticket, _input, { at }) => {
  const lead = leadOf(ticket);
  const reply = lead?.reply?.replaces ?? null;
  return {
    firstApprovedBy: null,
    ...withAssignment(ticket, ticket.leadId, { reply, answeredAt: lead?.submittedAt ?? at, endedAt: at }),
  };
};
