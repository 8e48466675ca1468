import { dayNumber, dayOfNumber, numberOfDay, type DaysWritten } from '#store/days-written';
import type { Break } from './break';

/** Two turns of the daily anchor: a house that ran for longer than that made the day's anchor. */
const surelyAnchoredMs = 600_000;

/**
 * Days on which history went on and nobody anchored it: whoever holds the anchors' lock stops them without a trace. A
 * house that is off writes no lines, and so its days are no gap; neither are the minutes in which one begins or ends, nor
 * today, which may still get its anchor, nor days before the first anchor.
 */
export const missingAnchors = (days: readonly string[], written: DaysWritten, now: Date): Break[] => {
  const anchored = new Set(days.map(numberOfDay));
  return [...written]
    .filter(([day, { first, last }]) => last - first > surelyAnchoredMs && day < dayNumber(now) && !anchored.has(day))
    .map(([day]) => dayOfNumber(day))
    .sort()
    .map((day) => ({ where: `anchor of ${day}`, fault: 'it is missing, and history went on that day' }));
};
