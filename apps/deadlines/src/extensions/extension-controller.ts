import { Controller } from '@nestjs/common';
import { extensionMoves } from '#ticket/extension-moves';
import { move } from '#ticket/move';
import { Overtaken } from '#ticket/overtaken';
import { extensionApprovers } from '#ticket/request-state';
import { TransitionRefused } from '#ticket/transition-refused';
import { askedExtensionView, extensionView } from '#http-api/extension-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { decideExtension } from '#store/extension-rows';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { ExtensionReading, type AskedExtension, type ExtensionAnswer } from './extension-reading';
import { ExtensionRequests } from './extension-requests';
import { ExtensionTerms } from './extension-terms';

/** 延期: a department asks before its time is up, the hotline or the district office decides. */
@Controller()
export class ExtensionController {
  constructor(
    private readonly store: TicketStore,
    private readonly reading: ExtensionReading,
    private readonly requests: ExtensionRequests,
    private readonly allowed: ExtensionTerms,
    renders: Renders,
  ) {
    renders.add(extensionView, ({ reference, caller }) => reading.one(reference, caller));
    renders.add(askedExtensionView, ({ reference, caller }) => reading.asked(reference, caller));
  }

  @Handles('GET /api/assignments/:id/extension-terms')
  terms(
    { params }: RouteInput<'GET /api/assignments/:id/extension-terms'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/assignments/:id/extension-terms'>> {
    return this.allowed.of(params.id, caller);
  }

  @Handles('POST /api/assignments/:id/request-extension')
  async ask(
    { params, body }: RouteInput<'POST /api/assignments/:id/request-extension'>,
    caller: Caller,
  ): Promise<AskedExtension> {
    return this.reading.asked(await this.requests.ask(params.id, body, caller), caller);
  }

  @Handles('GET /api/extensions')
  list({ query }: RouteInput<'GET /api/extensions'>, caller: Caller): Promise<RouteAnswer<'GET /api/extensions'>> {
    return this.reading.list(query, caller);
  }

  @Handles('POST /api/extensions/:id/approve')
  approve({ params, body }: RouteInput<'POST /api/extensions/:id/approve'>, caller: Caller): Promise<ExtensionAnswer> {
    return this.decide(params.id, caller, 'approved', body.note ?? null);
  }

  @Handles('POST /api/extensions/:id/refuse')
  refuse({ params, body }: RouteInput<'POST /api/extensions/:id/refuse'>, caller: Caller): Promise<ExtensionAnswer> {
    return this.decide(params.id, caller, 'refused', body.reason);
  }

  private async decide(
    id: string,
    caller: Caller,
    state: 'approved' | 'refused',
    note: string | null,
  ): Promise<ExtensionAnswer> {
    const asked = await this.reading.find(id, caller);
    const { ticketId, assignmentId, role, kind, dueAt, until } = asked;
    const { give, refuse } = extensionMoves[role];
    const name = state === 'approved' ? give : refuse;
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql) => {
      const common = { extensionId: id, assignmentId };
      const moved =
        state === 'approved'
          ? move(ticket, give, { ...common, kind, dueAt, until, ...(note !== null && { note }) }, context)
          : move(ticket, refuse, { ...common, reason: note ?? '' }, context);
      if (!caller.roles.includes(asked.approver))
        throw new Refusal('forbidden', `这次延期须由${extensionApprovers[asked.approver].label}审批`);
      const { at } = context;
      if (!(await decideExtension(sql, { ticketId, id, state, by: caller.id, at, note })))
        throw new TransitionRefused(name, ticket.state, new Overtaken('这次延期申请已有处理结果', assignmentId));
      return { ...moved, reference: id };
    });
    return this.reading.one(id, caller);
  }
}
