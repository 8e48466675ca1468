import { isOpen, type State } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import { transitionRow, type MoveName } from '#ticket/transition';
import { trackedActs, type TrackedAct } from '#http-api/tracking-shapes';

/** By which transition each act is done. */
export const transitionOf = {
  complete: 'complete',
  supplement: 'supplement',
  'add-picture': 'attach',
  nudge: 'nudge',
  withdraw: 'withdraw',
} as const satisfies Record<TrackedAct, MoveName>;

const names = Object.keys(trackedActs) as TrackedAct[];

/** What a citizen may do with a ticket now; what is over takes nothing more, and what waits for the citizen is nobody's to hurry. */
export const actsOn = ({ state }: Pick<Ticket, 'state'>): TrackedAct[] =>
  isOpen(state) ? names.filter((name) => isOffered(name, state)) : [];

const isOffered = (name: TrackedAct, state: State): boolean =>
  transitionRow(transitionOf[name]).from.includes(state) && !(name === 'nudge' && state === 'incomplete');
