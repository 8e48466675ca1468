import type { State } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';

/**
 * What there is at an instant. A fact of it has the day when the ticket came into the stock or left it: those of all days
 * before an instant add up to what there was.
 */
export interface StockMeasure {
  /** By which facts name it; never given to another one. */
  readonly number: number;
  readonly label: string;
  readonly holds: (ticket: Ticket) => boolean;
}

/** From dispatch until a reply is approved; while the hotline asks the citizen, the department has done its part. */
const inHand: readonly State[] = ['dispatched', 'handling', 'returning', 'held', 'replied'];

export const stockMeasures = {
  inHand: { number: 70, label: '在办', holds: ({ state }) => inHand.includes(state) },
} as const satisfies Record<string, StockMeasure>;
