import { z } from 'zod';
import { elements } from '#ticket/element';
import { asCopied, isTicketNumber, wrongNumber } from '#ticket/ticket-number';
import { attachmentView } from './attachment-shapes';
import { enumOf, instant, looseText, phone, text } from './fields';

const copied = z.string().max(80).transform(asCopied);

const number = copied.refine(isTicketNumber, wrongNumber);

const code = copied
  .transform((given) => given.toUpperCase())
  .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{6,40}$/, '查询码有误：只有字母和数字，没有 0、1、字母 O 和 I，请核对'));

/** A ticket's number and its tracking code: whoever has both is taken for the citizen. */
export const trackingPair = z.strictObject({ number, code });
export type TrackingPair = z.output<typeof trackingPair>;

export const trackedSupplementInput = trackingPair.extend({ text: text(2_000) });
export const trackedNudgeInput = trackingPair.extend({ text: text(500).optional() });
export const trackedWithdrawalInput = trackingPair.extend({ reason: text(500) });

/** What was missing: each as far as it was asked for. The citizen is named only where nobody has been named yet. */
export const trackedCompletionInput = trackingPair.extend({
  content: text(5_000).optional(),
  address: text(300).optional(),
  occurredAt: instant.optional(),
  citizen: z
    .strictObject({ name: looseText(60).optional(), phone: phone.optional(), anonymous: z.boolean().optional() })
    .optional(),
});

/** What a citizen may do with a ticket that is tracked, each by a route of its own. */
export const trackedActs = {
  complete: { label: '补全信息' },
  supplement: { label: '补充情况' },
  'add-picture': { label: '补充图片' },
  nudge: { label: '催办' },
  withdraw: { label: '撤回诉求' },
} as const;
export type TrackedAct = keyof typeof trackedActs;

/** The way of a ticket as a citizen thinks of it; which of them a ticket has depends on how it is answered. */
export const trackedStages = ['accepted', 'dispatched', 'handling', 'answered', 'callback', 'closed'] as const;
export type TrackedStageName = (typeof trackedStages)[number];

const stage = z.object({
  name: z.enum(trackedStages),
  label: z.string(),
  progress: z.enum(['done', 'current', 'ahead']),
  at: instant.nullable(),
});

/** An answer that the hotline has approved, as it was given to the citizen. */
const answer = z.object({ at: instant, from: z.string(), text: z.string() });
const step = z.object({ at: instant, label: z.string(), words: z.string().nullable() });

/** A ticket as its citizen is shown it: nothing internal, no name of anybody, and nobody else who asked. */
export const trackedView = z.object({
  number: z.string(),
  title: z.string(),
  registeredAt: instant,
  /** Where it stands now, in a word and in a sentence. */
  standing: z.object({ label: z.string(), words: z.string() }),
  stages: z.array(stage),
  promise: z.object({ at: instant, words: z.string() }).nullable(),
  /** Newest first. */
  answers: z.array(answer),
  /** Everything that happened, oldest first. */
  steps: z.array(step),
  /** What the citizen is asked for. */
  missing: z.array(z.object({ element: enumOf(elements), words: z.string() })),
  /** What the citizen added on this page, oldest first. */
  supplements: z.array(z.object({ at: instant, text: z.string() })),
  pictures: z.array(attachmentView.pick({ id: true, at: true, name: true, bytes: true })),
  picturesLeft: z.number(),
  nudges: z.number(),
  /** Before then another nudge is not taken. */
  nudgeFrom: instant.nullable(),
  acts: z.array(enumOf(trackedActs)),
  /** Whether departments are kept from knowing who asks. */
  confidential: z.boolean(),
});
export type TrackedView = z.output<typeof trackedView>;
