import { z } from 'zod';
import { id, text } from './fields';
import { movesView } from './time-limit-shapes';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '须为 24 小时制时刻，如 09:00');
const sessions = z.array(z.strictObject({ from: timeOfDay, to: timeOfDay }));

/** A date of every year. */
const yearly = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '须为月-日，如 05-01');

/** Other hours from one date of each year to another, both included: 夏令作息. */
const season = z.strictObject({ from: yearly, to: yearly, sessions: sessions.min(1).max(4) });
export const seasonsView = z.array(season);

/** When an office is open on a working day, with its breaks. Version 0: nobody has set those of the house yet. */
export const officeHoursView = z.object({
  /** Null for the whole house. */
  departmentId: z.string().nullable(),
  version: z.number(),
  /** Null where a department keeps the hours of the house again. */
  sessions: sessions.nullable(),
  seasons: seasonsView,
  source: z.string(),
  /** The newest version of its office. */
  inForce: z.boolean(),
});
/** `moves` where it was only previewed. */
export const officeHoursChange = officeHoursView.extend({ moves: movesView.nullable() });
export const officeHoursInput = z.strictObject({
  departmentId: id.nullable().default(null),
  sessions: sessions.min(1).max(4).nullable(),
  seasons: z.array(season).max(4).default([]),
  source: text(200),
});
