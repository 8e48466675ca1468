import { Controller } from '@nestjs/common';
import { service } from '#ticket/actor';
import { returnedBy } from '#ticket/assignments';
import type { TicketEvent } from '#ticket/event';
import { move } from '#ticket/move';
import type { Ticket } from '#ticket/ticket';
import { TicketStore } from '#store/ticket-store';
import { On } from '#queue/on';
import { DispatchRules, type Candidate } from './dispatch-rules';

const routing = service('routing');

/** Finds the department of every registered ticket by itself. */
@Controller()
export class Dispatcher {
  constructor(
    private readonly store: TicketStore,
    private readonly rules: DispatchRules,
  ) {}

  @On(
    'routing',
    [
      'ticket.registered',
      'ticket.completed',
      'ticket.let-route',
      'ticket.return-upheld',
      'ticket.return-up-refused',
      'ticket.unmerged',
      'ticket.released',
    ],
    { waits: `t.state = 'registered' AND NOT t.routing_held` },
  )
  async dispatch({ ticketId }: TicketEvent): Promise<void> {
    await this.store.move(ticketId, routing, async (ticket, context) => {
      if (ticket.state !== 'registered' || ticket.routingHeld) return null;
      const chosen = choose(ticket, await this.rules.candidates(ticket.categoryCode, ticket.areaCode));
      // Everybody who could have it has returned it: a dispatcher decides.
      if (!chosen) return null;
      const { leadId, coHandlerIds, reason } = chosen;
      return move(ticket, 'dispatch', { leadId, coHandlerIds, because: reason }, context);
    });
  }
}

/** The best department that has not returned it and is not the accused one alone. */
function choose(ticket: Ticket, candidates: readonly Candidate[]): Candidate | undefined {
  const returned = returnedBy(ticket);
  return candidates.find(
    ({ leadId, coHandlerIds }) =>
      !returned.includes(leadId) && (leadId !== ticket.subjectDepartmentId || coHandlerIds.length > 0),
  );
}
