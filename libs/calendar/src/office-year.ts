import { dateOfDay, dayNumber } from './day-number';
import { OfficeDay } from './office-day';
import type { OfficeHours } from './office-hours';

/** Any leap year: it has every date that a year can have. */
const leapYear = 2024;

/** Days from one up to, not including, a later one, all of which keep the same hours. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly hours: OfficeDay;
}

/** Which hours an office keeps on which day of any year: its usual ones, or those of a season (夏令作息). */
export class OfficeYear {
  private readonly usual: OfficeDay;
  /** By MM-DD. */
  private readonly seasonal = new Map<string, OfficeDay>();

  /** @throws RangeError when sessions are not in order, a season has no such date, or two seasons share a day */
  constructor({ sessions, seasons = [] }: OfficeHours) {
    this.usual = new OfficeDay({ sessions });
    for (const season of seasons) {
      const hours = new OfficeDay(season);
      for (const date of datesOf(season)) {
        if (this.seasonal.has(date)) throw new RangeError(`Two seasons keep ${date}`);
        this.seasonal.set(date, hours);
      }
    }
  }

  /** Whether every day has the same hours. */
  get isEven(): boolean {
    return this.seasonal.size === 0;
  }

  on(day: number): OfficeDay {
    return this.isEven ? this.usual : (this.seasonal.get(dateOfDay(day).slice(5)) ?? this.usual);
  }

  /** From a day to a later one, in order; at least one stretch, which may be empty. */
  stretches(from: number, to: number): Stretch[] {
    if (this.isEven) return [{ from, to, hours: this.usual }];
    const found: Stretch[] = [{ from, to: from, hours: this.on(from) }];
    for (let day = from; day < to; day++) {
      const [hours, last] = [this.on(day), found.at(-1)];
      if (last?.hours === hours) found[found.length - 1] = { ...last, to: day + 1 };
      else found.push({ from: day, to: day + 1, hours });
    }
    return found;
  }
}

/** Every MM-DD of a season; one that ends before it begins goes on over the turn of the year. */
function datesOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const [first, last] = [placeOf(from), placeOf(to)];
  return dates.filter((_, n) => (first <= last ? first <= n && n <= last : first <= n || n <= last));
}

const newYear = dayNumber(`${leapYear}-01-01`);
const placeOf = (date: string): number => dayNumber(`${leapYear}-${date}`) - newYear;
const dates = Array.from({ length: 366 }, (_, n) => dateOfDay(newYear + n).slice(5));
