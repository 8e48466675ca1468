import { z } from 'zod';
import { adminSubjects } from '#ticket/admin-event';
import { clockKinds, type ClockKind } from '#ticket/clock-kind';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { code, date, enumOf, flag, instant, page, text } from './fields';
import { limitUnits } from './limit-units';

/** What a limit is to the day on which somebody asks. */
export const limitStandings = {
  'in-force': { label: '执行中' },
  planned: { label: '待生效' },
  past: { label: '已失效' },
} as const;

/** Steps that a limit gives time for; the promise follows from `finish`, and a hold has its own review date. */
export const limitedClocks = Object.fromEntries(
  Object.entries(clockKinds).filter(([kind]) => kind !== 'citizen' && kind !== 'held'),
) as Omit<typeof clockKinds, 'citizen' | 'held'> satisfies Partial<Record<ClockKind, unknown>>;

/** What a change of rules would move. Beyond some thousand tickets it is looked at no more, and `exact` is false. */
export const movesView = z.object({
  /** Tickets of which a clock moves, of those looked at. */
  tickets: z.number(),
  clocks: z.number(),
  /** Tickets that would stay as they are, since a due time would fall into a year without a notice. */
  unknown: z.number(),
  /** Tickets that the change can touch. */
  touched: z.number(),
  lookedAt: z.number(),
  exact: z.boolean(),
  /** Clocks of the newest tickets that move: from when to when; null where there is no such clock. */
  items: z.array(
    z.object({
      ticketId: z.string(),
      number: z.string(),
      title: z.string(),
      clock: enumOf(clockKinds),
      label: z.string(),
      from: instant.nullable(),
      to: instant.nullable(),
    }),
  ),
});
export type MovesView = z.output<typeof movesView>;

export const timeLimitView = z.object({
  id: z.string(),
  version: z.number(),
  type: enumOf(ticketTypes).nullable(),
  urgency: enumOf(urgencies).nullable(),
  categoryCode: z.string().nullable(),
  clock: enumOf(clockKinds),
  label: z.string(),
  /** Null: from then on this class has no limit of its own for the step. */
  amount: z.number().nullable(),
  unit: enumOf(limitUnits),
  source: z.string(),
  /** The first day on which steps start with it; null since always. */
  validFrom: date.nullable(),
  state: enumOf(limitStandings),
});
/** `moves` where it was only previewed. */
export const timeLimitChange = timeLimitView.extend({ moves: movesView.nullable() });

export const timeLimitInput = z.strictObject({
  type: enumOf(ticketTypes).nullish(),
  urgency: enumOf(urgencies).nullish(),
  categoryCode: code.nullish(),
  clock: enumOf(limitedClocks),
  /** Null ends the limit. */
  amount: z.number().int().min(1).max(1_000).nullable(),
  unit: enumOf(limitUnits),
  source: text(200),
  /** Left out: as the limit whose place it takes, so that all open clocks follow. */
  validFrom: date.nullish(),
});
export const previewQuery = z.strictObject({ preview: flag.default(false) });
/** `history`: also limits that are past and those to come. */
export const timeLimitQuery = z.strictObject({ history: flag.default(false), ...page });

export const recomputationView = z.object({
  id: z.string(),
  subject: enumOf(adminSubjects),
  /** The year, or the limit's class and step. */
  subjectId: z.string(),
  state: z.enum(['waiting', 'running', 'done']),
  at: instant,
  startsAt: instant,
  endedAt: instant.nullable(),
  tickets: z.number(),
  looked: z.number(),
  movedTickets: z.number(),
  movedClocks: z.number(),
});
