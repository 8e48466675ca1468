import type { MoveContext } from './move-context';
import type { Refused } from './overtaken';
import type { Ticket } from './ticket';

/** What must hold for a transition beyond its states and actors: why it may not happen, or null when it may. */
export type Guard<Input> = (ticket: Ticket, input: Input, context: MoveContext) => Refused;
