import { Controller } from '@nestjs/common';
import { move, refuseOutOfPlace, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Ticket } from '#ticket/ticket';
import type { RouteInput } from '#http-api/routes';
import { ticketView } from '#http-api/ticket-shapes';
import { decideReturn } from '#store/return-rows';
import { keepDecision } from '#store/suggestion-rows';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { checkDepartment } from '#platform/check-department';
import { checkHandlers } from '#platform/check-handlers';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { dispatchByHand } from './catalogue/dispatch-by-rule';
import { DispatchRules } from './dispatch-rules';
import { leadSeenIn, refuseUnseen } from './lead-seen';

/** A dispatcher's decisions: who leads, who helps, who helps no longer. */
@Controller()
export class DispatchController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly directory: Directory,
    private readonly rules: DispatchRules,
    renders: Renders,
  ) {
    renders.add(ticketView, ({ reference, caller }) => views.ticket(reference, caller));
  }

  @Handles('POST /api/tickets/:id/dispatch')
  async dispatch({ params, body }: RouteInput<'POST /api/tickets/:id/dispatch'>, caller: Caller): Promise<TicketView> {
    checkHandlers(this.directory, body);
    await this.name(params.id, caller, async (ticket, context) =>
      dispatchByHand(ticket, body, await this.rules.candidates(ticket), context),
    );
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/redispatch')
  async redispatch(
    { params, body }: RouteInput<'POST /api/tickets/:id/redispatch'>,
    caller: Caller,
  ): Promise<TicketView> {
    const { insteadOf, ...named } = body;
    checkHandlers(this.directory, named);
    const seen = insteadOf ?? leadSeenIn(await this.store.find(params.id));
    await this.name(params.id, caller, (ticket, context) => {
      refuseUnseen(ticket, seen);
      return move(ticket, 'redispatch', named, context);
    });
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/add-co-handler')
  async addCoHandler(
    { params, body }: RouteInput<'POST /api/tickets/:id/add-co-handler'>,
    caller: Caller,
  ): Promise<TicketView> {
    await this.store.move(params.id, caller, (ticket, context) => {
      refuseOutOfPlace(ticket, 'addCoHandler');
      checkDepartment(this.directory, body.departmentId, 'departmentId');
      return move(ticket, 'addCoHandler', body, context);
    });
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/remove-co-handler')
  async removeCoHandler(
    { params, body }: RouteInput<'POST /api/tickets/:id/remove-co-handler'>,
    caller: Caller,
  ): Promise<TicketView> {
    await this.store.apply(params.id, 'removeCoHandler', body, caller);
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
  private async name(
    id: string,
    caller: Caller,
    decide: (ticket: Ticket, context: MoveContext) => Moved | Promise<Moved>,
  ): Promise<void> {
    await this.store.moveWith(id, caller, async (ticket, context, sql) => {
      const moved = await decide(ticket, context);
      await keepDecision(sql, moved.ticket, { by: caller.id, at: context.at });
      return moved;
    });
  }
}
