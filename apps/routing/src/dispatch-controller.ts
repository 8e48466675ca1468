import { Controller } from '@nestjs/common';
import { move } from '#ticket/move';
import type { TransitionInput } from '#ticket/transition-input';
import type { RouteInput } from '#http-api/routes';
import { ticketView } from '#http-api/ticket-shapes';
import { decideReturn } from '#store/return-rows';
import { keepDecision } from '#store/suggestion-rows';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { checkHandlers } from '#platform/check-handlers';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { TicketViews, type TicketView } from '#platform/ticket-views';

/** A dispatcher's decisions: who leads, who helps. */
@Controller()
export class DispatchController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly directory: Directory,
    renders: Renders,
  ) {
    renders.add(ticketView, ({ reference, caller }) => views.ticket(reference, caller));
  }

  @Handles('POST /api/tickets/:id/dispatch')
  async dispatch({ params, body }: RouteInput<'POST /api/tickets/:id/dispatch'>, caller: Caller): Promise<TicketView> {
    checkHandlers(this.directory, body);
    await this.name('dispatch', params.id, body, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/redispatch')
  async redispatch(
    { params, body }: RouteInput<'POST /api/tickets/:id/redispatch'>,
    caller: Caller,
  ): Promise<TicketView> {
    checkHandlers(this.directory, body);
    await this.name('redispatch', params.id, body, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/arbitrate')
  async arbitrate(
    { params, body }: RouteInput<'POST /api/tickets/:id/arbitrate'>,
    caller: Caller,
  ): Promise<TicketView> {
    checkHandlers(this.directory, body);
    await this.store.moveWith(params.id, caller, async (ticket, context, sql) => {
      const moved = move(ticket, 'arbitrate', body, context);
      await keepDecision(sql, moved.ticket, { by: caller.id, at: context.at });
      const same = body.leadId === ticket.leadDepartmentId;
      await decideReturn(sql, { ticketId: ticket.id }, same ? 'rejected' : 'upheld', context.at);
      return moved;
    });
    return this.views.ticket(params.id, caller);
  }

  /** What was done instead of what was suggested is kept with it. */
  private async name<Name extends 'dispatch' | 'redispatch'>(
    name: Name,
    id: string,
    input: TransitionInput[Name],
    caller: Caller,
  ): Promise<void> {
    await this.store.moveWith(id, caller, async (ticket, context, sql) => {
      const moved = move(ticket, name, input, context);
      await keepDecision(sql, moved.ticket, { by: caller.id, at: context.at });
      return moved;
    });
  }
}
