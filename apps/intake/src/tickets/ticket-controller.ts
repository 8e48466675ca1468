import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { ticketView } from '#http-api/ticket-shapes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { TicketHistory } from '#platform/ticket-history';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { HandRegistrations } from '../channels/hand-registrations';
import { TicketSearch } from '../search/ticket-search';

/** Tickets as agents register, find and read them. */
@Controller()
export class TicketController {
  constructor(
    private readonly views: TicketViews,
    private readonly search: TicketSearch,
    private readonly histories: TicketHistory,
    private readonly registrations: HandRegistrations,
    renders: Renders,
  ) {
    renders.add(ticketView, ({ reference, caller }) => views.ticket(reference, caller));
  }

  @Handles('POST /api/tickets')
  async register({ body }: RouteInput<'POST /api/tickets'>, caller: Caller): Promise<TicketView> {
    const { ticket, request } = await this.registrations.register(body, caller);
    // What it was answered as part of has a name that only the database knows.
    if (ticket.issueId !== null) return this.views.ticket(ticket.id, caller);
    return this.views.registered(ticket, request.contact, caller);
  }

  @Handles('GET /api/tickets')
  list({ query }: RouteInput<'GET /api/tickets'>, caller: Caller): Promise<RouteAnswer<'GET /api/tickets'>> {
    return this.search.find(query, caller);
  }

  @Handles('POST /api/tickets/search')
  find(
    { body }: RouteInput<'POST /api/tickets/search'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/tickets/search'>> {
    return this.search.find(body, caller);
  }

  @Handles('GET /api/tickets/:id')
  one({ params }: RouteInput<'GET /api/tickets/:id'>, caller: Caller): Promise<TicketView> {
    return this.views.ticket(params.id, caller);
  }

  @Handles('GET /api/tickets/:id/history')
  history(
    { params, query }: RouteInput<'GET /api/tickets/:id/history'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/history'>> {
    return this.histories.page(params.id, query, caller);
  }
}
