import type { CalendarYear } from '#calendar/calendar-year';
import { isWeekday, dayNumber } from '#calendar/day-number';
import { climbersOf } from '#ticket/clock-holder';
import type { ClockKind } from '#ticket/clock-kind';
import type { Urgency } from '#ticket/urgency';
import type { LadderRule } from './ladder/ladder-row';
import type { KeptHours } from './office-hours/offices';
import { downFrom, type ParentOf } from './parent-of';
import type { LimitScope, TimeLimit } from './time-limit';

/**
 * Which open tickets a changed rule can touch, coarse enough to be asked in SQL. Whether a clock really moves is known only
 * once it is computed; what is not named here cannot move.
 */
export type Touches =
  /** Clocks that run over one of these days (YYYY-MM-DD), and tickets with clocks that could not be computed. */
  | { readonly by: 'days'; readonly days: readonly string[] }
  /** Clocks of these departments' parts; of everybody's for null. */
  | { readonly by: 'offices'; readonly departmentIds: readonly string[] | null }
  /** Tickets of these classes; the categories are those named and all below, null for every category. */
  | {
      readonly by: 'class';
      readonly type: string | null;
      readonly urgencies: readonly string[] | null;
      readonly categories: readonly string[] | null;
    }
  /** Clocks of these kinds that run, of tickets of this urgency. */
  | { readonly by: 'ladder'; readonly clocks: readonly ClockKind[]; readonly urgency: Urgency };

/** What a new version of a year touches; nothing when no day is worked otherwise than before. */
export function touchedByYear(before: CalendarYear | null, after: CalendarYear): Touches | null {
  if (!after.published) return null;
  const days = before?.published ? changedDays(before, after) : [];
  return before?.published && days.length === 0 ? null : { by: 'days', days };
}

function changedDays(before: CalendarYear, after: CalendarYear): string[] {
  const [then, now] = [before, after].map(({ days }) => new Map(days.map(({ date, working }) => [date, working])));
  const isWorked = (year: Map<string, boolean> | undefined, date: string) =>
    year?.get(date) ?? isWeekday(dayNumber(date));
  const named = new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...named].filter((date) => isWorked(then, date) !== isWorked(now, date)).sort();
}

/** What new hours of an office touch: those below a department may keep the same. Nothing when they are as before. */
export function touchedByHours(before: KeptHours, after: KeptHours, departments: ParentOf): Touches | null {
  const said = ({ sessions, seasons = [] }: KeptHours): string => JSON.stringify([sessions, seasons]);
  if (said(before) === said(after)) return null;
  const { departmentId } = after;
  return { by: 'offices', departmentIds: departmentId === null ? null : downFrom(departments, departmentId) };
}

/** What a new version of a limit touches; nothing while it is for steps that start later than today. */
export function touchedByLimit(
  { validFrom, ...scope }: LimitScope & Pick<TimeLimit, 'validFrom'>,
  today: string,
  below: (category: string) => readonly string[],
): Touches | null {
  if (validFrom !== null && validFrom > today) return null;
  const { type, urgency, categoryCode } = scope;
  const isCommon = type === null && urgency === null && categoryCode === null;
  const urgencies = isCommon || type === 'praise' ? null : [urgency ?? 'normal'];
  return { by: 'class', type, urgencies, categories: categoryCode === null ? null : below(categoryCode) };
}

/** What a new version of a rung touches; nothing while it stays off. A clock names the version by which a rung comes. */
export const touchedByRung = (before: Pick<LadderRule, 'isOn'>, after: LadderRule): Touches | null =>
  before.isOn || after.isOn ? { by: 'ladder', clocks: climbersOf(after.ladder), urgency: after.urgency } : null;
