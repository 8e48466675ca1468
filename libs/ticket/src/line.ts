import type { EventName } from './event';
import type { State } from './state';
import type { TransitionName } from './transition';

/**
 * One line of a ticket's history. `data` is kept for good; `text` is free text that may be erased, which the chain
 * covers only by a keyed digest.
 */
export interface Line {
  readonly ticketId: string;
  readonly seq: number;
  readonly at: Date;
  /** A user's id, a service's name, or `citizen`. */
  readonly actor: string;
  readonly name: TransitionName;
  readonly from: State | null;
  readonly to: State;
  readonly data: Record<string, unknown>;
  readonly text: Record<string, unknown> | null;
  readonly event: EventName;
}
