import type { CalendarDay, CalendarYear } from './calendar-year';
import { dateOfDay, isWeekday } from './day-number';

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

/** What the days of some years are, as their rows tell it; built once, asked often. */
export class ToldDays {
  private readonly tables = new Map<number, { year: ToldDay['year']; moved: ReadonlyMap<string, CalendarDay> }>();

  private readonly known = new Map<number, ToldDay | null>();

  constructor(years: readonly CalendarYear[]) {
    for (const { year, version, published, days } of years)
      if (published)
        this.tables.set(year, { year: { year, version }, moved: new Map(days.map((day) => [day.date, day])) });
  }

  /**
   * Each day from one day number to another, both included. A make-up day (调休) is a weekend day that is worked; a
   * holiday is a weekday that is not. Days of years that the rows do not tell are left out: what was counted without
   * asking about a year has no day in it that counts.
   */
  between(from: number, to: number): ToldDay[] {
    const days: ToldDay[] = [];
    for (let day = from; day <= to; day++) {
      const told = this.of(day);
      if (told) days.push(told);
    }
    return days;
  }

  private of(day: number): ToldDay | null {
    let told = this.known.get(day);
    if (told === undefined) this.known.set(day, (told = this.told(day)));
    return told;
  }

  private told(day: number): ToldDay | null {
    const date = dateOfDay(day);
    const year = Number(date.slice(0, 4));
    const table = this.tables.get(year);
    if (!table) return null;
    const moved = table.moved.get(date);
    const isWorked = moved?.working ?? isWeekday(day);
    const kind = isWorked ? (isWeekday(day) ? 'working' : 'make-up') : isWeekday(day) ? 'holiday' : 'weekend';
    return { day, date, kind, name: moved?.name ?? null, year: table.year };
  }
}

/** Whether the office opens on such a day. */
export const isWorked = ({ kind }: Pick<ToldDay, 'kind'>): boolean => kind === 'working' || kind === 'make-up';
