import { Controller } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { ticketView } from '#http-api/ticket-shapes';
import { urgesView } from '#http-api/urge-shapes';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { Urges, type UrgesView } from './urges';

/** 催办: the hotline presses whoever is at a ticket; it is counted, and moves no clock. */
@Controller()
export class UrgeController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly urges: Urges,
    renders: Renders,
  ) {
    renders.add(ticketView, ({ reference, caller }) => views.ticket(reference, caller));
    renders.add(urgesView, ({ body, key }) => urges.again(body as RouteInput<'POST /api/urges'>['body'], key));
  }

  @Handles('POST /api/tickets/:id/urge')
  async urge({ params, body }: RouteInput<'POST /api/tickets/:id/urge'>, caller: Caller): Promise<TicketView> {
    await this.store.apply(params.id, 'urge', body, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/urges')
  urgeMany({ body }: RouteInput<'POST /api/urges'>, caller: Caller): Promise<UrgesView> {
    return this.urges.urge(body, caller);
  }
}
