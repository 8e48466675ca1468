import { z } from 'zod';
import { date, enumOf, instant, page, text } from './fields';

/** What of a ticket may differ between its system and us. */
export const differenceKinds = {
  'not-here': { label: '对方已发，本方未收到' },
  'not-there': { label: '本方已收，对方未列出' },
  'due-differs': { label: '办理期限不一致' },
  'ended-here': { label: '本方已办结，对方仍在办' },
  'open-here': { label: '对方已办结，本方仍在办' },
} as const;
export type DifferenceKind = keyof typeof differenceKinds;

/** Tickets of one day at most: more are sent in no message of ours either. */
const most = 5_000;

const listed = z.strictObject({
  upstreamNumber: text(100),
  dueAt: instant.nullish(),
  /** Whether it is still open with them; not compared when it is not said. */
  isOpen: z.boolean().optional(),
});
export type Listed = z.output<typeof listed>;

/** All tickets that a system sent us on a day of Shanghai; a later list of the same day takes its place. */
export const reconciliationInput = z
  .strictObject({ day: date, tickets: z.array(listed).max(most) })
  .refine(({ tickets }) => new Set(tickets.map(({ upstreamNumber }) => upstreamNumber)).size === tickets.length, {
    path: ['tickets'],
    error: '同一编号只能列一次',
  });

export const reconciliationView = z.object({
  id: z.string(),
  system: z.string(),
  day: z.string(),
  /** How many tickets they listed; null while no list has come. */
  listed: z.number().nullable(),
  receivedAt: instant.nullable(),
  comparedAt: instant.nullable(),
  differing: z.number(),
});
export const reconciliationQuery = z.strictObject({
  /** `differing`: only days that differ, and days without a list. */
  state: z.enum(['all', 'differing']).default('all'),
  ...page,
});

export const differenceView = z.object({
  upstreamNumber: z.string(),
  kind: enumOf(differenceKinds),
  ticketId: z.string().nullable(),
  /** What they say, and what is here. */
  theirs: z.string().nullable(),
  ours: z.string().nullable(),
});
export const differenceQuery = z.strictObject(page);
