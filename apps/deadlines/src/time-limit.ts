import type { Limit } from '#calendar/limit';
import type { ClockKind } from '#ticket/clock-kind';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';

/** One row of the limits: which class of ticket has how long for which step. Null means every type or urgency. */
export interface TimeLimit extends Limit {
  readonly id: string;
  readonly version: number;
  readonly type: TicketType | null;
  readonly urgency: Urgency | null;
  readonly clock: ClockKind;
  readonly source: string;
}

/** The limits in force, asked by class. */
export class TimeLimits {
  constructor(readonly rows: readonly TimeLimit[]) {}

  /**
   * The limit of a step, or null when this class has no such step. Urgency beats type; a step that the class's own
   * rows do not name may be common to all.
   */
  of(clock: ClockKind, type: TicketType, urgency: Urgency): TimeLimit | null {
    const rows = this.rows.filter((row) => row.clock === clock);
    const ownClass = type === 'praise' || urgency === 'normal' ? { type, urgency: null } : { type: null, urgency };
    const own = rows.find((row) => row.type === ownClass.type && row.urgency === ownClass.urgency);
    return own ?? rows.find((row) => row.type === null && row.urgency === null) ?? null;
  }
}
