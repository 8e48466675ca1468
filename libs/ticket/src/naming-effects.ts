import { coHandlersOf, withNewLead } from './assignments';
import type { Effect } from './effect';
import type { Ticket } from './ticket';
import type { Handlers } from './transition-input';

const roundOf = (ticket: Ticket): number => Math.max(ticket.round, 1);

export const dispatch: Effect<Handlers> = (ticket, input, context) =>
  withNewLead(ticket, input, { round: roundOf(ticket) }, context);

/** Whoever names the co-handlers removes the others; whoever names none leaves them. */
const removedBy = (ticket: Ticket, { coHandlerIds }: Handlers): string[] =>
  coHandlerIds ? coHandlersOf(ticket).filter((id) => !coHandlerIds.includes(id)) : [];

export const redispatch: Effect<Handlers> = (ticket, input, context) =>
  withNewLead(ticket, input, { round: roundOf(ticket), removed: removedBy(ticket, input) }, context);

/** Final. Whoever objected and need not handle it was right: the return is upheld. */
export const arbitrate: Effect<Handlers> = (ticket, input, context) => {
  const oldLead = input.leadId === ticket.leadDepartmentId ? 'cancelled' : 'returned';
  const naming = { round: roundOf(ticket), oldLead, removed: removedBy(ticket, input) } as const;
  return { ...withNewLead(ticket, input, naming, context), arbitrated: true };
};

/** Round + 1: a new lead assignment, signed and contacted anew; the ticket is open again. */
export const nextRound: Effect<{ leadId?: string }> = (ticket, input, context) => {
  const leadId = input.leadId ?? ticket.leadDepartmentId;
  if (!leadId) throw new Error(`ticket ${ticket.id} has no department to handle it again`);
  return {
    ...withNewLead(ticket, { leadId }, { round: ticket.round + 1 }, context),
    // It was this round's.
    ownDueAt: null,
    judgementDue: false,
    callbackAttempts: 0,
    callbackTriedAt: null,
    closedAt: null,
    closeReason: null,
  };
};
