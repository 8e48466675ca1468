/** Milliseconds in a day; Shanghai has had no daylight saving since 1991. */
export const dayMs = 86_400_000;

/**
 * Days from 1970-01-01 to a date.
 * @param date YYYY-MM-DD
 * @throws RangeError when there is no such day
 */
export function dayNumber(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
  // JavaScript takes 30 February for 2 March: only a date that reads back the same is a date.
  if (Number.isNaN(day) || dateOfDay(day) !== date) throw new RangeError(`No such date: ${date}`);
  return day;
}

/** The date (YYYY-MM-DD) of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The year a day number lies in. */
export function yearOfDay(day: number): number {
  return new Date(day * dayMs).getUTCFullYear();
}

/** True from Monday to Friday, whatever the holidays say. */
export function isWeekday(day: number): boolean {
  // Day 0 was a Thursday; counted from Monday, weekdays are 0 to 4. The 10 = 3 + 7 keeps days before 1970 positive.
  return ((day % 7) + 10) % 7 < 5;
}
