/**
 * Milliseconds from midnight to a time on the clock.
 * @param time HH:MM, 00:00 to 24:00
 * @throws RangeError when the clock never shows it
 */
export function timeOfDay(time: string): number {
  if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) throw new RangeError(`No such time of day: ${time}`);
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}
