import type { Calendar } from '#calendar/calendar';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { ClockBasis, OwnLimitStep } from './clock-rule';

/** A department that begins under a bound is never given less than this, however close the bound is. */
export const leastOfficeHours = 4;

/** A due time within what the superior's date allows, counted from an instant. @throws UnpublishedYear */
export function withinUpstream(
  calendar: Calendar,
  due: Date,
  start: Date,
  upstream: NonNullable<ClockBasis['upstream']>,
): Date {
  if (upstream.bounds === 'citizen') return earlier(upstream.dueAt, due);
  // A date gone by leaves the least, whatever calendar it lies in.
  if (upstream.dueAt <= start) return bounded(calendar, due, start, upstream.dueAt);
  // A date far ahead binds nothing, and may lie in a year whose holidays nobody has announced yet.
  if (calendar.workingDayAfter(shanghaiDate(due), 1) < shanghaiDate(upstream.dueAt)) return due;
  return bounded(
    calendar,
    due,
    start,
    calendar.officeClosing(calendar.workingDayBefore(shanghaiDate(upstream.dueAt), 1)),
  );
}

/**
 * A due time within the ticket's own limit. Whoever was at it when it was set has until then and no longer; whoever
 * inherits it has the least. @throws UnpublishedYear
 */
export const withinOwnLimit = (calendar: Calendar, due: Date, start: Date, { dueAt, inherited }: OwnLimitStep): Date =>
  inherited ? bounded(calendar, due, start, dueAt) : earlier(dueAt, due);

/** No later than the bound, but no less than the least. */
function bounded(calendar: Calendar, due: Date, start: Date, bound: Date): Date {
  const least = calendar.addOfficeMinutes(start, leastOfficeHours * 60);
  return earlier(bound < least ? least : bound, due);
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
