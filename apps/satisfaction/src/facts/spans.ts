import { dateOfDay, dayNumber } from '#calendar/day-number';
import { lastOfMonth } from '#calendar/time-span';

export type Grain = 'day' | 'month';

export interface Span {
  readonly grain: Grain;
  /** YYYY-MM-DD. */
  readonly start: string;
}

/**
 * The months and days that make up a period from one day to another, both included.
 * @param coarsest `day` for days alone
 */
export function spansOf(from: string, to: string, coarsest: Grain = 'month'): Span[] {
  const spans: Span[] = [];
  for (let day = from; day <= to;) {
    const isMonth = coarsest === 'month' && day.endsWith('-01') && lastOfMonth(day) <= to;
    spans.push({ grain: isMonth ? 'month' : 'day', start: day });
    day = dayAfter(isMonth ? lastOfMonth(day) : day);
  }
  return spans;
}

const dayAfter = (day: string): string => dateOfDay(dayNumber(day) + 1);
