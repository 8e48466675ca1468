import type { MoveContext } from './move-context';
import type { Ticket } from './ticket';

/** Why this may not happen, in a clerk's words; null when it may. */
type Refusal = string | null;

/** What must hold for a transition beyond its states and actors. */
export type Guard<Input> = (ticket: Ticket, input: Input, context: MoveContext) => Refusal;
