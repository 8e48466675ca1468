import type { MoveContext } from './move-context';
import type { Ticket } from './ticket';

/** What a transition changes in the ticket; where the transition's row leaves a choice of states, `state` too. */
export type Effect<Input> = (ticket: Ticket, input: Input, context: MoveContext) => Partial<Ticket>;
