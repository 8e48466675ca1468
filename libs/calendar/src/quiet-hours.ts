import { instantOnDay, shanghaiDay, shanghaiTimeOfDay } from './shanghai-time';
import { timeOfDay } from './time-of-day';

const quietFrom = timeOfDay('21:00');
const quietTo = timeOfDay('08:00');

/** Whether people are left in peace at this instant: 21:00 to 08:00 in Shanghai, every day of the year. */
export function isQuiet(at: Date): boolean {
  const time = shanghaiTimeOfDay(at);
  return time >= quietFrom || time < quietTo;
}

/** The earliest instant, now or later, at which people may be alerted. */
export function nextLoudInstant(at: Date): Date {
  if (!isQuiet(at)) return at;
  const evening = shanghaiTimeOfDay(at) >= quietFrom;
  return instantOnDay(shanghaiDay(at) + (evening ? 1 : 0), quietTo);
}
