import { Controller } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import { move } from '#ticket/move';
import { extensionApprovers } from '#ticket/request-state';
import { extensionView } from '#http-api/extension-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { decideExtension, extensionSelect, type ExtensionRow } from '#store/extension-rows';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { findBesideTicket } from '#platform/find-beside-ticket';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { inScope } from '#platform/scope';
import { ExtensionRequests } from './extension-requests';

type ExtensionAnswer = RouteAnswer<'POST /api/extensions/:id/approve'>;

/** 延期: a department asks before its time is up, the hotline or the district office decides. */
@Controller()
export class ExtensionController {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly requests: ExtensionRequests,
    renders: Renders,
  ) {
    renders.add(extensionView, ({ reference, caller }) => this.one(reference, caller));
  }

  @Handles('POST /api/assignments/:id/request-extension')
  async ask(
    { params, body }: RouteInput<'POST /api/assignments/:id/request-extension'>,
    caller: Caller,
  ): Promise<ExtensionAnswer> {
    return this.one(await this.requests.ask(params.id, body, caller), caller);
  }

  @Handles('GET /api/extensions')
  async list(
    { query }: RouteInput<'GET /api/extensions'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/extensions'>> {
    const [after = null] = readCursor(query.cursor, 'id') ?? [];
    const values: unknown[] = [query.state, after, query.limit + 1, query.ticketId ?? null];
    const rows = await this.database.lists.query<ExtensionRow>(
      `SELECT ${extensionSelect} FROM ticket.extension e JOIN ticket.ticket t ON t.id = e.ticket_id
       WHERE e.state = $1 AND ($2::uuid IS NULL OR e.id > $2) AND ($4::uuid IS NULL OR e.ticket_id = $4)
         AND ${inScope(caller, values)} ORDER BY e.id LIMIT $3`,
      values,
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
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
    const asked = await this.find(id, caller);
    const { ticketId, assignmentId, kind, dueAt, until } = asked;
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql) => {
      const common = { extensionId: id, assignmentId };
      const moved =
        state === 'approved'
          ? move(ticket, 'extend', { ...common, kind, dueAt, until, ...(note !== null && { note }) }, context)
          : move(ticket, 'refuseExtension', { ...common, reason: note ?? '' }, context);
      if (!caller.roles.includes(asked.approver))
        throw new Refusal('forbidden', `这次延期须由${extensionApprovers[asked.approver].label}审批`);
      const { at } = context;
      if (!(await decideExtension(sql, { ticketId, id, state, by: caller.id, at, note })))
        throw new Refusal('conflict', '这次延期申请已有处理结果，请刷新');
      return { ...moved, reference: id };
    });
    return this.one(id, caller);
  }

  private async one(id: string, caller: Caller): Promise<ExtensionAnswer> {
    return this.view(await this.find(id, caller));
  }

  private find(id: string, caller: Caller): Promise<ExtensionRow> {
    const extensions = { what: 'extension', select: extensionSelect, table: 'ticket.extension', as: 'e' };
    return findBesideTicket<ExtensionRow>(this.database.lists, extensions, id, caller);
  }

  private view({ departmentId, dueAt, until, askedAt, decidedAt, ...row }: ExtensionRow): ExtensionAnswer {
    return {
      ...row,
      title: maskNumbers(row.title),
      department: { id: departmentId, name: this.directory.departmentName(departmentId) },
      dueAt: dueAt.toISOString(),
      until: until.toISOString(),
      askedAt: askedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  }
}
