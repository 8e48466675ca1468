import { Calendar } from '#calendar/calendar';
import type { CalendarYear } from '#calendar/calendar-year';
import type { OfficeHours } from '#calendar/office-hours';
import { ToldDays } from '#calendar/told-days';

/** The calendar years that a receipt names, laid out: to count with, and to tell day by day. A version never changes. */
export class NamedCalendar {
  readonly calendar: Calendar;
  readonly days: ToldDays;

  constructor(
    readonly years: readonly CalendarYear[],
    readonly officeHours: OfficeHours,
  ) {
    this.calendar = new Calendar(years, officeHours);
    this.days = new ToldDays(years);
  }
}
