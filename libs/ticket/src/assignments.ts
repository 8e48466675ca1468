import { isOpenAssignment } from './assignment-state';
import type { MoveContext } from './move-context';
import type { Assignment, Ticket } from './ticket';
import type { Handlers } from './transition-input';

/** A fresh part of a department in this round. Field by field: see `begun`. */
export const newPart = (
  departmentId: string,
  role: Assignment['role'],
  round: number,
  { at, newId }: MoveContext,
): Assignment => ({
  id: newId(),
  departmentId,
  parentId: null,
  role,
  state: 'waiting',
  round,
  dispatchedAt: at,
  signedAt: null,
  contactedAt: null,
  submittedAt: null,
  answeredAt: null,
  endedAt: null,
  reply: null,
});

/** How a new lead is named: what becomes of the old one (已撤回), and which co-handlers are taken away with it (none). */
interface Naming {
  readonly round: number;
  readonly oldLead?: 'cancelled' | 'returned';
  readonly removed?: readonly string[];
}

/**
 * The ticket with a new lead named, and with the co-handlers it has not got yet. Co-handlers stay until they are
 * removed, so those who are still at it keep their part and its clock; only the new lead's own part as a co-handler ends.
 */
export function withNewLead(
  ticket: Ticket,
  { leadId, coHandlerIds = [] }: Handlers,
  { round, oldLead = 'cancelled', removed = [] }: Naming,
  context: MoveContext,
): Partial<Ticket> {
  const lead = newPart(leadId, 'lead', round, context);
  const leftBehind = endPart(ticket.assignments, ticket.leadId, oldLead, context.at);
  const kept = leftBehind
    .filter((each) => isOpenAssignment(each.state) && [leadId, ...removed].includes(each.departmentId))
    .reduce((parts, { id }) => endPart(parts, id, 'cancelled', context.at), leftBehind);
  const already = kept.filter((each) => isOpenAssignment(each.state)).map((each) => each.departmentId);
  const added = coHandlerIds.filter((id) => !already.includes(id));
  return {
    round,
    leadId: lead.id,
    leadDepartmentId: lead.departmentId,
    dispatchedAt: ticket.dispatchedAt ?? context.at,
    assignments: [...kept, lead, ...added.map((id) => newPart(id, 'co-handler', round, context))],
  };
}

/** The ticket without a lead: its part ends so, and whatever it had handed on is cancelled. */
export const withoutLead = (ticket: Ticket, oldLead: 'cancelled' | 'returned', at: Date): Partial<Ticket> => ({
  assignments: endPart(ticket.assignments, ticket.leadId, oldLead, at),
  leadId: null,
  leadDepartmentId: null,
});

/** Ends one part if it is open, and cancels (已撤回) what it had handed on to units below. */
export function endPart(
  assignments: readonly Assignment[],
  id: string | null,
  state: 'cancelled' | 'returned',
  at: Date,
): readonly Assignment[] {
  const children = assignments.filter((each) => each.parentId !== null && each.parentId === id);
  const ended = assignments.map((each) =>
    each.id === id && isOpenAssignment(each.state) ? { ...each, state, endedAt: at } : each,
  );
  return children.reduce<readonly Assignment[]>((parts, child) => endPart(parts, child.id, 'cancelled', at), ended);
}

/** Cancels (已撤回) whatever has not ended, a reply under review too; an approved or returned part stays as it ended. */
export const cancelOpen = (assignments: readonly Assignment[], at: Date): Assignment[] =>
  assignments.map((each) => (each.endedAt === null ? { ...each, state: 'cancelled', endedAt: at } : each));

/** Replaces one assignment; the others keep their identity, which is how the store knows what changed. */
export const withAssignment = (
  ticket: Ticket,
  id: string | null,
  change: Partial<Assignment>,
): Pick<Ticket, 'assignments'> => ({
  assignments: ticket.assignments.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

/** The parts that this one was handed on to and that have not come back. */
export const openBelow = ({ assignments }: Pick<Ticket, 'assignments'>, id: string): Assignment[] =>
  assignments.filter((each) => each.parentId === id && isOpenAssignment(each.state));

/** A part and those it was handed on from, the nearest first. */
export function partAndAbove({ assignments }: Pick<Ticket, 'assignments'>, id: string | null): Assignment[] {
  const part = assignments.find((each) => each.id === id);
  return part ? [part, ...partAndAbove({ assignments }, part.parentId)] : [];
}

/** A department helps with a part of its own; a unit below is at what its department was given. */
export const isJoint = (part: Pick<Assignment, 'role' | 'parentId'> | undefined): boolean =>
  part?.role === 'co-handler' && part.parentId === null;

/** The parts with which departments are helping at this moment. */
const openJoint = ({ assignments }: Pick<Ticket, 'assignments'>): Assignment[] =>
  assignments.filter((each) => isJoint(each) && isOpenAssignment(each.state));

/** Departments that are helping at this moment. */
export const coHandlersOf = (ticket: Ticket): string[] => openJoint(ticket).map(({ departmentId }) => departmentId);

/** The part with which a department is helping at this moment. */
export const coHandlerPart = (ticket: Ticket, departmentId: string): Assignment | undefined =>
  openJoint(ticket).find((each) => each.departmentId === departmentId);

const leadParts = (ticket: Ticket): Assignment[] => ticket.assignments.filter((each) => each.role === 'lead');

/**
 * Departments whose return of this ticket was upheld: it is never offered to them again. A department that was named
 * after its return was named by arbitration, which alone may do so.
 */
export function returnedBy(ticket: Ticket): string[] {
  const returned = leadParts(ticket).filter(
    (part) => part.state === 'returned' && !leadParts(ticket).some((later) => isNamedAgain(part, later)),
  );
  return [...new Set(returned.map((each) => each.departmentId))];
}

const isNamedAgain = (returned: Assignment, later: Assignment): boolean =>
  later.departmentId === returned.departmentId &&
  later.id !== returned.id &&
  later.dispatchedAt >= (returned.endedAt ?? returned.dispatchedAt);

/** How many departments have been lead so far. */
const leadsTried = (ticket: Ticket): number => new Set(leadParts(ticket).map((each) => each.departmentId)).size;

/**
 * At the second return, or before a third department, only a supervisor's arbitration decides (domain.md §2). A second
 * return is always a second department's, because the first one's return was upheld: one question covers both.
 */
export const needsArbitration = (ticket: Ticket): boolean => leadsTried(ticket) >= leadsBeforeArbitration;

/** From so many departments on that have led, only arbitration names another one. */
export const leadsBeforeArbitration = 2;
