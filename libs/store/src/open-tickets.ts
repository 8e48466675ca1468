import { assignmentStateNames, isOpenAssignment } from '#ticket/assignment-state';
import { endStates, openStates } from '#ticket/state';
import { owedOrders } from './supervision-rows';

const ended = `(${endStates.map((state) => `'${state}'`).join(', ')})`;

/** That a ticket `t` is open, in the words of the indexes which hold open tickets only. */
export const isOpenTicket = `t.state NOT IN ${ended}`;

/** The same in the words of the index over states, for what has no index of open tickets alone. */
export const isInOpenState = `t.state IN (${openStates.map((state) => `'${state}'`).join(', ')})`;

/** That a department's part `a` is open, in the words of the index over desks. */
export const openPart = openPartOf('a');

/** The same of a part by another name. */
export function openPartOf(part: string): string {
  const open = assignmentStateNames.filter(isOpenAssignment).map((state) => `'${state}'`);
  return `${part}.state IN (${open.join(', ')})`;
}

/** That it has ended, in the words of the index which holds what is not archived yet. */
export const isEndedTicket = `t.state IN ${ended}`;

/**
 * That it has ended and waits for no verdict, its master's answer, that to an order or an appeal, or the review of what was put aside:
 * only then is it put away.
 */
export const isOverTicket = `(${isEndedTicket} AND NOT t.judgement_due AND NOT (t.state = 'merged' AND t.handled_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM ticket.supervision o WHERE o.ticket_id = t.id AND o.${owedOrders})
  AND NOT EXISTS (SELECT 1 FROM ticket.hold h WHERE h.ticket_id = t.id AND h.state = 'open')
  AND NOT EXISTS (SELECT 1 FROM ticket.appeal e WHERE e.ticket_id = t.id AND e.state = 'pending'))`;
