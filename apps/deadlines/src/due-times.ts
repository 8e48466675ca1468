import type { Calendar } from '#calendar/calendar';
import { dueAt, yellowAt, type Limit } from '#calendar/limit';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { ClockKind } from '#ticket/clock-kind';
import { urgencies } from '#ticket/urgency';
import type { LimitedClass, TimeLimits } from './time-limit';

export interface TicketClass extends LimitedClass {
  readonly upstreamDueAt: Date | null;
}

/** When a step is due, when it turns yellow, and by which rule and calendar that was computed. */
export interface Due {
  readonly dueAt: Date;
  readonly yellowAt: Date | null;
  readonly rule: Record<string, unknown>;
}

/** The citizen is promised the department's time and this much more. */
const promiseMargin: Limit = { amount: 2, unit: 'working-days' };
/** A department is never given less than this, however close the superior's date is. */
const leastOfficeMinutes = 4 * 60;

/** The whole of a promise, which decides how long before its due it turns yellow. */
const withMargin = ({ amount, unit }: Limit): Limit =>
  unit === promiseMargin.unit ? { amount: amount + promiseMargin.amount, unit } : promiseMargin;

/** Due times by the limits in force and the calendar. @throws UnpublishedYear */
export class DueTimes {
  constructor(
    private readonly limits: TimeLimits,
    private readonly calendar: Calendar,
  ) {}

  /** Null when this class of ticket has no such step. */
  step(kind: ClockKind, start: Date, ticket: TicketClass): Due | null {
    const limit = this.limits.of(kind, ticket, start);
    if (!limit) return null;
    const due = dueAt(this.calendar, start, limit);
    const bounded = kind === 'finish' || kind === 'rework' ? this.withinUpstream(due, start, ticket) : due;
    return this.told(start, bounded, limit, { limitId: limit.id, limitVersion: limit.version });
  }

  /** 对外承诺: what the citizen is told, never after the superior's date. */
  promise(start: Date, ticket: TicketClass): Due | null {
    const limit = this.limits.of('finish', ticket, start);
    if (!limit) return null;
    const due = dueAt(this.calendar, dueAt(this.calendar, start, limit), promiseMargin);
    const bounded = ticket.upstreamDueAt && ticket.upstreamDueAt < due ? ticket.upstreamDueAt : due;
    return this.told(start, bounded, withMargin(limit), {
      limitId: limit.id,
      limitVersion: limit.version,
      margin: promiseMargin,
    });
  }

  /** A date that somebody else set: the superior's, or the review of a hold. */
  given(start: Date, due: Date): Due {
    return { dueAt: due, yellowAt: null, rule: { given: due, start } };
  }

  /** 退回补正: at least this long from the send-back. */
  afterSendBack(at: Date, { urgency }: TicketClass): Date {
    const hours = { critical: 2, urgent: 4 } as const;
    const limit: Limit =
      urgency === 'normal' ? { amount: 1, unit: 'working-days' } : { amount: hours[urgency], unit: 'hours' };
    return dueAt(this.calendar, at, limit);
  }

  /** Warning again for a due time that was moved. */
  moved(start: Date, due: Date, { urgency }: TicketClass): Date | null {
    const unit = urgencies[urgency].aroundTheClock ? 'hours' : 'working-days';
    return yellowAt(this.calendar, start, due, { amount: 1, unit });
  }

  private told(start: Date, due: Date, limit: Limit, rule: Record<string, unknown>): Due {
    const { amount, unit } = limit;
    // Natural time asks no calendar.
    const calendar = unit === 'minutes' || unit === 'hours' ? [] : this.calendar.versionsBetween(start, due);
    return {
      dueAt: due,
      yellowAt: yellowAt(this.calendar, start, due, limit),
      rule: { ...rule, amount, unit, calendar },
    };
  }

  /** The earlier of the limit and office closing one working day before the superior's date, but never less than four office hours. */
  private withinUpstream(due: Date, start: Date, { upstreamDueAt }: TicketClass): Date {
    if (!upstreamDueAt) return due;
    const least = this.calendar.addOfficeMinutes(start, leastOfficeMinutes);
    // A date gone by leaves the least, whatever calendar it lies in.
    if (upstreamDueAt <= start) return least < due ? least : due;
    // A date far ahead binds nothing, and may lie in a year whose holidays nobody has announced yet.
    if (this.calendar.workingDayAfter(shanghaiDate(due), 1) < shanghaiDate(upstreamDueAt)) return due;
    const dayBefore = this.calendar.workingDayBefore(shanghaiDate(upstreamDueAt), 1);
    const closing = this.calendar.officeClosing(dayBefore);
    const bound = closing < least ? least : closing;
    return bound < due ? bound : due;
  }
}
