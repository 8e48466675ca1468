import { Injectable } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { extensionSelect, type ExtensionRow } from '#store/extension-rows';
import { askedSignOff, type AskedBeforeHead } from '#platform/asked-sign-off';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { findBesideTicket } from '#platform/find-beside-ticket';
import { personOrService, type Named } from '#platform/person-named';
import { inScope } from '#platform/scope';

export type ExtensionAnswer = RouteAnswer<'POST /api/extensions/:id/approve'>;
export type AskedExtension = RouteAnswer<'POST /api/assignments/:id/request-extension'>;
type Query = RouteInput<'GET /api/extensions'>['query'];
type FoundExtension = ExtensionRow & { asker: Named | null; decider: Named | null };

const select = `${extensionSelect}, ${personOrService('e.asked_by')} AS asker, ${personOrService('e.decided_by')} AS decider`;

/** Requests for more time as they are read: by their list, or one of them. */
@Injectable()
export class ExtensionReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** Those that wait in the order in which they were asked, any others newest first. */
  async list(query: Query, caller: Caller): Promise<RouteAnswer<'GET /api/extensions'>> {
    const { ticketId, approver, state = ticketId ? undefined : 'pending', limit } = query;
    const isQueue = state === 'pending';
    const order = isQueue ? 'ASC' : 'DESC';
    const [at, after] = readCursor(query.cursor, 'instant', 'id') ?? [];
    const values: unknown[] = [];
    const conditions = [
      inScope(caller, values),
      ...(state ? [`e.state = $${values.push(state)}`] : []),
      ...(approver ? [`e.approver = $${values.push(approver)}`] : []),
      ...(ticketId ? [`e.ticket_id = $${values.push(ticketId)}`] : []),
      ...(at
        ? [`(e.asked_at, e.id) ${isQueue ? '>' : '<'} ($${values.push(at)}::timestamptz, $${values.push(after)}::uuid)`]
        : []),
    ];
    const rows = await this.database.lists.query<FoundExtension>(
      `SELECT ${select} FROM ticket.extension e JOIN ticket.ticket t ON t.id = e.ticket_id
       WHERE ${conditions.join(' AND ')} ORDER BY e.asked_at ${order}, e.id ${order} LIMIT ${limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cut(rows, limit, ({ askedAt, id }) => [askedAt, id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  /** @throws NotFound outside the caller's scope */
  find(id: string, caller: Caller): Promise<FoundExtension> {
    const extensions = { what: 'extension', select, table: 'ticket.extension', as: 'e' };
    return findBesideTicket<FoundExtension>(this.database.lists, extensions, id, caller);
  }

  /** @throws NotFound as above */
  async one(id: string, caller: Caller): Promise<ExtensionAnswer> {
    return this.view(await this.find(id, caller));
  }

  /** As it was asked, also while it waits for the head's signature. @throws NotFound as above */
  async asked(id: string, caller: Caller): Promise<AskedExtension> {
    const put = await askedSignOff(this.database.lists, 'extension', id, caller);
    return put ? this.unsigned(put) : this.one(id, caller);
  }

  private unsigned({ asked, requestState, ticketState: _, ...row }: AskedBeforeHead): AskedExtension {
    const said = (asked ?? {}) as unknown as Pick<ExtensionAnswer, 'until' | 'dueAt'>;
    const times = { until: new Date(said.until), dueAt: new Date(said.dueAt) };
    return { ...this.view({ ...row, ...said, ...times } as unknown as FoundExtension), state: requestState };
  }

  private view(row: FoundExtension): ExtensionAnswer {
    const { departmentId, dueAt, until, askedBy, asker, askedAt, decider, decidedAt, ...same } = row;
    return {
      ...same,
      title: maskNumbers(row.title),
      department: { id: departmentId, name: this.directory.departmentName(departmentId) },
      dueAt: dueAt.toISOString(),
      until: until.toISOString(),
      askedBy: asker ?? { id: askedBy, name: '系统' },
      askedAt: askedAt.toISOString(),
      decidedBy: decider,
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  }
}
