import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { orders, TicketLists } from '#platform/ticket-lists';
import { TicketViews, type TicketView } from '#platform/ticket-views';

/** 审核: the hotline's check of a reply. */
@Controller()
export class ReviewController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly lists: TicketLists,
  ) {}

  @Handles('GET /api/reviews')
  list({ query }: RouteInput<'GET /api/reviews'>, caller: Caller): Promise<RouteAnswer<'GET /api/reviews'>> {
    return this.lists.page(caller, {
      conditions: [`t.state = 'replied'`],
      values: [],
      order: orders.registeredAt,
      ...query,
    });
  }

  @Handles('POST /api/tickets/:id/approve')
  async approve({ params, body }: RouteInput<'POST /api/tickets/:id/approve'>, caller: Caller): Promise<TicketView> {
    await this.store.apply(params.id, 'approve', body, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/send-back')
  async sendBack({ params, body }: RouteInput<'POST /api/tickets/:id/send-back'>, caller: Caller): Promise<TicketView> {
    await this.store.apply(params.id, 'sendBack', body, caller);
    return this.views.ticket(params.id, caller);
  }
}
