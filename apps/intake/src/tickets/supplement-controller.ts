import { Controller } from '@nestjs/common';
import { move } from '#ticket/move';
import type { RouteInput } from '#http-api/routes';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { TicketAttachments } from '#platform/ticket-attachments';
import { TicketViews, type TicketView } from '#platform/ticket-views';

/** 追加诉求: the citizen adds words, and files that are at the ticket already. */
@Controller()
export class SupplementController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly attachments: TicketAttachments,
  ) {}

  @Handles('POST /api/tickets/:id/supplement')
  async supplement(
    { params, body }: RouteInput<'POST /api/tickets/:id/supplement'>,
    caller: Caller,
  ): Promise<TicketView> {
    await this.store.move(params.id, caller, async (ticket, context) => {
      const moved = move(ticket, 'supplement', body, context);
      await this.attachments.check(ticket, body.attachmentIds, caller);
      return moved;
    });
    return this.views.ticket(params.id, caller);
  }
}
