import type { CalendarYear } from './calendar-year';
import { yearOfDay } from './day-number';
import { UnpublishedYear } from './unpublished-year';
import { YearTable } from './year-table';

/** The working days of all published years. Days are day numbers; asking beyond those years throws UnpublishedYear. */
export class WorkingDays {
  private tables = new Map<number, YearTable>();
  private asked: Set<Pick<CalendarYear, 'year' | 'version'>> | null = null;

  /** @throws RangeError when a published row names days outside its year */
  constructor(years: readonly CalendarYear[]) {
    for (const row of newestOfEachYear(years)) {
      if (row.published) this.tables.set(row.year, new YearTable(row));
    }
  }

  /** The same days; each year that is asked about is added to `asked`. */
  noting(asked: Set<Pick<CalendarYear, 'year' | 'version'>>): WorkingDays {
    const noting = new WorkingDays([]);
    noting.tables = this.tables;
    noting.asked = asked;
    return noting;
  }

  isWorking(day: number): boolean {
    return this.table(yearOfDay(day)).isWorking(day);
  }

  /** The working day `offset` places along (or back, when negative) from the first one at or after a day. */
  at(day: number, offset: number): number {
    let table = this.table(yearOfDay(day));
    let index = table.workedBefore(day) + offset;
    while (index < 0) {
      table = this.table(table.year - 1);
      index += table.workingDays.length;
    }
    let found = table.workingDays[index];
    while (found === undefined) {
      index -= table.workingDays.length;
      table = this.table(table.year + 1);
      found = table.workingDays[index];
    }
    return found;
  }

  /** How many working days there are from one day up to, not including, a later one. */
  count(from: number, to: number): number {
    const last = yearOfDay(to);
    let sum = -this.table(yearOfDay(from)).workedBefore(from);
    for (let year = yearOfDay(from); year < last; year++) sum += this.table(year).workingDays.length;
    return sum + this.table(last).workedBefore(to);
  }

  /** The years from one day to a later one, in order. */
  between(from: number, to: number): YearTable[] {
    const tables: YearTable[] = [];
    for (let year = yearOfDay(from); year <= yearOfDay(to); year++) tables.push(this.table(year));
    return tables;
  }

  private table(year: number): YearTable {
    const table = this.tables.get(year);
    if (table === undefined) throw new UnpublishedYear(year);
    this.asked?.add(table);
    return table;
  }
}

function newestOfEachYear(years: readonly CalendarYear[]): Iterable<CalendarYear> {
  const newest = new Map<number, CalendarYear>();
  for (const row of years) {
    const known = newest.get(row.year);
    if (known === undefined || row.version > known.version) newest.set(row.year, row);
  }
  return newest.values();
}
