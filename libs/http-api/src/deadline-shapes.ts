import { z } from 'zod';
import { clockKinds } from '#ticket/clock-kind';
import { date, enumOf, instant, looseText, page, text } from './fields';
import { movesView } from './time-limit-shapes';

export const calendarDay = z.strictObject({ date, working: z.boolean(), name: looseText(40) });
export const calendarView = z.object({
  year: z.number(),
  version: z.number(),
  source: z.string(),
  published: z.boolean(),
  days: z.array(calendarDay),
});
/** One version of a year, and since when it stands. */
export const calendarVersion = calendarView.extend({ at: instant });
/** A year as it stands; `isMissing`: due times need it soon, and nobody has published it. */
export const calendarStanding = z.object({
  year: z.number(),
  version: z.number(),
  source: z.string(),
  published: z.boolean(),
  isMissing: z.boolean(),
  /** Weekdays off, and weekend days worked for them. */
  daysOff: z.number(),
  daysMadeUp: z.number(),
});
/** `moves` where it was only previewed. */
export const calendarChange = calendarView.extend({ moves: movesView.nullable() });
export const calendarInput = z.strictObject({
  source: text(200),
  published: z.boolean(),
  days: z.array(calendarDay).max(366),
});

export const alertView = z.object({
  ticketId: z.string(),
  number: z.string(),
  title: z.string(),
  clock: enumOf(clockKinds),
  label: z.string(),
  rung: z.enum(['yellow', 'red']),
  dueAt: instant,
  firedAt: instant,
});
export const alertQuery = z.strictObject({ rung: z.enum(['yellow', 'red']).optional(), ...page });
