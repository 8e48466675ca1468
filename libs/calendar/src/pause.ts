import type { Calendar } from './calendar';
import type { Limit } from './limit';

/** Time that does not count, from its first instant up to, not including, its last. */
export interface Pause {
  readonly from: Date;
  readonly to: Date;
}

/**
 * Where a due time stands after a pause (domain.md §3): natural time moves by the length of the pause, office hours by
 * the office time within it, working days by the working days that open within it.
 * @throws UnpublishedYear when office hours or working days reach a year without a notice
 */
export function afterPause(calendar: Calendar, due: Date, pause: Pause, unit: Limit['unit']): Date {
  return moved[unit](calendar, due, pause);
}

const byItsLength = (_: Calendar, due: Date, { from, to }: Pause) =>
  new Date(due.getTime() + to.getTime() - from.getTime());

const moved = {
  minutes: byItsLength,
  hours: byItsLength,
  'office-hours': (calendar, due, { from, to }) =>
    calendar.addOfficeMinutes(due, calendar.officeMinutesBetween(from, to)),
  'working-days': (calendar, due, { from, to }) => calendar.workingDaysLater(due, calendar.openingsWithin(from, to)),
} satisfies Record<Limit['unit'], (calendar: Calendar, due: Date, pause: Pause) => Date>;
