import type { CalendarYear } from './calendar-year';
import { dateOfDay, dayNumber } from './day-number';
import { OfficeDay } from './office-day';
import type { CalendarVersion, OfficeHours } from './office-hours';
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
  private readonly officeDay: OfficeDay;
  /** The version of the office hours. */
  private readonly hours: number | undefined;

  /** @throws RangeError when a row names days outside its year, or the sessions are not in order */
  constructor(years: readonly CalendarYear[], officeHours: OfficeHours) {
    this.workingDays = new WorkingDays(years);
    this.officeDay = new OfficeDay(officeHours);
    this.hours = officeHours.version;
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
    return instantOnDay(dayNumber(date), this.officeDay.closing);
  }

  /** When the office closes on the n-th working day after the day of an instant; the instant itself for 0. */
  closingAfter(at: Date, n: number): Date {
    return countOf(n) === 0 ? at : instantOnDay(this.nthAfter(shanghaiDay(at), n), this.officeDay.closing);
  }

  /** When the office last opened before an instant. */
  openingBefore(at: Date): Date {
    const day = shanghaiDay(at);
    const openedThen = shanghaiTimeOfDay(at) > this.officeDay.opening && this.workingDays.isWorking(day);
    return instantOnDay(openedThen ? day : this.workingDays.at(day, -1), this.officeDay.opening);
  }

  /**
   * The earliest instant by which that much office time has passed since `start`: what is used up at noon ends at noon,
   * not when the office opens again.
   */
  addOfficeMinutes(start: Date, minutes: number): Date {
    const ms = millisecondsOf(minutes);
    if (ms === 0) return start;
    const day = shanghaiDay(start);
    const sinceOpening = this.elapsedOn(day, start) + ms;
    const daysAhead = Math.ceil(sinceOpening / this.officeDay.length) - 1;
    const time = this.officeDay.firstTimeAt(sinceOpening - daysAhead * this.officeDay.length);
    return instantOnDay(this.workingDays.at(day, daysAhead), time);
  }

  /** The latest instant from which that much office time passes until `end`: the mirror of addOfficeMinutes. */
  subtractOfficeMinutes(end: Date, minutes: number): Date {
    const ms = millisecondsOf(minutes);
    if (ms === 0) return end;
    const day = shanghaiDay(end);
    const sinceOpening = this.elapsedOn(day, end) - ms;
    const daysAhead = Math.floor(sinceOpening / this.officeDay.length);
    const time = this.officeDay.lastTimeAt(sinceOpening - daysAhead * this.officeDay.length);
    return instantOnDay(this.workingDays.at(day, daysAhead), time);
  }

  /** Minutes of office time from `a` to `b`, with fractions; negative when `b` is earlier. */
  officeMinutesBetween(a: Date, b: Date): number {
    if (b < a) return -this.officeMinutesBetween(b, a);
    const [from, to] = [shanghaiDay(a), shanghaiDay(b)];
    const wholeDays = this.workingDays.count(from, to) * this.officeDay.length;
    return (wholeDays - this.elapsedOn(from, a) + this.elapsedOn(to, b)) / minuteMs;
  }

  /** The calendar years and office hours, with their versions, that a computation from one instant to another rests on. */
  versionsBetween(from: Date, to: Date): CalendarVersion[] {
    if (to < from) return this.versionsBetween(to, from);
    const hours = this.hours === undefined ? {} : { hours: this.hours };
    return this.workingDays
      .between(shanghaiDay(from), shanghaiDay(to))
      .map(({ year, version }) => ({ year, version, ...hours }));
  }

  private nthAfter(day: number, n: number): number {
    return this.workingDays.at(day, this.workingDays.isWorking(day) ? n : n - 1);
  }

  /** Office time from the opening of a day to an instant on it; none on a day that is not worked. */
  private elapsedOn(day: number, at: Date): number {
    return this.workingDays.isWorking(day) ? this.officeDay.elapsed(shanghaiTimeOfDay(at)) : 0;
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
