import { Injectable } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { appealClock, appealSelect, type AppealRow } from '#store/appeal-rows';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { findBesideTicket } from '#platform/find-beside-ticket';
import { after, cutPage, orderBy, type Order, type OrderKey } from '#platform/list-order';
import { personOrService, type Named } from '#platform/person-named';
import { appealsInScope } from '#platform/scope';

export type AppealAnswer = RouteAnswer<'POST /api/appeals/:id/accept'>;
type Query = RouteInput<'GET /api/appeals'>['query'];
type FoundAppeal = AppealRow & { asker: Named | null; decider: Named | null };

const select = `${appealSelect}, ${personOrService('p.asked_by')} AS asker, ${personOrService('p.decided_by')} AS decider`;

const byId: OrderKey<FoundAppeal> = { sql: 'p.id', of: ({ id }) => id, cast: 'uuid', part: 'id' };
const byDue: OrderKey<FoundAppeal> = {
  sql: `coalesce(k.due_at, 'infinity')`,
  of: ({ dueAt }) => dueAt ?? 'infinity',
  cast: 'timestamptz',
  part: 'instant',
};
const byAsking: OrderKey<FoundAppeal> = {
  sql: 'p.asked_at',
  of: ({ askedAt }) => askedAt,
  cast: 'timestamptz',
  part: 'instant',
};
const dueFirst: Order<FoundAppeal> = { keys: [byDue, byId], descending: false };
const newestFirst: Order<FoundAppeal> = { keys: [byAsking, byId], descending: true };

/** Appeals as they are read: by their list, or one of them. */
@Injectable()
export class AppealReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async list(query: Query, caller: Caller): Promise<RouteAnswer<'GET /api/appeals'>> {
    const { ticketId, state = ticketId ? undefined : 'pending', limit, cursor } = query;
    const order = state === 'pending' ? dueFirst : newestFirst;
    const values: unknown[] = [];
    const conditions = [
      appealsInScope(caller, values),
      ...(state ? [`p.state = $${values.push(state)}`] : []),
      ...(ticketId ? [`p.ticket_id = $${values.push(ticketId)}`] : []),
      ...(cursor ? [after(order, cursor, values)] : []),
    ];
    const rows = await this.database.lists.query<FoundAppeal>(
      `SELECT ${select} FROM ticket.appeal p JOIN ticket.ticket t ON t.id = p.ticket_id ${appealClock}
       WHERE ${conditions.join(' AND ')} ${orderBy(order)} LIMIT ${limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cutPage(rows, limit, order);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  /** @throws NotFound outside the caller's scope */
  find(id: string, caller: Caller): Promise<FoundAppeal> {
    const appeals = { what: 'appeal', select, table: 'ticket.appeal', as: 'p', beside: appealClock };
    return findBesideTicket<FoundAppeal>(this.database.lists, appeals, id, caller);
  }

  /** @throws NotFound as above */
  async one(id: string, caller: Caller): Promise<AppealAnswer> {
    return this.view(await this.find(id, caller));
  }

  private view(row: FoundAppeal): AppealAnswer {
    const { departmentId, dueAt, askedBy, asker, askedAt, decider, decidedAt, ...same } = row;
    return {
      ...same,
      title: maskNumbers(row.title),
      department: { id: departmentId, name: this.directory.departmentName(departmentId) },
      dueAt: dueAt?.toISOString() ?? null,
      askedBy: asker ?? { id: askedBy, name: '系统' },
      askedAt: askedAt.toISOString(),
      decidedBy: decider,
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  }
}
