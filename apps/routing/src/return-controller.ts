import { Controller } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import { move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Ticket } from '#ticket/ticket';
import { returnView } from '#http-api/assignment-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { decideReturn, returnSelect, type ReturnRow } from '#store/return-rows';
import { TicketStore } from '#store/ticket-store';
import { idOrNothing } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { findBesideTicket } from '#platform/find-beside-ticket';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { inScope } from '#platform/scope';
import { cut, readCursor } from '#platform/cursor';

type ReturnAnswer = RouteAnswer<'GET /api/returns'>['items'][number];

/** 退单: a department objects, the hotline decides in time. */
@Controller()
export class ReturnController {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly directory: Directory,
    renders: Renders,
  ) {
    renders.add(returnView, ({ params, caller }) => this.one(params['id'] ?? '', caller));
  }

  @Handles('GET /api/returns')
  async list({ query }: RouteInput<'GET /api/returns'>, caller: Caller): Promise<RouteAnswer<'GET /api/returns'>> {
    const [after = null] = readCursor(query.cursor, 'id') ?? [];
    const of = query.ticketId === undefined ? null : idOrNothing(query.ticketId);
    const values: unknown[] = [query.state, after, query.limit + 1, of];
    const rows = await this.database.lists.query<ReturnRow>(
      `SELECT ${returnSelect} FROM ticket.return_request r JOIN ticket.ticket t ON t.id = r.ticket_id
       WHERE r.state = $1 AND ($2::uuid IS NULL OR r.id > $2) AND ($4::uuid IS NULL OR r.ticket_id = $4)
         AND ${inScope(caller, values)} ORDER BY r.id LIMIT $3`,
      values,
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  @Handles('POST /api/returns/:id/uphold')
  uphold({ params, body }: RouteInput<'POST /api/returns/:id/uphold'>, caller: Caller): Promise<ReturnAnswer> {
    return this.decide(params.id, caller, 'upheld', (ticket, context) => move(ticket, 'uphold', body, context));
  }

  @Handles('POST /api/returns/:id/reject')
  reject({ params, body }: RouteInput<'POST /api/returns/:id/reject'>, caller: Caller): Promise<ReturnAnswer> {
    return this.decide(params.id, caller, 'rejected', (ticket, context) => move(ticket, 'rejectReturn', body, context));
  }

  private async decide(
    id: string,
    caller: Caller,
    state: 'upheld' | 'rejected',
    decide: (ticket: Ticket, context: MoveContext) => Moved,
  ): Promise<ReturnAnswer> {
    const { ticketId } = await this.find(id, caller);
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql) => {
      const moved = decide(ticket, context);
      // An old page may name a return that was decided, while another one is pending.
      if (!(await decideReturn(sql, { ticketId, id }, state, context.at)))
        throw new Refusal('conflict', '这次退单申请已有处理结果，请刷新');
      return moved;
    });
    return this.one(id, caller);
  }

  private async one(id: string, caller: Caller): Promise<ReturnAnswer> {
    return this.view(await this.find(id, caller));
  }

  private find(id: string, caller: Caller): Promise<ReturnRow> {
    const returns = { what: 'return', select: returnSelect, table: 'ticket.return_request', as: 'r' };
    return findBesideTicket<ReturnRow>(this.database.lists, returns, id, caller);
  }

  private view({ askedAt, decidedAt, departmentId, ...row }: ReturnRow): ReturnAnswer {
    const department = { id: departmentId, name: this.directory.departmentName(departmentId) };
    return {
      ...row,
      title: maskNumbers(row.title),
      department,
      askedAt: askedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  }
}
