import type { CalendarYear } from './calendar-year';
import { dateOfDay, isWeekday, yearOfDay } from './day-number';
import { UnpublishedYear } from './unpublished-year';

/** What a day is in the working calendar, and by which notice; `name` is the holiday's, on days that differ. */
export interface ToldDay {
  /** Days since 1970. */
  readonly day: number;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly kind: 'working' | 'make-up' | 'weekend' | 'holiday';
  readonly name: string | null;
  readonly year: Pick<CalendarYear, 'year' | 'version'>;
}

/**
 * Each day from one day number to another, both included, as these rows of years tell it. A make-up day (调休) is a
 * weekend day that is worked; a holiday is a weekday that is not.
 * @throws UnpublishedYear for a day of a year that the rows do not tell
 */
export function toldDays(years: readonly CalendarYear[], from: number, to: number): ToldDay[] {
  const rows = new Map(years.filter(({ published }) => published).map((row) => [row.year, tableOf(row)]));
  const days: ToldDay[] = [];
  for (let day = from; day <= to; day++) {
    const table = rows.get(yearOfDay(day));
    if (!table) throw new UnpublishedYear(yearOfDay(day));
    const date = dateOfDay(day);
    const moved = table.moved.get(date);
    const isWorked = moved?.working ?? isWeekday(day);
    const kind = isWorked ? (isWeekday(day) ? 'working' : 'make-up') : isWeekday(day) ? 'holiday' : 'weekend';
    days.push({ day, date, kind, name: moved?.name ?? null, year: table.year });
  }
  return days;
}

const tableOf = ({ year, version, days }: CalendarYear) => ({
  year: { year, version },
  moved: new Map(days.map((day) => [day.date, day])),
});

/** Whether the office opens on such a day. */
export const isWorked = ({ kind }: Pick<ToldDay, 'kind'>): boolean => kind === 'working' || kind === 'make-up';
