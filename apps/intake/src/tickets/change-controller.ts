import { Controller } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { move } from '#ticket/move';
import type { MoveName } from '#ticket/transition';
import type { TransitionInput } from '#ticket/transition-input';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { checkHandlers } from '#platform/check-handlers';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { checkPlaces } from '#platform/check-places';
import { editOf } from './edit-of';
import { Merging } from './merging';

/** What agents and dispatchers do with a ticket that exists. */
@Controller()
export class ChangeController {
  constructor(
    private readonly store: TicketStore,
    private readonly views: TicketViews,
    private readonly merging: Merging,
    private readonly directory: Directory,
  ) {}

  @Handles('PATCH /api/tickets/:id')
  async edit({ params, body, version }: RouteInput<'PATCH /api/tickets/:id'>, caller: Caller): Promise<TicketView> {
    checkPlaces(this.directory, body);
    await this.store.edit(params.id, { ...editOf(body), version }, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/complete')
  async complete({ params, body }: RouteInput<'POST /api/tickets/:id/complete'>, caller: Caller): Promise<TicketView> {
    checkPlaces(this.directory, body);
    await this.store.edit(params.id, { ...editOf(body), name: 'complete' }, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/ask-more')
  askMore({ params, body }: RouteInput<'POST /api/tickets/:id/ask-more'>, caller: Caller): Promise<TicketView> {
    return this.change(params.id, 'askMore', body, caller);
  }

  @Handles('POST /api/tickets/:id/refer')
  refer({ params, body }: RouteInput<'POST /api/tickets/:id/refer'>, caller: Caller): Promise<TicketView> {
    return this.change(params.id, 'refer', body, caller);
  }

  @Handles('POST /api/tickets/:id/merge')
  async merge({ params, body }: RouteInput<'POST /api/tickets/:id/merge'>, caller: Caller): Promise<TicketView> {
    await this.merging.merge(params.id, body.intoId, caller);
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/unmerge')
  unmerge({ params }: RouteInput<'POST /api/tickets/:id/unmerge'>, caller: Caller): Promise<TicketView> {
    return this.change(params.id, 'unmerge', {}, caller);
  }

  @Handles('POST /api/tickets/:id/withdraw')
  withdraw({ params, body }: RouteInput<'POST /api/tickets/:id/withdraw'>, caller: Caller): Promise<TicketView> {
    return this.change(params.id, 'withdraw', body, caller);
  }

  @Handles('POST /api/tickets/:id/void')
  void({ params, body }: RouteInput<'POST /api/tickets/:id/void'>, caller: Caller): Promise<TicketView> {
    return this.change(params.id, 'void', body, caller);
  }

  @Handles('POST /api/tickets/:id/reopen')
  async reopen({ params, body }: RouteInput<'POST /api/tickets/:id/reopen'>, caller: Caller): Promise<TicketView> {
    await this.store.move(params.id, caller, (ticket, context) => {
      const leadId = body.leadId ?? this.directory.leadAgain(ticket);
      checkHandlers(this.directory, { leadId: leadId ?? ticket.leadDepartmentId });
      return move(ticket, 'reopen', { ...body, leadId }, context);
    });
    return this.views.ticket(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/nudge')
  nudge({ params, body }: RouteInput<'POST /api/tickets/:id/nudge'>, caller: Caller): Promise<TicketView> {
    return this.change(params.id, 'nudge', body, caller);
  }

  @Handles('POST /api/tickets/:id/reached-by-phone')
  reachByPhone(
    { params, body }: RouteInput<'POST /api/tickets/:id/reached-by-phone'>,
    caller: Caller,
  ): Promise<TicketView> {
    return this.change(params.id, 'reachByPhone', { text: body.text, reachedAt: new Date(body.at) }, caller);
  }

  @Handles('POST /api/tickets/:id/release')
  release({ params }: RouteInput<'POST /api/tickets/:id/release'>, caller: Caller): Promise<TicketView> {
    return this.change(params.id, 'letRoute', {}, caller);
  }

  @Handles('POST /api/tickets/:id/return-up')
  returnUp({ params, body }: RouteInput<'POST /api/tickets/:id/return-up'>, caller: Caller): Promise<TicketView> {
    return this.change(params.id, 'returnUp', body, caller);
  }

  @Handles('POST /api/tickets/:id/upstream-verdict')
  verdict({ params, body }: RouteInput<'POST /api/tickets/:id/upstream-verdict'>, caller: Caller): Promise<TicketView> {
    const { kind, dueAt } = body;
    const input = kind === 'rework' && dueAt ? { dueAt: new Date(dueAt) } : {};
    return this.change(params.id, verdicts[kind], input, caller);
  }

  private async change<Name extends MoveName>(
    id: string,
    name: Name,
    input: TransitionInput[Name],
    caller: Caller,
  ): Promise<TicketView> {
    await this.store.apply(id, name, input, caller);
    return this.views.ticket(id, caller);
  }
}

/** What a superior's verdict does. */
const verdicts = {
  accept: 'upstreamAccept',
  rework: 'upstreamRework',
  'return-accepted': 'returnUpAccepted',
  'return-refused': 'returnUpRefused',
} as const satisfies Record<string, MoveName>;
