import { isOpenAssignment } from './assignment-state';
import type { MoveContext } from './move-context';
import type { Assignment, Ticket } from './ticket';
import type { Handlers } from './transition-input';

/** Fresh assignments for one lead and its co-handlers, in the given round. */
export function assign(handlers: Handlers, round: number, context: MoveContext): Assignment[] {
  const blank = {
    parentId: null,
    state: 'waiting',
    round,
    dispatchedAt: context.at,
    signedAt: null,
    contactedAt: null,
    submittedAt: null,
    answeredAt: null,
    endedAt: null,
    reply: null,
  } as const;
  const part = (departmentId: string, role: Assignment['role']): Assignment => ({
    ...blank,
    id: context.newId(),
    departmentId,
    role,
  });
  const coHandlers = (handlers.coHandlerIds ?? []).map((departmentId) => part(departmentId, 'co-handler'));
  return [part(handlers.leadId, 'lead'), ...coHandlers];
}

/** The ticket with a new lead (and co-handlers) named; parts still open are cancelled. */
export function withNewLead(ticket: Ticket, handlers: Handlers, round: number, context: MoveContext): Partial<Ticket> {
  const [lead, ...coHandlers] = assign(handlers, round, context);
  if (!lead) throw new Error('a ticket needs exactly one lead');
  return {
    round,
    leadId: lead.id,
    leadDepartmentId: lead.departmentId,
    dispatchedAt: ticket.dispatchedAt ?? context.at,
    assignments: [...cancelOpen(ticket.assignments, context.at), lead, ...coHandlers],
  };
}

/** Cancels (已撤回) whatever is still open; an answered or returned part stays as it ended. */
export const cancelOpen = (assignments: readonly Assignment[], at: Date): Assignment[] =>
  assignments.map((each) => (isOpenAssignment(each.state) ? { ...each, state: 'cancelled', endedAt: at } : each));

/** Replaces one assignment; the others keep their identity, which is how the store knows what changed. */
export const withAssignment = (
  ticket: Ticket,
  id: string | null,
  change: Partial<Assignment>,
): Pick<Ticket, 'assignments'> => ({
  assignments: ticket.assignments.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

/** Departments whose return of this ticket was upheld: it is never offered to them again, unless arbitration says so. */
export const returnedBy = (ticket: Ticket): string[] => [
  ...new Set(ticket.assignments.filter(isUpheldReturn).map((each) => each.departmentId)),
];

export const upheldReturns = (ticket: Ticket): number => ticket.assignments.filter(isUpheldReturn).length;

const isUpheldReturn = (each: Assignment): boolean => each.role === 'lead' && each.state === 'returned';

/** How many departments have been lead so far. */
export const leadsTried = (ticket: Ticket): number =>
  new Set(ticket.assignments.filter((each) => each.role === 'lead').map((each) => each.departmentId)).size;

/** At the second return, or before a third department, only a supervisor's arbitration decides (domain.md §2). */
export const needsArbitration = (ticket: Ticket): boolean => upheldReturns(ticket) >= 1 || leadsTried(ticket) >= 2;
