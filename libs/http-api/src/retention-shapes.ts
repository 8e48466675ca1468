import { z } from 'zod';
import { ticketTypes } from '#ticket/ticket-type';
import { enumOf, id, idAndName, instant, page, text } from './fields';

/** What is done: archived after its end, or everything personal erased after the archiving. */
export const retentionKinds = { archive: { label: '归档' }, erase: { label: '删除个人信息' } } as const;

export const retentionRuleView = z.object({
  id: z.string(),
  kind: enumOf(retentionKinds),
  /** Null for all types without a rule of their own. */
  type: enumOf(ticketTypes).nullable(),
  days: z.number(),
  basis: z.string(),
  state: z.enum(['proposed', 'in-force', 'ended']),
  proposedBy: idAndName,
  proposedAt: instant,
  approvedBy: idAndName.nullable(),
  approvedAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export const retentionRuleInput = z.strictObject({
  kind: enumOf(retentionKinds),
  type: enumOf(ticketTypes).nullish(),
  days: z.number().int().min(1).max(36_500),
  basis: text(500),
});

/** When the rules and erasures were carried out last, what came of it, and until when they are at the latest again. */
export const retentionRoundView = z.object({
  /** Null before the first time. */
  lastAt: instant.nullable(),
  nextBy: instant.nullable(),
  /** By rules of one kind, and by citizens who asked; empty when nothing was due. */
  done: z.array(
    z.object({
      subject: z.enum(['retention-rule', 'erasure']),
      kind: enumOf(retentionKinds).nullable(),
      tickets: z.number(),
    }),
  ),
});

export const erasureView = z.object({
  id: z.string(),
  ticketId: z.string(),
  number: z.string(),
  state: z.enum(['asked', 'approved', 'refused', 'done']),
  /** Empty once it is done: it may name somebody. */
  reason: z.string(),
  askedBy: idAndName,
  askedAt: instant,
  decidedBy: idAndName.nullable(),
  decidedAt: instant.nullable(),
  doneAt: instant.nullable(),
  tickets: z.number().nullable(),
});
export const erasureInput = z.strictObject({ ticketId: id, reason: text(1_000) });
export const erasureQuery = z.strictObject({ state: z.enum(['open', 'done']).default('open'), ...page });
