import type { Calendar } from '#calendar/calendar';
import { dueAt, yellowAt, type Limit } from '#calendar/limit';
import type { ClockKind } from '#ticket/clock-kind';
import { urgencies } from '#ticket/urgency';
import { isFinish } from './clock-history';
import type { ClockBasis, ClockRule, ClockStep, OwnLimitStep } from './clock-rule';
import { countDue, type Due } from './count-due';
import type { Office, Offices } from './office-hours/offices';
import type { GivenLimit, LimitedClass, TimeLimits } from './time-limit';

export interface TicketClass extends LimitedClass {
  readonly upstreamDueAt: Date | null;
}

/** The citizen is promised the department's time and this much more. */
const promiseMargin: Limit = { amount: 2, unit: 'working-days' };

/** Due times by the limits in force, the calendar and office hours. @throws UnpublishedYear */
export class DueTimes {
  constructor(
    private readonly limits: TimeLimits,
    private readonly offices: Offices,
  ) {}

  /** Null when this class of ticket has no such step. A step of a department's is counted in its own office hours. */
  step(kind: ClockKind, start: Date, ticket: TicketClass, departmentId: string | null = null): Due | null {
    const limit = this.limits.of(kind, ticket, start);
    if (!limit) return null;
    const bound = isFinish(kind) && boundOf(ticket, 'department');
    return this.counted({ ...basisOf(limit, start, this.offices.of(departmentId)), ...bound });
  }

  /** 对外承诺: what the citizen is told, never after the superior's date. */
  promise(start: Date, ticket: TicketClass): Due | null {
    const limit = this.limits.of('finish', ticket, start);
    if (!limit) return null;
    return this.counted({
      ...basisOf(limit, start, this.offices.house),
      margin: promiseMargin,
      ...boundOf(ticket, 'citizen'),
    });
  }

  /** A date that somebody else set: the superior's, or the review of a hold. */
  given(start: Date, due: Date): Due {
    return this.counted({ given: due, start });
  }

  /** When a date that somebody set turns yellow, where it is to warn like any other. */
  warning(start: Date, due: Date, { urgency }: Pick<TicketClass, 'urgency'>): Date {
    const unit = urgencies[urgency].aroundTheClock ? 'hours' : 'working-days';
    return yellowAt(this.offices.house.calendar, start, due, { amount: 1, unit });
  }

  /** The same due time by the days as they are worked now; null where its office keeps other hours since. */
  anew(rule: ClockRule): Due | null {
    return this.offices.keeping(rule.hours).hours === rule.hours ? this.through(rule, rule.steps) : null;
  }

  /** The same due time, counted anew with one more step. */
  after(rule: ClockRule, step: ClockStep): Due {
    return this.through(rule, [...rule.steps, step]);
  }

  /** The same due time with this limit of its own in place of any other, or with none; one that is no earlier is none. */
  withOwnLimit(rule: ClockRule, limit: OwnLimitStep | null): Due {
    const ruled = this.through(
      rule,
      rule.steps.filter(({ kind }) => kind !== 'own-limit'),
    );
    const limited = limit && this.after(ruled.rule, limit);
    return limited && limited.dueAt < ruled.dueAt ? limited : ruled;
  }

  private through({ steps: _, calendar: __, ...basis }: ClockRule, steps: readonly ClockStep[]): Due {
    return countDue(this.calendarOf(basis), basis, steps);
  }

  /** A due time and as much more, as an extension gives it. @throws UnpublishedYear */
  later(due: Date, { amount, unit }: Limit, departmentId: string | null): Date {
    const { calendar } = this.offices.of(departmentId);
    if (unit === 'working-days') return calendar.workingDaysLater(due, amount);
    return dueAt(calendar, due, { amount, unit });
  }

  private counted(basis: ClockBasis): Due {
    return countDue(this.calendarOf(basis), basis, []);
  }

  private calendarOf({ hours }: ClockBasis): Calendar {
    return this.offices.keeping(hours).calendar;
  }
}

const basisOf = ({ id: limitId, version: limitVersion, amount, unit }: GivenLimit, start: Date, { hours }: Office) => ({
  limitId,
  limitVersion,
  amount,
  unit,
  start,
  ...(hours && { hours }),
});

const boundOf = ({ upstreamDueAt }: TicketClass, bounds: 'department' | 'citizen'): Pick<ClockBasis, 'upstream'> =>
  upstreamDueAt ? { upstream: { dueAt: upstreamDueAt, bounds } } : {};

/** 退回补正: at least this long from the send-back. */
export function sendBackLimit({ urgency }: Pick<TicketClass, 'urgency'>): Limit {
  const hours = { critical: 2, urgent: 4 } as const;
  return urgency === 'normal' ? { amount: 1, unit: 'working-days' } : { amount: hours[urgency], unit: 'hours' };
}
