import type { Actor } from './actor';
import type { ClockKind } from './clock-kind';

/** What a move needs besides the ticket: who, when, fresh ids, and the clocks of the lead that have run out. */
export interface MoveContext {
  readonly actor: Actor;
  readonly at: Date;
  /** A UUIDv7 for a new assignment of this ticket. */
  readonly newId: () => string;
  /** Kinds of the current round's clocks whose due time is past. A clock that is not written yet is not past. */
  readonly pastClocks: ReadonlySet<ClockKind>;
  /** A department, itself the first, and all units below it. */
  readonly unitsOf: (departmentId: string) => readonly string[];
}
