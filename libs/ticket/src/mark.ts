import type { Actor } from './actor';
import type { Line } from './line';
import type { State } from './state';
import { transitions } from './transition';
import type { TransitionInput } from './transition-input';

/** The history line of a clock that climbed a rung of its ladder. A mark changes nothing of the ticket, so it needs no `move`. */
export const lineOfMark = (
  ticket: { id: string; state: State; seq: number },
  actor: Actor,
  at: Date,
  mark: TransitionInput['mark'],
): Line => ({
  ticketId: ticket.id,
  seq: ticket.seq,
  at,
  actor: actor.id,
  name: 'mark',
  from: ticket.state,
  to: ticket.state,
  data: { ...mark },
  text: null,
  event: transitions.mark.emits,
});
