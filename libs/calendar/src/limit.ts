import type { Calendar } from './calendar';

/**
 * How long something may take. `minutes` and `hours` run day and night, `office-hours` only while the office is open,
 * `working-days` from the next working day to closing time. Amounts are 0 or more; working days are whole.
 */
export interface Limit {
  amount: number;
  unit: 'minutes' | 'hours' | 'office-hours' | 'working-days';
}

const minuteMs = 60_000;
/** Yellow shows at this share of the time, for limits in hours and minutes. */
const yellowShare = 0.8;
/** From this many working days on, yellow shows when the last one opens; below, so much office time before the due. */
const longLimitDays = 3;
const shortLimitWarningMinutes = 240;

/**
 * When a limit that starts at an instant is due (domain.md §3). Due and no longer in time are the same instant: an
 * office-hour limit used up at noon is due at noon. A limit of 0 is due at its start.
 * @throws UnpublishedYear when office hours or working days reach a year without a notice
 * @throws RangeError for an amount or instant that makes no sense
 */
export function dueAt(calendar: Calendar, start: Date, limit: Limit): Date {
  return dueIn[limit.unit](calendar, start, limit.amount);
}

const dueIn = {
  minutes: (_, start, amount) => naturally(start, amount),
  hours: (_, start, amount) => naturally(start, amount * 60),
  'office-hours': (calendar, start, amount) => calendar.addOfficeMinutes(start, amount * 60),
  'working-days': (calendar, start, amount) => calendar.closingAfter(start, amount),
} satisfies Record<Limit['unit'], (calendar: Calendar, start: Date, amount: number) => Date>;

/**
 * When the yellow mark of a running clock appears (domain.md §3), never before `start` and never after `due`.
 * @param due where the clock stands now: perhaps moved from dueAt(start, limit) by extension, hold or a superior's date
 * @param limit decides the rule only; the time is measured up to `due`
 * @throws UnpublishedYear when office hours or working days reach a year without a notice
 */
export function yellowAt(calendar: Calendar, start: Date, due: Date, limit: Limit): Date {
  if (due <= start) return start;
  const yellow = yellowFor[limit.unit](calendar, start, due, limit.amount);
  // A due time moved forward can leave less than the warning's own span.
  return yellow < start ? start : yellow;
}

const naturalYellow = (_: Calendar, start: Date, due: Date) =>
  naturally(start, ((due.getTime() - start.getTime()) / minuteMs) * yellowShare);

const yellowFor = {
  minutes: naturalYellow,
  hours: naturalYellow,
  'office-hours': (calendar, start, due) =>
    calendar.addOfficeMinutes(start, calendar.officeMinutesBetween(start, due) * yellowShare),
  'working-days': (calendar, _, due, amount) =>
    amount >= longLimitDays
      ? calendar.openingBefore(due)
      : calendar.subtractOfficeMinutes(due, shortLimitWarningMinutes),
} satisfies Record<Limit['unit'], (calendar: Calendar, start: Date, due: Date, amount: number) => Date>;

function naturally(start: Date, minutes: number): Date {
  const end = new Date(start.getTime() + Math.round(minutes * minuteMs));
  if (!(end >= start)) throw new RangeError(`Not an amount of time from an instant: ${minutes} min`);
  return end;
}
