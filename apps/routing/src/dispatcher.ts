import { Controller } from '@nestjs/common';
import { service } from '#ticket/actor';
import type { TicketEvent } from '#ticket/event';
import { mayNameLead } from '#ticket/naming-guards';
import { unasked } from '#store/suggestion-rows';
import { TicketStore } from '#store/ticket-store';
import { On } from '#queue/on';
import { dispatchByRule } from './catalogue/dispatch-by-rule';
import { isFallBack } from './catalogue/is-fall-back';
import { DispatchRules } from './dispatch-rules';
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
      const candidates = await this.rules.candidates(ticket);
      // No rule is for it but the fall-back owner's, whom a suggestion goes before.
      const suggested =
        candidates.every(({ rule }) => isFallBack(rule)) && (await this.suggestions.of(ticket, context));
      if (suggested) return suggested.decision;
      const chosen = candidates.find((candidate) => mayNameLead(ticket, candidate, context) === null);
      // Nobody is left who may have it, since all have returned it: a dispatcher decides.
      return chosen ? dispatchByRule(ticket, chosen, context) : null;
    });
  }
}
