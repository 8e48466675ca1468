import { Controller } from '@nestjs/common';
import { move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { Overtaken } from '#ticket/overtaken';
import { partOf, type Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';
import { askedHoldView, holdView } from '#http-api/hold-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { decideHold, endHold, holdRow, isHoldPending, type HoldRow } from '#store/hold-rows';
import type { Sql } from '#store/sql';
import { TicketStore, type Decision } from '#store/ticket-store';
import { askSignature } from '#platform/ask-signature';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { ticketOfPart } from '#platform/find-part';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { HoldReading, type AskedHold, type HoldAnswer } from './hold-reading';

/** 挂账: a ticket is put aside with a plan, somebody responsible and a date; its clocks pause, the ledger goes on. */
@Controller()
export class HoldController {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly reading: HoldReading,
    private readonly directory: Directory,
    renders: Renders,
  ) {
    renders.add(holdView, ({ reference, caller }) => reading.one(reference, caller));
    renders.add(askedHoldView, ({ reference, caller }) => reading.asked(reference, caller));
  }

  @Handles('POST /api/assignments/:id/request-hold')
  async ask(
    { params, body }: RouteInput<'POST /api/assignments/:id/request-hold'>,
    caller: Caller,
  ): Promise<AskedHold> {
    const ticketId = await ticketOfPart(this.database.sql, params.id, caller);
    let holdId = '';
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql) => {
      holdId = context.newId();
      const input = { ...body, assignmentId: params.id, holdId, reviewAt: new Date(body.reviewAt) };
      const moved = move(ticket, 'requestHold', input, context);
      if (await isHoldPending(sql, ticketId)) throw new Refusal('conflict', '已有挂账申请待审批');
      const part = partOf(ticket, input);
      if (part && this.directory.signsOff(part, 'hold')) {
        const { holdId: id, ...sent } = input;
        return { ...(await askSignature(sql, ticket, context, { kind: 'hold', id, input: sent })), reference: id };
      }
      const departmentId = part?.departmentId ?? '';
      const row = holdRow(ticketId, { ...input, departmentId, by: caller.id, at: context.at });
      return { ...moved, rows: { 'ticket.hold': [row] }, reference: holdId };
    });
    return this.reading.asked(holdId, caller);
  }

  @Handles('GET /api/holds')
  list({ query }: RouteInput<'GET /api/holds'>, caller: Caller): Promise<RouteAnswer<'GET /api/holds'>> {
    return this.reading.list(query, caller);
  }

  @Handles('POST /api/holds/:id/approve')
  approve({ params, body }: RouteInput<'POST /api/holds/:id/approve'>, caller: Caller): Promise<HoldAnswer> {
    return this.decide(params.id, caller, ({ id, plan, responsible, reviewAt }, ticket, context, sql) => {
      const input = { holdId: id, plan: plan ?? '', responsible: responsible ?? '', reviewAt, ...body };
      const decided = { state: 'open', note: body.note ?? null } as const;
      return this.decided(sql, id, decided, move(ticket, 'hold', input, context), context);
    });
  }

  @Handles('POST /api/holds/:id/refuse')
  refuse({ params, body }: RouteInput<'POST /api/holds/:id/refuse'>, caller: Caller): Promise<HoldAnswer> {
    return this.decide(params.id, caller, ({ id, assignmentId }, ticket, context, sql) => {
      const moved = move(ticket, 'refuseHold', { assignmentId, holdId: id, reason: body.reason }, context);
      return this.decided(sql, id, { state: 'refused', note: body.reason }, moved, context);
    });
  }

  /** A ticket that is still held goes on; of one that was answered meanwhile only the entry is closed. */
  @Handles('POST /api/holds/:id/end')
  end({ params, body }: RouteInput<'POST /api/holds/:id/end'>, caller: Caller): Promise<HoldAnswer> {
    return this.decide(params.id, caller, async ({ id, ticketId }, ticket, context, sql) => {
      const input = { holdId: id, ...body };
      const moved =
        ticket.state === 'held' ? move(ticket, 'resume', input, context) : move(ticket, 'endHold', input, context);
      if (!(await endHold(sql, { ticketId, id, at: context.at })))
        throw new Refusal('conflict', '这条挂账没有在账，请刷新');
      return { ...moved, reference: id };
    });
  }

  private async decided(
    sql: Sql,
    id: string,
    decision: { state: 'open' | 'refused'; note: string | null },
    moved: Moved,
    { at, actor }: MoveContext,
  ): Promise<Decision> {
    const { id: ticketId, state, leadId } = moved.ticket;
    const isDecided = await decideHold(sql, { ticketId, id, ...decision, by: actor.id, at });
    if (isDecided) return { ...moved, reference: id };
    throw new TransitionRefused('hold', state, new Overtaken('这次挂账申请已有处理结果', leadId));
  }

  private async decide(
    id: string,
    caller: Caller,
    decide: (found: HoldRow, ticket: Ticket, context: MoveContext, sql: Sql) => Promise<Decision>,
  ): Promise<HoldAnswer> {
    const found = await this.reading.find(id, caller);
    await this.store.moveWith(found.ticketId, caller, (ticket, context, sql) => decide(found, ticket, context, sql));
    return this.reading.one(id, caller);
  }
}
