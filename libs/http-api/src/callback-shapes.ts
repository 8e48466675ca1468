import { z } from 'zod';
import { callbackAttemptsAllowed, callbackOutcomes, callbackTurns } from '#ticket/callback-outcome';
import { enumOf, idAndName, instant, page } from './fields';
import { ticketSummary } from './ticket-shapes';

export const callbackAttemptInput = z.strictObject({
  outcome: enumOf(callbackOutcomes),
  appointmentAt: instant.optional(),
});
export const callbackQuery = z.strictObject({
  /** Only callbacks due by this instant. */
  due: instant.optional(),
  /** `judgement`: bad ratings that wait for a verdict instead of calls to make. */
  waiting: z.enum(['call', 'judgement']).default('call'),
  /** Only calls that may be made now, whose appointment has come, or that are for later. */
  turn: enumOf(callbackTurns).optional(),
  /** Only citizens who were called so many times in vain. */
  attempts: z.coerce
    .number()
    .int()
    .min(0)
    .max(callbackAttemptsAllowed - 1)
    .optional(),
  ...page,
});
/** A call to make: what came of the earlier ones, and who is on the line. */
export const callbackView = ticketSummary.extend({
  turn: enumOf(callbackTurns),
  /** The last attempt that counted. */
  triedAt: instant.nullable(),
  /** Until the next attempt. */
  appointmentAt: instant.nullable(),
  /** Who is calling this citizen, about this ticket or another one of theirs. */
  calledBy: idAndName.nullable(),
});
