import type { CalendarYear } from './calendar-year';
import { dateOfDay, dayNumber } from './day-number';
import type { OfficeHours } from './office-hours';
import { OfficeYear } from './office-year';
import { instantOnDay, shanghaiDay, shanghaiTimeOfDay } from './shanghai-time';
import { WorkingDays } from './working-days';

const minuteMs = 60_000;

/**
 * Working time in Shanghai: which days are worked and how office time runs through them. Build it once per set of rows;
 * it never changes and never looks at the machine's clock or zone. Dates are YYYY-MM-DD in Shanghai.
 *
 * A computation touches every year from its first day to its last; an amount of 0 touches none. One that touches a year
 * without a published row throws UnpublishedYear; a date, instant or amount that makes no sense is a RangeError.
 */
export class Calendar {
  private readonly workingDays: WorkingDays;
  private readonly office: OfficeYear;

  /** @throws RangeError when a row names days outside its year, or no day could be made of the office hours */
  constructor(years: readonly CalendarYear[] | WorkingDays, officeHours: OfficeHours | OfficeYear) {
    this.workingDays = years instanceof WorkingDays ? years : new WorkingDays(years);
    this.office = officeHours instanceof OfficeYear ? officeHours : new OfficeYear(officeHours);
  }

  /** The same calendar; each year that an answer rests on is added to `asked`, with its version. */
  noting(asked: Set<Pick<CalendarYear, 'year' | 'version'>>): Calendar {
    return new Calendar(this.workingDays.noting(asked), this.office);
  }

  isWorkingDay(date: string): boolean {
    return this.workingDays.isWorking(dayNumber(date));
  }

  /** The n-th working day after a date (次日起: the date itself is not counted); the date itself for 0. */
  workingDayAfter(date: string, n: number): string {
    const day = dayNumber(date);
    return countOf(n) === 0 ? date : dateOfDay(this.nthAfter(day, n));
  }

  /** The n-th working day before a date; the date itself for 0. */
  workingDayBefore(date: string, n: number): string {
    const day = dayNumber(date);
    if (countOf(n) === 0) return date;
    return dateOfDay(this.workingDays.at(day, -n));
  }

  /** When the office closes on a date, were it a working day. */
  officeClosing(date: string): Date {
    return this.closingOn(dayNumber(date));
  }

  /** When the office closes on the n-th working day after the day of an instant; the instant itself for 0. */
  closingAfter(at: Date, n: number): Date {
    return countOf(n) === 0 ? at : this.closingOn(this.nthAfter(shanghaiDay(at), n));
  }

  /**
   * The same time of day on the n-th working day after the day of an instant; the instant itself for 0. Midnight is the
   * end of the day before, which is when an office that closes at 24:00 closes. From closing it is closing, in whatever
   * season that day lies.
   */
  workingDaysLater(at: Date, n: number): Date {
    if (countOf(n) === 0) return at;
    const day = shanghaiDay(new Date(at.getTime() - 1));
    const later = this.nthAfter(day, n);
    if (at.getTime() === this.closingOn(day).getTime()) return this.closingOn(later);
    return instantOnDay(later, at.getTime() - instantOnDay(day, 0).getTime());
  }

  /** How many working days open from one instant up to, not including, a later one. */
  openingsWithin(from: Date, to: Date): number {
    const first = shanghaiDay(from) + (this.hasOpened(from) ? 1 : 0);
    const last = shanghaiDay(to) - (this.hasOpened(to) ? 0 : 1);
    if (last < first) return 0;
    // Up to the last day and that day itself: the day after it may lie in a year that nobody has announced.
    return this.workingDays.count(first, last) + (this.workingDays.isWorking(last) ? 1 : 0);
  }

  /** When the office last opened before an instant. */
  openingBefore(at: Date): Date {
    const day = shanghaiDay(at);
    const openedThen = this.hasOpened(at) && this.workingDays.isWorking(day);
    const opened = openedThen ? day : this.workingDays.at(day, -1);
    return instantOnDay(opened, this.office.on(opened).opening);
  }

  /**
   * The earliest instant by which that much office time has passed since `start`: what is used up at noon ends at noon,
   * not when the office opens again.
   */
  addOfficeMinutes(start: Date, minutes: number): Date {
    const ms = millisecondsOf(minutes);
    if (ms === 0) return start;
    const day = shanghaiDay(start);
    let left = this.elapsedOn(day, start) + ms;
    // Where all days are alike, those in between are not walked through.
    let ahead = this.office.isEven ? Math.ceil(left / this.office.on(day).length) - 1 : 0;
    left -= ahead * this.office.on(day).length;
    for (;;) {
      const worked = this.workingDays.at(day, ahead);
      const hours = this.office.on(worked);
      if (left <= hours.length) return instantOnDay(worked, hours.firstTimeAt(left));
      left -= hours.length;
      ahead += 1;
    }
  }

  /** The latest instant from which that much office time passes until `end`: the mirror of addOfficeMinutes. */
  subtractOfficeMinutes(end: Date, minutes: number): Date {
    const ms = millisecondsOf(minutes);
    if (ms === 0) return end;
    const day = shanghaiDay(end);
    let left = this.elapsedOn(day, end) - ms;
    let ahead = this.office.isEven ? Math.floor(left / this.office.on(day).length) : 0;
    left -= ahead * this.office.on(day).length;
    while (left < 0) {
      ahead -= 1;
      left += this.office.on(this.workingDays.at(day, ahead)).length;
    }
    const worked = this.workingDays.at(day, ahead);
    return instantOnDay(worked, this.office.on(worked).lastTimeAt(left));
  }

  /** Minutes of office time from `a` to `b`, with fractions; negative when `b` is earlier. */
  officeMinutesBetween(a: Date, b: Date): number {
    if (b < a) return -this.officeMinutesBetween(b, a);
    const [from, to] = [shanghaiDay(a), shanghaiDay(b)];
    const wholeDays = this.office
      .stretches(from, to)
      .reduce((sum, stretch) => sum + this.workingDays.count(stretch.from, stretch.to) * stretch.hours.length, 0);
    return (wholeDays - this.elapsedOn(from, a) + this.elapsedOn(to, b)) / minuteMs;
  }

  /** The calendar years, with their versions, that a computation from one instant to another rests on. */
  versionsBetween(from: Date, to: Date): Pick<CalendarYear, 'year' | 'version'>[] {
    if (to < from) return this.versionsBetween(to, from);
    return this.workingDays.between(shanghaiDay(from), shanghaiDay(to)).map(({ year, version }) => ({ year, version }));
  }

  private nthAfter(day: number, n: number): number {
    return this.workingDays.at(day, this.workingDays.isWorking(day) ? n : n - 1);
  }

  private closingOn(day: number): Date {
    return instantOnDay(day, this.office.on(day).closing);
  }

  /** Whether the time at which its day's office opens has passed, were it a working day. */
  private hasOpened(at: Date): boolean {
    return shanghaiTimeOfDay(at) > this.office.on(shanghaiDay(at)).opening;
  }

  /** Office time from the opening of a day to an instant on it; none on a day that is not worked. */
  private elapsedOn(day: number, at: Date): number {
    return this.workingDays.isWorking(day) ? this.office.on(day).elapsed(shanghaiTimeOfDay(at)) : 0;
  }
}

function countOf(n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of days: ${n}`);
  return n;
}

/** Rounded to whole milliseconds, the finest an instant can tell. */
function millisecondsOf(minutes: number): number {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`Not an amount of time: ${minutes}`);
  return Math.round(minutes * minuteMs);
}
