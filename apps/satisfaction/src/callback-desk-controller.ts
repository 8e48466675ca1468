import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { TicketViews } from '#platform/ticket-views';
import { CallbackClaims } from './callback-claims';
import { CallbackList } from './callback-list';

/** 待回访: whom to call, and who is on the line. */
@Controller()
export class CallbackDeskController {
  constructor(
    private readonly calls: CallbackList,
    private readonly claims: CallbackClaims,
    private readonly views: TicketViews,
  ) {}

  @Handles('GET /api/callbacks')
  list({ query }: RouteInput<'GET /api/callbacks'>, caller: Caller): Promise<RouteAnswer<'GET /api/callbacks'>> {
    return this.calls.page(query, caller);
  }

  @Handles('POST /api/callbacks/:id/claim')
  async claim({ params }: RouteInput<'POST /api/callbacks/:id/claim'>, caller: Caller): Promise<undefined> {
    const { state, judgementDue } = await this.views.ticket(params.id, caller);
    if (state !== 'callback' || judgementDue) throw new Refusal('conflict', '本单已不在待回访，请回访其他工单');
    await this.claims.claim(params.id, caller);
  }

  @Handles('POST /api/callbacks/:id/release')
  async release({ params }: RouteInput<'POST /api/callbacks/:id/release'>, caller: Caller): Promise<undefined> {
    await this.views.ticket(params.id, caller);
    await this.claims.release(params.id, caller);
  }
}
