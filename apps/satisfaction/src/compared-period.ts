import { dayNumber } from '#calendar/day-number';
import { lastOf, lastOfMonth, shifted, times, timeSpanNames, timeSpans, type Shift } from '#calendar/time-span';
import type { ReportComparison } from '#http-api/rating-shapes';
import type { Period } from './period';

/** The period that a report is compared with, and how far away it is. */
export interface ComparedPeriod extends Period {
  readonly shift: Shift;
}

export function comparedPeriod(days: Period, comparison: ReportComparison): ComparedPeriod {
  const shift = comparison === 'last-year' ? { months: -12 } : times(lengthOf(days), -1);
  const to = shifted(days.to, shift);
  // A whole February is compared with a whole January.
  const isWhole = 'months' in shift && days.from.endsWith('-01') && days.to === lastOfMonth(days.to);
  return { shift, from: shifted(days.from, shift), to: isWhole ? lastOfMonth(to) : to };
}

/**
 * 环比: a week, month, quarter or year, whole or as far as it has come, with the one before, as far as that had come
 * then; several months with as many before; anything else with as many days before.
 */
function lengthOf({ from, to }: Period): Shift {
  const span = timeSpanNames.find((name) => timeSpans[name].first(from) === from && to <= lastOf(name, from));
  if (span) return timeSpans[span].shift;
  if (from.endsWith('-01')) return { months: monthsTo(to) - monthsTo(from) + 1 };
  return { days: dayNumber(to) - dayNumber(from) + 1 };
}

const monthsTo = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
