import { move } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Rating } from '#ticket/rating';
import type { Ticket } from '#ticket/ticket';
import { ratingRow } from './ticket-rows';
import type { Decision } from './ticket-store';

/** A rating of the ticket as it is found: what it moves, and the row that stays whatever becomes of the ticket. */
export function rated(ticket: Ticket, said: Rating & { comment?: string }, context: MoveContext): Decision {
  const { comment, ...rating } = said;
  const { actor, at } = context;
  const id = context.newId();
  const merged = ticket.state === 'merged';
  const numberChanged = ticket.callbackNumberChanges > 0;
  const told = { id, rating, comment, round: ticket.round, merged, by: actor.id, at, numberChanged };
  const rows = { 'ticket.rating': [ratingRow(ticket.id, told)] };
  return { ...move(ticket, 'rate', { ratingId: id, comment, ...rating }, context), rows };
}
