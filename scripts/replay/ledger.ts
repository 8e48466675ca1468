import type { Satisfaction, Solved } from '#ticket/rating';
import type { State } from '#ticket/state';
import type { TicketType } from '#ticket/ticket-type';
import type { PlotName } from './plots';

/** What must be true of one ticket by what people did with it, kept apart from what the hotline says. */
export interface Entry {
  readonly id: string;
  readonly plot: PlotName;
  readonly type: TicketType;
  readonly registeredAt: string;
  state: State;
  dispatched: boolean;
  handled: boolean;
  answeredOnCall: boolean;
  round: number;
  rating: { solved: Solved; result: Satisfaction } | null;
}

/** A journey that did not go as its plot says, in one line. */
export interface Mishap {
  readonly plot: PlotName;
  readonly step: string;
  readonly reason: string;
}

/** The replay's own book: what it did, by ticket, and what went wrong. */
export class Ledger {
  readonly entries = new Map<string, Entry>();
  readonly mishaps: Mishap[] = [];
  /** How often somebody looked whether routing had found a lead. */
  looks = 0;
  dispatchedByHand = 0;

  add(entry: Entry): Entry {
    this.entries.set(entry.id, entry);
    return entry;
  }

  all(): Entry[] {
    return [...this.entries.values()];
  }
}
