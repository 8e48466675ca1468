import { z } from 'zod';
import { id, idAndName, instant, page, phone, text } from './fields';

/** 骚扰: the number is named by itself, or by a ticket or a call it stands behind. */
export const harassmentInput = z
  .strictObject({
    phone: phone.optional(),
    ticketId: id.optional(),
    callId: id.optional(),
    reason: text(1_000),
    /** Numbers of tickets or calls that show it. */
    examples: z.array(text(100)).min(1, '至少举一例').max(20),
  })
  .refine(({ phone, ticketId, callId }) => [phone, ticketId, callId].filter(Boolean).length === 1, {
    path: ['phone'],
    error: '须指明号码、工单或来电之一',
  });

export const harassmentStates = {
  proposed: { label: '待批准' },
  'in-force': { label: '限制中' },
  refused: { label: '不予批准' },
  ended: { label: '已结束' },
} as const;
export type HarassmentState = keyof typeof harassmentStates;

export const harassmentView = z.object({
  id: z.string(),
  state: z.enum(Object.keys(harassmentStates) as [HarassmentState, ...HarassmentState[]]),
  /** Masked. */
  phone: z.string(),
  reason: z.string(),
  examples: z.array(z.string()),
  proposedBy: idAndName,
  proposedAt: instant,
  decidedBy: idAndName.nullable(),
  decidedAt: instant.nullable(),
  expiresAt: instant.nullable(),
  liftedAt: instant.nullable(),
});
export const harassmentQuery = z.strictObject({ state: z.enum(['open', 'closed']).default('open'), ...page });
export const harassmentApproval = z.strictObject({ days: z.number().int().min(1).max(3_650) });

/** What whoever takes the call is told while it is in force. */
export const restrictionView = z.object({ reason: z.string(), until: instant }).nullable();
