import { dateOfDay, dayMs, dayNumber } from './day-number';
import { timeOfDay } from './time-of-day';

/*
 * The hotline lives by Asia/Shanghai: UTC+8 without daylight saving since 1991. A fixed offset keeps every answer the
 * same on any machine and costs nothing; earlier instants are outside what the system handles.
 */
const offsetMs = 8 * 3_600_000;

/** The date in Shanghai (YYYY-MM-DD) at an instant. @throws RangeError for an invalid Date */
export function shanghaiDate(at: Date): string {
  return dateOfDay(shanghaiDay(at));
}

/** The day number in Shanghai at an instant. @throws RangeError for an invalid Date */
export function shanghaiDay(at: Date): number {
  const day = Math.floor((at.getTime() + offsetMs) / dayMs);
  if (Number.isNaN(day)) throw new RangeError('Not an instant: Invalid Date');
  return day;
}

/** Milliseconds since midnight in Shanghai at an instant. */
export function shanghaiTimeOfDay(at: Date): number {
  return at.getTime() + offsetMs - shanghaiDay(at) * dayMs;
}

/** The instant `ms` milliseconds after midnight in Shanghai on a day number. */
export function instantOnDay(day: number, ms: number): Date {
  return new Date(day * dayMs + ms - offsetMs);
}

/**
 * The instant of a date and time in Shanghai.
 * @param date YYYY-MM-DD
 * @param time HH:MM, 00:00 to 24:00
 * @throws RangeError when there is no such date or time
 */
export function shanghaiInstant(date: string, time: string): Date {
  return instantOnDay(dayNumber(date), timeOfDay(time));
}

/** ISO 8601 with Shanghai's offset, as 2026-10-08T18:00:00.000+08:00. @throws RangeError for an invalid Date */
export function shanghaiIso(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().replace('Z', '+08:00');
}
