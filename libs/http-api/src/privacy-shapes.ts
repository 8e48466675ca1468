import { z } from 'zod';
import { lookKinds } from '#ticket/look-kind';
import { enumOf, id, idAndName, instant, looseText, page, phone, text } from './fields';

/** Another number to call back, and why: shown beside the rating from then on. */
export const callbackNumberInput = z.strictObject({ phone, reason: text(500) });

/** The citizen agrees that one named officer learns who they are; `basis` says how and when they did. */
export const consentInput = z.strictObject({ officerId: id, basis: text(1_000) });
export const consentWithdrawal = z.strictObject({ officerId: id, reason: text(500) });
/** The citizen asks no more that nobody learn of them; `basis` says how and when they said so. */
export const confidentialityLift = z.strictObject({ basis: text(1_000) });
export const officerView = z.object({ ...idAndName.shape, department: idAndName });

/** Somebody looked at a contact, or took a ticket out of the house. */
export const lookView = z.object({
  id: z.string(),
  at: instant,
  kind: enumOf(lookKinds),
  who: idAndName,
  ticketId: z.string(),
  number: z.string(),
  /** What was said to be the reason or purpose; null where it was erased. */
  reason: z.string().nullable(),
});
export const lookQuery = z.strictObject({
  accountId: id.optional(),
  ticketId: id.optional(),
  /** Part of the name of whoever looked. */
  who: looseText(60).optional(),
  ...page,
});

/** More looks within an hour than the settings allow. */
export const lookAlertView = z.object({
  id: z.string(),
  at: instant,
  kind: enumOf(lookKinds),
  who: idAndName,
  /** The most looks within an hour so far. */
  looks: z.number(),
  settledAt: instant.nullable(),
  settledBy: z.string().nullable(),
  note: z.string().nullable(),
});
export const lookAlertQuery = z.strictObject({ state: z.enum(['open', 'settled']).default('open'), ...page });
export const lookAlertSettled = z.strictObject({ note: text(1_000) });
