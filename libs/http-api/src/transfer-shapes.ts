import { z } from 'zod';
import { states } from '#ticket/state';
import { enumOf, instant, page, text } from './fields';
import { ratingInput } from './rating-shapes';

/** By its number a message is known when it comes again; the ticket is named as its own system names it. */
const about = { messageId: text(120), upstreamNumber: text(100) };

/** What the system that a ticket came from says of it. */
export const instructionInput = z.discriminatedUnion('kind', [
  z.strictObject({ ...about, kind: z.literal('urge'), text: text(1_000) }),
  z.strictObject({ ...about, kind: z.literal('supplement'), text: text(5_000) }),
  z.strictObject({ ...about, kind: z.literal('accept') }),
  z.strictObject({ ...about, kind: z.literal('rework'), reason: text(1_000).optional(), dueAt: instant.optional() }),
  z.strictObject({ ...about, kind: z.literal('return-accepted') }),
  z.strictObject({ ...about, kind: z.literal('return-refused'), reason: text(1_000).optional() }),
  ratingInput.extend({ ...about, kind: z.literal('rate') }),
]);
export type Instruction = z.output<typeof instructionInput>;

/** How the ticket stands after it. */
export const instructionView = z.object({ number: z.string(), state: enumOf(states), stateLabel: z.string() });

export const feedbackQuery = z.strictObject(page);

/** A ticket of which its system is still to be told something. */
export const feedbackView = z.object({
  ticketId: z.string(),
  number: z.string(),
  upstreamNumber: z.string(),
  /** When it was told last. */
  toldAt: instant.nullable(),
  attempts: z.number(),
  /** Why it could not be told the last time. */
  fault: z.string().nullable(),
  nextTryAt: instant,
});

export const replayInput = z.strictObject({ since: instant });
