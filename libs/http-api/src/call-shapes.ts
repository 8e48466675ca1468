import { z } from 'zod';
import { callBackOutcomes, callEvents, callStates } from '#ticket/call';
import { enumOf, idAndName, instant, page, phone, text, webAddress } from './fields';
import { restrictionView } from './harassment-shapes';

/** Where somebody sits. */
export const extension = z
  .string()
  .trim()
  .regex(/^[\dA-Za-z*#-]{1,20}$/, '分机号须为1到20位数字或字母');

/** What the call platform tells; late, twice and in any order is all the same. A rating is the key that was pressed, 5 the best. */
export const callEventInput = z.strictObject({
  callId: text(100),
  event: enumOf(callEvents),
  at: instant,
  phone: phone.optional(),
  extension: extension.optional(),
  recordingUrl: webAddress.optional(),
  rating: z.number().int().min(1).max(5).optional(),
});

export const callView = z.object({
  id: z.string(),
  /** As the call platform calls it. */
  callId: z.string(),
  state: enumOf(callStates),
  at: instant,
  /** Masked. */
  phone: z.string().nullable(),
  extension: z.string().nullable(),
  claimedBy: idAndName.nullable(),
  /** Whoever claimed it has not been heard of for a while: another may take it over. */
  isStale: z.boolean(),
  /** For whoever claimed it. */
  draftId: z.string().nullable(),
  /** Of missed calls of one number: how many, since when, and how often somebody called back in vain. */
  count: z.number(),
  since: instant,
  callBacks: z.number(),
  doneAt: instant.nullable(),
  /** In force now for its number. */
  restriction: restrictionView,
});

export const callQuery = z.strictObject({
  state: z.enum(['waiting', 'claimed', 'missed']).default('waiting'),
  /** Only at the own extension. */
  mine: z.enum(['true', 'false']).optional(),
  ...page,
});

export const releaseInput = z.strictObject({
  /** Why there will be no ticket; without it the call waits for somebody else. */
  noTicketReason: text(200).optional(),
});
export const calledBackInput = z.strictObject({ outcome: enumOf(callBackOutcomes) });
export const extensionInput = z.strictObject({ extension: extension.nullable() });

/** The call a ticket was registered from. */
export const ticketCallView = z.object({
  call: z
    .object({
      state: enumOf(callStates),
      at: instant,
      answeredAt: instant.nullable(),
      endedAt: instant.nullable(),
      extension: z.string().nullable(),
      rating: z.number().nullable(),
      hasRecording: z.boolean(),
    })
    .nullable(),
});
export const recordingView = z.object({ url: z.string() });
export const hearInput = z.strictObject({ reason: text(1_000) });
