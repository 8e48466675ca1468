import { Controller } from '@nestjs/common';
import { move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';
import { appealView } from '#http-api/appeal-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { appealRow, decideAppeal, hasAppealed } from '#store/appeal-rows';
import { pastClocks } from '#store/clock-rows';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { TicketAttachments } from '#platform/ticket-attachments';
import { TicketViews } from '#platform/ticket-views';
import { AppealReading, type AppealAnswer } from './appeal-reading';
import { appellantsPart } from './appellants-part';

interface Decision {
  readonly move: 'accept' | 'refuseAppeal';
  readonly state: 'accepted' | 'refused';
  readonly note: string | null;
}

/** 申诉: a department holds a bad rating to be none of its doing, the supervisor decides. */
@Controller()
export class AppealController {
  constructor(
    private readonly store: TicketStore,
    private readonly reading: AppealReading,
    private readonly attachments: TicketAttachments,
    private readonly views: TicketViews,
    renders: Renders,
  ) {
    renders.add(appealView, ({ reference, caller }) => reading.one(reference, caller));
  }

  @Handles('POST /api/tickets/:id/appeals')
  async file({ params, body }: RouteInput<'POST /api/tickets/:id/appeals'>, caller: Caller): Promise<AppealAnswer> {
    await this.views.ticket(params.id, caller);
    let appealId = '';
    await this.store.moveWith(params.id, caller, async (ticket, context, sql) => {
      appealId = context.newId();
      const { departmentId = '', id: assignmentId = '' } = appellantsPart(ticket, caller.departmentIds) ?? {};
      const { reason, attachmentIds = [] } = body;
      const input = { appealId, assignmentId, reason, attachmentIds };
      const past = await pastClocks(sql, ticket.id, context.at);
      const moved = move(ticket, 'appeal', input, { ...context, pastClocks: past });
      const { round = 0, at: since = context.at } = ticket.rating ?? {};
      if (await hasAppealed(sql, { ticketId: ticket.id, departmentId, since }))
        throw new Refusal('conflict', '本单位已对这次评价提出申诉');
      await this.attachments.check(ticket, attachmentIds, caller);
      const row = appealRow(ticket.id, { ...input, departmentId, round, by: caller.id, at: context.at });
      return { ...moved, rows: { 'ticket.appeal': [row] }, reference: appealId };
    });
    return this.reading.one(appealId, caller);
  }

  @Handles('GET /api/appeals')
  list({ query }: RouteInput<'GET /api/appeals'>, caller: Caller): Promise<RouteAnswer<'GET /api/appeals'>> {
    return this.reading.list(query, caller);
  }

  @Handles('POST /api/appeals/:id/accept')
  accept({ params, body }: RouteInput<'POST /api/appeals/:id/accept'>, caller: Caller): Promise<AppealAnswer> {
    const decision = { move: 'accept', state: 'accepted', note: body.note ?? null } as const;
    return this.decide(params.id, caller, decision, (ticket, context) =>
      move(ticket, 'accept', { appealId: params.id, ...body }, context),
    );
  }

  @Handles('POST /api/appeals/:id/refuse')
  refuse({ params, body }: RouteInput<'POST /api/appeals/:id/refuse'>, caller: Caller): Promise<AppealAnswer> {
    const decision = { move: 'refuseAppeal', state: 'refused', note: body.reason } as const;
    return this.decide(params.id, caller, decision, (ticket, context) =>
      move(ticket, 'refuseAppeal', { appealId: params.id, ...body }, context),
    );
  }

  private async decide(
    id: string,
    caller: Caller,
    { move: name, ...decision }: Decision,
    decided: (ticket: Ticket, context: MoveContext) => Moved,
  ): Promise<AppealAnswer> {
    const { ticketId } = await this.reading.find(id, caller);
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql) => {
      const moved = decided(ticket, context);
      if (!(await decideAppeal(sql, { ticketId, id, ...decision, by: caller.id, at: context.at })))
        throw new TransitionRefused(name, ticket.state, '这次申诉已有处理结果');
      return { ...moved, reference: id };
    });
    return this.reading.one(id, caller);
  }
}
