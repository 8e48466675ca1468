import type { ClockKind } from '#ticket/clock-kind';
import type { Ticket } from '#ticket/ticket';
import type { Happened } from './happening';
import type { Standing } from './standing';

/** The clock of a department's part, by the last that was told of it. */
export interface ToldClock {
  readonly kind: ClockKind;
  readonly state: 'running' | 'met' | 'cancelled';
  readonly dueAt: Date;
  readonly metAt: Date | null;
  /** Its due time passed while it ran (红牌). */
  readonly isRed: boolean;
}

/** What is known of a ticket after one more thing was told of it: a line of its history, or a due time. */
export interface Told {
  readonly ticket: Ticket;
  /** Under what it counts by itself. */
  readonly standing: Standing;
  /** The department that a part was given to; null for a part nobody told of. */
  readonly departmentOf: (partId: string) => string | null;
  readonly happened: Happened;
  readonly clockOf: (partId: string, kind: ClockKind) => ToldClock | undefined;
}
