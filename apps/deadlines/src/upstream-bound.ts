import type { Calendar } from '#calendar/calendar';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { ClockBasis } from './clock-rule';

/** A department is never given less than this, however close the superior's date is. */
const leastOfficeMinutes = 4 * 60;

/** A due time within what the superior's date allows, counted from an instant. @throws UnpublishedYear */
export function withinUpstream(
  calendar: Calendar,
  due: Date,
  start: Date,
  upstream: NonNullable<ClockBasis['upstream']>,
): Date {
  if (upstream.bounds === 'citizen') return upstream.dueAt < due ? upstream.dueAt : due;
  const bound = departmentBound(calendar, due, start, upstream.dueAt);
  return bound < due ? bound : due;
}

/** Office closing one working day before the superior's date, but never less than four office hours. */
function departmentBound(calendar: Calendar, due: Date, start: Date, upstreamDueAt: Date): Date {
  const least = calendar.addOfficeMinutes(start, leastOfficeMinutes);
  // A date gone by leaves the least, whatever calendar it lies in.
  if (upstreamDueAt <= start) return least;
  // A date far ahead binds nothing, and may lie in a year whose holidays nobody has announced yet.
  if (calendar.workingDayAfter(shanghaiDate(due), 1) < shanghaiDate(upstreamDueAt)) return due;
  const closing = calendar.officeClosing(calendar.workingDayBefore(shanghaiDate(upstreamDueAt), 1));
  return closing < least ? least : closing;
}
