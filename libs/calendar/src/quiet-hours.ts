import { instantOnDay, shanghaiDay, shanghaiTimeOfDay } from './shanghai-time';
import { timeOfDay } from './time-of-day';

/** From one time on the clock in Shanghai (HH:MM) to another, over midnight when that is earlier; none when they are the same. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** When people are left in peace unless a district says otherwise (domain.md §3). */
export const usualQuietHours: QuietHours = { from: '21:00', to: '08:00' };

/** Whether people are left in peace at this instant, every day of the year. @throws RangeError for no such time */
export function isQuiet(at: Date, { from, to }: QuietHours = usualQuietHours): boolean {
  const [time, begins, ends] = [shanghaiTimeOfDay(at), timeOfDay(from), timeOfDay(to)];
  return begins <= ends ? time >= begins && time < ends : time >= begins || time < ends;
}

/** The earliest instant, now or later, at which people may be alerted. @throws RangeError for no such time */
export function nextLoudInstant(at: Date, hours: QuietHours = usualQuietHours): Date {
  if (!isQuiet(at, hours)) return at;
  const ends = timeOfDay(hours.to);
  const isNextDay = shanghaiTimeOfDay(at) >= ends;
  return instantOnDay(shanghaiDay(at) + (isNextDay ? 1 : 0), ends);
}
