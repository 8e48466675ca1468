import { dayNumber } from '#calendar/day-number';
import { shanghaiDate, shanghaiInstant } from '#calendar/shanghai-time';
import { shifted } from '#calendar/time-span';
import type { ReportCadence } from '#http-api/report-schedule-shapes';

/** When something is done again and again: at a time of Shanghai's clock, on some days. */
export interface Recurrence {
  readonly cadence: ReportCadence;
  /** Of a week, Monday is 1; or of a month. */
  readonly day: number | null;
  readonly at: string;
}

const weekday = (date: string): number => ((dayNumber(date) + 3) % 7) + 1;

const isDay: Readonly<Record<ReportCadence, (date: string, day: number | null) => boolean>> = {
  daily: () => true,
  weekly: (date, day) => weekday(date) === day,
  monthly: (date, day) => Number(date.slice(8)) === day,
};

/** The first due instant after this one. */
export function nextDue({ cadence, day, at }: Recurrence, after: Date): Date {
  let date = shanghaiDate(after);
  while (!isDay[cadence](date, day) || shanghaiInstant(date, at) <= after) date = shifted(date, { days: 1 });
  return shanghaiInstant(date, at);
}
