import { z } from 'zod';
import { clockKinds } from '#ticket/clock-kind';
import { assignmentRole } from './assignment-shapes';
import { date, enumOf, idAndName, instant } from './fields';

const limit = z.object({
  amount: z.number(),
  unit: z.enum(['minutes', 'hours', 'office-hours', 'working-days']),
});

/** What moved a due time after it was counted, in the order it happened. */
const receiptStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pause'), from: instant, to: instant }),
  z.object({ kind: z.literal('extension'), at: instant, until: instant }),
  z.object({ kind: z.literal('promise'), at: instant, from: instant, to: instant }),
  z.object({
    kind: z.literal('own-limit'),
    at: instant,
    dueAt: instant,
    /** The line of the ticket's history that set it. */
    seq: z.number(),
    /** The part began when it was set already. */
    inherited: z.boolean(),
    by: idAndName.nullable(),
    reason: z.string().nullable(),
    source: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('handed-on'),
    at: instant,
    dueAt: instant,
    /** Whoever handed it on gave this date; else it is where their own time ends. */
    given: z.boolean(),
  }),
  z.object({ kind: z.literal('send-back'), at: instant, submittedAt: instant.nullable(), ...limit.shape }),
]);

/** One day of the counting: what it is by the calendar, and whether and as which one it counts. */
const receiptDay = z.object({
  date,
  kind: z.enum(['working', 'make-up', 'weekend', 'holiday']),
  /** The holiday by whose notice it differs from Monday to Friday. */
  name: z.string().nullable(),
  calendar: z.object({ year: z.number(), version: z.number() }),
  counts: z.boolean(),
  /** As which working day it counts. */
  n: z.number().nullable(),
  /** Office minutes that count on it. */
  minutes: z.number().nullable(),
});

const receiptStage = z.object({
  by: z.enum([
    ...['given', 'limit', 'margin', 'upstream', 'pause', 'extension', 'promise', 'send-back', 'own-limit'],
    'handed-on',
  ] as const),
  from: instant,
  dueAt: instant,
  /** Days of a pause that do not count. */
  within: z.array(receiptDay),
  /** Days from the earlier instant to the due time. */
  days: z.array(receiptDay),
});

/** 计时依据: how a due time came about. `start`, `limit`, `steps` and the calendars named give it again. */
export const receiptView = z.object({
  clockId: z.string(),
  ticketId: z.string(),
  kind: enumOf(clockKinds),
  label: z.string(),
  /** Whose part it is the clock of; null for one of the whole ticket. */
  part: z.object({ department: idAndName, role: assignmentRole }).nullable(),
  state: z.enum(['running', 'met', 'cancelled']),
  start: instant,
  limit: z.object({ id: z.string(), version: z.number(), source: z.string().nullable(), ...limit.shape }).nullable(),
  given: instant.nullable(),
  margin: limit.nullable(),
  upstream: z.object({ dueAt: instant, bounds: z.enum(['department', 'citizen']) }).nullable(),
  steps: z.array(receiptStep),
  officeHours: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Whose office hours they are (null: the whole house's), and in which version; 0 where nobody has set them. */
  hours: z.object({ departmentId: z.string().nullable(), version: z.number(), source: z.string() }),
  calendars: z.array(z.object({ year: z.number(), version: z.number(), source: z.string() })),
  stages: z.array(receiptStage),
  /** Since when its ticket is held, while it is. */
  pausedSince: instant.nullable(),
  yellowAt: instant.nullable(),
  dueAt: instant,
  metAt: instant.nullable(),
  /** The same, as a clerk reads it. */
  lines: z.array(z.string()),
});
