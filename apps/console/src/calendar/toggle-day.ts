import { dayNumber, isWeekday } from '#calendar/day-number';
import type { CalendarDay } from './calendar-year';

/** A weekday becomes a holiday, a weekend day a workday; a day already marked becomes ordinary again. */
export function toggleDay(days: readonly CalendarDay[], date: string, name: string): CalendarDay[] {
  const others = days.filter((day) => day.date !== date);
  if (others.length < days.length) return others;
  const marked = { date, working: !isWeekday(dayNumber(date)), name };
  return [...others, marked].sort((a, b) => a.date.localeCompare(b.date));
}
