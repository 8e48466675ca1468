import { Controller } from '@nestjs/common';
import { move } from '#ticket/move';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { ReviewQueue } from './review-queue';
import { RoundReading } from './round-reading';
import { isReviewedByTwo } from './second-review';

/** 审核: the hotline's check of a reply. */
@Controller()
export class ReviewController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly queue: ReviewQueue,
    private readonly rounds: RoundReading,
  ) {}

  @Handles('GET /api/reviews')
  list({ query }: RouteInput<'GET /api/reviews'>, caller: Caller): Promise<RouteAnswer<'GET /api/reviews'>> {
    return this.queue.list(query, caller);
  }

  @Handles('GET /api/tickets/:id/rounds')
  roundsOf(
    { params }: RouteInput<'GET /api/tickets/:id/rounds'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/rounds'>> {
    return this.rounds.of(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/approve')
  async approve({ params, body }: RouteInput<'POST /api/tickets/:id/approve'>, caller: Caller): Promise<TicketView> {
    await this.store.moveWith(params.id, caller, async (ticket, context, sql) => {
      const byTwo = await isReviewedByTwo(sql, ticket.id);
      if (byTwo && ticket.firstApprovedBy === null) return move(ticket, 'firstApprove', body, context);
      // Where one is enough by now, whoever was the first may be the one.
      return move(byTwo ? ticket : { ...ticket, firstApprovedBy: null }, 'approve', body, context);
    });
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/send-back')
  async sendBack({ params, body }: RouteInput<'POST /api/tickets/:id/send-back'>, caller: Caller): Promise<TicketView> {
    await this.store.apply(params.id, 'sendBack', body, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/refuse-correction')
  async refuseCorrection(
    { params, body }: RouteInput<'POST /api/tickets/:id/refuse-correction'>,
    caller: Caller,
  ): Promise<TicketView> {
    await this.store.apply(params.id, 'refuseCorrection', body, caller);
    return this.views.ticket(params.id, caller);
  }
}
