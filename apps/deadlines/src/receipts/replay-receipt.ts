import { Calendar } from '#calendar/calendar';
import type { CalendarYear } from '#calendar/calendar-year';
import type { ClockBasis } from '../clock-rule';
import { countDue } from '../count-due';
import { readStep } from '../read-clock-rule';
import type { Receipt } from './receipt';

/** What of a receipt gives its due time again. */
export type ReplayedReceipt = Pick<
  Receipt,
  'start' | 'limit' | 'given' | 'margin' | 'upstream' | 'steps' | 'officeHours' | 'officeSeasons' | 'calendars'
>;

/**
 * The due time anew from a receipt alone, with the calendar rows of the versions that it names. Other rows may be given
 * too; they are not looked at. @throws UnpublishedYear when a row that it rests on is missing
 */
export function replayReceipt(receipt: ReplayedReceipt, years: readonly CalendarYear[]): Date {
  const named = years.filter((row) =>
    receipt.calendars.some(({ year, version }) => row.year === year && row.version === version),
  );
  const calendar = new Calendar(named, { sessions: receipt.officeHours, seasons: receipt.officeSeasons });
  return countDue(calendar, basisIn(receipt), receipt.steps.map(readStep)).dueAt;
}

function basisIn({ start, limit, given, margin, upstream }: ReplayedReceipt): ClockBasis {
  const common = {
    start: new Date(start),
    ...(margin && { margin }),
    ...(upstream && { upstream: { ...upstream, dueAt: new Date(upstream.dueAt) } }),
  };
  if (given) return { ...common, given: new Date(given) };
  if (!limit) throw new Error('a receipt rests on a limit or on a date that was set');
  return { ...common, limitId: limit.id, limitVersion: limit.version, amount: limit.amount, unit: limit.unit };
}
