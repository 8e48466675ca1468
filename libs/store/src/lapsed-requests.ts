import { endStates } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import { lapsesAppeals } from './appeal-rows';

/** The parts that ended between two versions of a ticket: whatever more time was asked for them is needed no more. */
export const partsEnded = (before: Ticket, after: Ticket): string[] => {
  const open = new Set(before.assignments.filter(({ endedAt }) => endedAt === null).map(({ id }) => id));
  return after.assignments.filter(({ id, endedAt }) => endedAt !== null && open.has(id)).map(({ id }) => id);
};

/** A request to hold is decided while the ticket is being handled, and not otherwise. */
export const leavesHandling = (before: Ticket, after: Ticket): boolean =>
  before.state === 'handling' && after.state !== 'handling' && after.state !== 'held';

/** While the lead is at it, what it asks of the hotline may wait for its head's signature. */
const atDesk: readonly Ticket['state'][] = ['dispatched', 'handling', 'held'];

/** The lead answered, objected or lost the ticket. */
const leavesDesk = (before: Ticket, after: Ticket): boolean =>
  atDesk.includes(before.state) && (!atDesk.includes(after.state) || before.leadId !== after.leadId);

/** Parts for which nothing is to be signed any more: those that ended, and the lead's once it leaves the desk. */
export const partsOffDesk = (before: Ticket, after: Ticket): string[] => [
  ...partsEnded(before, after),
  ...(before.leadId !== null && leavesDesk(before, after) ? [before.leadId] : []),
];

/** What ended without an answer has nothing left to follow; an answer from a hold (阶段性办结) keeps its entry open. */
export const endsUnanswered = ({ state }: Ticket): boolean => endStates.includes(state) && state !== 'closed';

/**
 * Parts of the statement that moves a ticket: requests that nobody decided before they became pointless lapse.
 * @param given makes a parameter of the statement of ids
 */
export function lapses(before: Ticket, after: Ticket, lines: string, given: (ids: string[]) => string): string[] {
  const at = `(SELECT max(at) FROM json_populate_recordset(null::ticket.history, ${lines}))`;
  const parts: string[] = [];
  const [ended, offDesk] = [partsEnded(before, after), partsOffDesk(before, after)];
  if (ended.length > 0)
    parts.push(`lapsed_extensions AS (
  UPDATE ticket.extension e SET state = 'lapsed', decided_at = ${at}
  FROM changed WHERE e.ticket_id = $1 AND e.state = 'pending' AND e.assignment_id = ANY(${given(ended)})
)`);
  if (leavesHandling(before, after))
    parts.push(`lapsed_holds AS (
  UPDATE ticket.hold h SET state = 'lapsed', decided_at = ${at} FROM changed WHERE h.ticket_id = $1 AND h.state = 'pending'
)`);
  if (offDesk.length > 0)
    parts.push(`lapsed_sign_offs AS (
  UPDATE ticket.sign_off s SET state = 'lapsed', decided_at = ${at}
  FROM changed WHERE s.ticket_id = $1 AND s.state = 'waiting' AND s.assignment_id = ANY(${given(offDesk)})
)`);
  if (lapsesAppeals(before, after))
    parts.push(`lapsed_appeals AS (
  UPDATE ticket.appeal p SET state = 'lapsed', decided_at = ${at} FROM changed WHERE p.ticket_id = $1 AND p.state = 'pending'
)`);
  if (endsUnanswered(after) && !endsUnanswered(before))
    parts.push(`ended_holds AS (
  UPDATE ticket.hold h SET state = 'ended', ended_at = ${at} FROM changed WHERE h.ticket_id = $1 AND h.state = 'open'
)`);
  return parts;
}
