import { Controller } from '@nestjs/common';
import { move, refuseOutOfPlace, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Ticket } from '#ticket/ticket';
import type { RouteInput } from '#http-api/routes';
import { ticketView } from '#http-api/ticket-shapes';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { DeadlineRules } from '../deadline-rules';
import { ownLimitStanding, type OwnLimitStanding } from './own-limit-standing';

type Limiting = 'setLimit' | 'liftLimit';
type Decide = (ticket: Ticket, standing: OwnLimitStanding, context: MoveContext) => Moved;

/** 单独限时: one ticket is to be answered earlier than the rules ask, or no longer so. */
@Controller()
export class OwnLimitController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly rules: DeadlineRules,
    renders: Renders,
  ) {
    renders.add(ticketView, ({ reference, caller }) => views.ticket(reference, caller));
  }

  @Handles('POST /api/tickets/:id/set-limit')
  set({ params, body }: RouteInput<'POST /api/tickets/:id/set-limit'>, caller: Caller): Promise<TicketView> {
    const { dueAt, reason, source } = body;
    const said = { dueAt: new Date(dueAt), reason, limitSource: source };
    return this.change(params.id, caller, 'setLimit', (ticket, standing, context) =>
      move(ticket, 'setLimit', { ...said, ...standing }, context),
    );
  }

  @Handles('POST /api/tickets/:id/lift-limit')
  lift({ params, body }: RouteInput<'POST /api/tickets/:id/lift-limit'>, caller: Caller): Promise<TicketView> {
    return this.change(params.id, caller, 'liftLimit', (ticket, { presentDueAt }, context) =>
      move(ticket, 'liftLimit', { presentDueAt, reason: body.reason }, context),
    );
  }

  /** Decided by where the time stands under the lock: two who set one at once are not both first. */
  private async change(id: string, caller: Caller, name: Limiting, decide: Decide): Promise<TicketView> {
    const { dueTimes } = await this.rules.inForce();
    await this.store.moveWith(id, caller, async (ticket, context, sql) => {
      refuseOutOfPlace(ticket, name);
      const standing = await ownLimitStanding(sql, ticket, dueTimes);
      if (!standing) throw new Refusal('conflict', '本工单没有正在计时的办理时限');
      return decide(ticket, standing, context);
    });
    return this.views.ticket(id, caller);
  }
}
