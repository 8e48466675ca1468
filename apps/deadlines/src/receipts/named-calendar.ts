import { Calendar } from '#calendar/calendar';
import type { CalendarYear } from '#calendar/calendar-year';
import { ToldDays } from '#calendar/told-days';
import type { KeptHours } from '../office-hours/offices';

/** Hours that somebody keeps. */
export type NamedHours = KeptHours & { readonly sessions: NonNullable<KeptHours['sessions']> };

/** The calendar years and office hours that a receipt names, laid out: to count with, and to tell day by day. A version never changes. */
export class NamedCalendar {
  readonly calendar: Calendar;
  readonly days: ToldDays;

  constructor(
    readonly years: readonly CalendarYear[],
    readonly officeHours: NamedHours,
  ) {
    this.calendar = new Calendar(years, officeHours);
    this.days = new ToldDays(years);
  }
}
