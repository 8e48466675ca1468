import { Controller } from '@nestjs/common';
import { service } from '#ticket/actor';
import type { TicketEvent } from '#ticket/event';
import { move } from '#ticket/move';
import { mayNameLead } from '#ticket/naming-guards';
import { unasked } from '#store/suggestion-rows';
import { TicketStore } from '#store/ticket-store';
import { On } from '#queue/on';
import { DispatchRules } from './dispatch-rules';
import { isFallBack } from './is-fall-back';
import { SuggestedDispatch } from './suggestion/suggested-dispatch';

const routing = service('routing');

/** Finds the department of every registered ticket by itself. */
@Controller()
export class Dispatcher {
  constructor(
    private readonly store: TicketStore,
    private readonly rules: DispatchRules,
    private readonly suggestions: SuggestedDispatch,
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
    { waits: `t.state = 'registered' AND NOT t.routing_held AND ${unasked}` },
  )
  async dispatch({ ticketId }: TicketEvent): Promise<void> {
    await this.store.move(ticketId, routing, async (ticket, context) => {
      if (ticket.state !== 'registered' || ticket.routingHeld) return null;
      const candidates = await this.rules.candidates(ticket.categoryCode, ticket.areaCode);
      // No rule is for it but the fall-back owner's, whom a suggestion goes before.
      const suggested = candidates.every(isFallBack) && (await this.suggestions.of(ticket, context));
      if (suggested) return suggested.decision;
      const chosen = candidates.find((candidate) => mayNameLead(ticket, candidate, context) === null);
      // Nobody is left who may have it, since all have returned it: a dispatcher decides.
      if (!chosen) return null;
      const { leadId, coHandlerIds, reason } = chosen;
      return move(ticket, 'dispatch', { leadId, coHandlerIds, because: reason }, context);
    });
  }
}
