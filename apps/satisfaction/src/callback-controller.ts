import { Controller } from '@nestjs/common';
import { andThen, move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Ticket } from '#ticket/ticket';
import type { RouteInput } from '#http-api/routes';
import { ticketView } from '#http-api/ticket-shapes';
import { judgeRatings } from '#store/judge-ratings';
import { rated } from '#store/rated';
import { attemptRow } from '#store/ticket-rows';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { checkHandlers } from '#platform/check-handlers';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { CallbackClaims } from './callback-claims';

/** 回访: the hotline, never the department, asks the citizen; and judges what a bad rating means. */
@Controller()
export class CallbackController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly claims: CallbackClaims,
    private readonly directory: Directory,
    renders: Renders,
  ) {
    renders.add(ticketView, ({ reference, caller }) => views.ticket(reference, caller));
  }

  @Handles('POST /api/tickets/:id/callback-attempts')
  async attempt(
    { params, body }: RouteInput<'POST /api/tickets/:id/callback-attempts'>,
    caller: Caller,
  ): Promise<TicketView> {
    const appointmentAt = body.appointmentAt ? new Date(body.appointmentAt) : undefined;
    const tried = { outcome: body.outcome, appointmentAt };
    await this.store.moveWith(params.id, caller, async (ticket, context, sql) => {
      await this.claims.settle(sql, ticket.id, caller);
      const made = { ...tried, id: context.newId(), round: ticket.round, by: caller.id, at: context.at };
      const rows = { 'ticket.callback_attempt': [attemptRow(ticket.id, made)] };
      return { ...move(ticket, 'callbackAttempt', tried, context), rows };
    });
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/ratings')
  async rate({ params, body }: RouteInput<'POST /api/tickets/:id/ratings'>, caller: Caller): Promise<TicketView> {
    const said = { source: 'callback-human', ...body } as const;
    await this.store.moveWith(params.id, caller, async (ticket, context, sql) => {
      await this.claims.settle(sql, ticket.id, caller);
      return rated(ticket, said, context);
    });
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/judgement')
  async judge({ params, body }: RouteInput<'POST /api/tickets/:id/judgement'>, caller: Caller): Promise<TicketView> {
    await this.store.moveWith(params.id, caller, async (ticket, context, sql) => {
      const leadId = body.leadId ?? this.directory.leadAgain(ticket);
      if (body.reasonable) checkHandlers(this.directory, { leadId: leadId ?? ticket.leadDepartmentId });
      const moved = judged(ticket, { ...body, leadId }, context);
      await judgeRatings(sql, ticket.id, ticket.round, body.reasonable);
      return moved;
    });
    return this.views.ticket(params.id, caller);
  }
}

/** Reasonable: closed as it was, and handled again in the same transaction. */
export function judged(
  ticket: Ticket,
  verdict: { reasonable: boolean; reason: string; leadId?: string },
  context: MoveContext,
): Moved {
  const { reasonable, reason, leadId } = verdict;
  const moved = move(ticket, 'judge', { reasonable, reason }, context);
  return reasonable ? andThen(moved, 'rework', { leadId }, context) : moved;
}
