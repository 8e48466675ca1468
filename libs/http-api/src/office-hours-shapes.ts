import { z } from 'zod';
import { text } from './fields';
import { movesView } from './time-limit-shapes';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '须为 24 小时制时刻，如 09:00');
const sessions = z.array(z.strictObject({ from: timeOfDay, to: timeOfDay }));

/** When the house is open on a working day, with its breaks. Version 0: nobody has set it yet. */
export const officeHoursView = z.object({ version: z.number(), sessions, source: z.string() });
/** `moves` where it was only previewed. */
export const officeHoursChange = officeHoursView.extend({ moves: movesView.nullable() });
export const officeHoursInput = z.strictObject({ sessions: sessions.min(1).max(4), source: text(200) });
