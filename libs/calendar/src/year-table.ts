import type { CalendarYear } from './calendar-year';
import { dayNumber, isWeekday } from './day-number';

/** A year laid out day by day, so that every question about it is one look-up. Days are day numbers. */
export class YearTable {
  readonly year: number;
  readonly version: number;
  /** The working days in order. */
  readonly workingDays: readonly number[];
  private readonly firstDay: number;
  /** Per day of the year: the working days before it. */
  private readonly before: readonly number[];

  /** @throws RangeError when the row names a day outside its year, or one twice */
  constructor(row: CalendarYear) {
    const exceptions = exceptionsOf(row);
    const workingDays: number[] = [];
    const before: number[] = [];
    this.firstDay = dayNumber(`${row.year}-01-01`);
    const lastDay = dayNumber(`${row.year}-12-31`);
    for (let day = this.firstDay; day <= lastDay; day++) {
      before.push(workingDays.length);
      if (exceptions.get(day) ?? isWeekday(day)) workingDays.push(day);
    }
    this.year = row.year;
    this.version = row.version;
    this.workingDays = workingDays;
    this.before = before;
  }

  /** Working days of this year before a day of this year; for the first day of the next year, all of them. */
  workedBefore(day: number): number {
    return this.before[day - this.firstDay] ?? this.workingDays.length;
  }

  isWorking(day: number): boolean {
    return this.workedBefore(day) < this.workedBefore(day + 1);
  }
}

function exceptionsOf(row: CalendarYear): Map<number, boolean> {
  const exceptions = new Map<number, boolean>();
  for (const { date, working } of row.days) {
    const day = dayNumber(date);
    if (!date.startsWith(`${row.year}-`)) throw new RangeError(`${date} is not a day of ${row.year}`);
    if (exceptions.has(day)) throw new RangeError(`${date} is listed twice in ${row.year}`);
    exceptions.set(day, working);
  }
  return exceptions;
}
