import type { Calendar } from '#calendar/calendar';
import type { Limit } from '#calendar/limit';
import type { Pause } from '#calendar/pause';
import { instantOnDay, shanghaiDay } from '#calendar/shanghai-time';
import { isWorked, type ToldDay, type ToldDays } from '#calendar/told-days';
import type { ReceiptDay } from './receipt';

/** Tells day by day how a span was counted; natural time counts no days, and asks no calendar. */
export class DayCount {
  constructor(
    private readonly days: ToldDays,
    readonly calendar: Calendar,
  ) {}

  /** From an instant to a due time: working days count from the next day on, office hours wherever they lie. */
  onward(from: Date, to: Date, unit: Limit['unit']): ReceiptDay[] {
    const first = shanghaiDay(from);
    return this.count(from, to, unit, (day) => day.day > first);
  }

  /** The days of a pause: those that open within it are the ones that move a limit in working days. */
  within({ from, to }: Pause, unit: Limit['unit']): ReceiptDay[] {
    return this.count(from, to, unit, ({ day }) => {
      const [begins, ends] = [instantOnDay(day, 0), instantOnDay(day + 1, 0)];
      return this.calendar.openingsWithin(laterOf(from, begins), earlierOf(to, ends)) === 1;
    });
  }

  private count(from: Date, to: Date, unit: Limit['unit'], countsAsDay: (day: ToldDay) => boolean): ReceiptDay[] {
    if (unit === 'minutes' || unit === 'hours') return [];
    let n = 0;
    // A span that ends at midnight has nothing of the day that begins then.
    const last = shanghaiDay(new Date(Math.max(from.getTime(), to.getTime() - 1)));
    return this.days.between(shanghaiDay(from), last).map((told) => {
      const { date, kind, name, year: calendar } = told;
      const minutes = unit === 'office-hours' ? this.minutesOn(told, from, to) : null;
      const counts = minutes === null ? isWorked(told) && countsAsDay(told) : minutes > 0;
      return { date, kind, name, calendar, counts, n: counts && minutes === null ? (n += 1) : null, minutes };
    });
  }

  private minutesOn(told: ToldDay, from: Date, to: Date): number {
    if (!isWorked(told)) return 0;
    const [begins, ends] = [instantOnDay(told.day, 0), new Date(instantOnDay(told.day + 1, 0).getTime() - 1)];
    const minutes = this.calendar.officeMinutesBetween(laterOf(from, begins), earlierOf(to, ends));
    return Math.round(minutes * 100) / 100;
  }
}

const laterOf = (one: Date, other: Date): Date => (one < other ? other : one);
const earlierOf = (one: Date, other: Date): Date => (one < other ? one : other);
