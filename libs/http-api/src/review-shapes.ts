import { z } from 'zod';
import { alerts } from '#ticket/clock-kind';
import { reviewRules, sampleStates } from '#ticket/review-rule';
import { sendBackReasons } from '#ticket/reason';
import { code, codeAndName, enumOf, idAndName, instant, page } from './fields';
import { ratingView } from './rating-shapes';
import { ticketSummary } from './ticket-shapes';

/** A reply that waits for review: by when, and how near that is. */
export const reviewItem = ticketSummary.extend({
  reviewDueAt: instant.nullable(),
  reviewAlert: enumOf(alerts),
  /** By which rules two are to review it; none: one is enough. */
  secondReviewBy: z.array(enumOf(reviewRules)),
  /** Who has approved it already, of the two. */
  firstApprovedBy: idAndName.nullable(),
});

const sendBack = z.object({
  at: instant,
  by: idAndName.nullable(),
  reasonCode: enumOf(sendBackReasons),
  note: z.string().nullable(),
});
const judgement = z.object({
  at: instant,
  by: idAndName.nullable(),
  reasonable: z.boolean(),
  reason: z.string().nullable(),
});

/** What the hotline and the citizen said of each round's handling; the replies stand in the ticket's assignments. */
export const roundsView = z.object({
  rounds: z.array(
    z.object({
      round: z.number(),
      sendBacks: z.array(sendBack),
      /** Oldest first; the last valid one counts. */
      ratings: z.array(ratingView.extend({ comment: z.string().nullable() })),
      judgements: z.array(judgement),
    }),
  ),
  /** 首轮, 最终: the last valid rating of the first round, and of any. */
  first: ratingView.nullable(),
  final: ratingView.nullable(),
});

/** For so many in a hundred tickets of a category, or of all that have no row of their own, the rule holds. */
export const reviewRuleInput = z.strictObject({
  categoryCode: code.nullable(),
  percent: z.number().int().min(0).max(100),
});
export const reviewRuleView = z.object({
  rule: enumOf(reviewRules),
  category: codeAndName.nullable(),
  percent: z.number(),
});

export const reviewSampleQuery = z.strictObject({ state: enumOf(sampleStates).default('waiting'), ...page });
/** With a reason it should have been sent back; without one it was fine. */
export const reviewSampleInput = z.strictObject({ reasonCode: enumOf(sendBackReasons).nullable() });
export const reviewSampleView = z.object({
  id: z.string(),
  ticketId: z.string(),
  number: z.string(),
  title: z.string(),
  round: z.number(),
  department: idAndName.nullable(),
  approvedAt: instant,
  state: enumOf(sampleStates),
  reasonCode: enumOf(sendBackReasons).nullable(),
  seenBy: idAndName.nullable(),
  seenAt: instant.nullable(),
});
