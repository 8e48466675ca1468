import { Injectable } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { signOffDue, signOffSelect, type SignOffRow } from '#store/sign-off-rows';
import { idOrNothing } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { after, cutPage, orderBy, type Order, type OrderKey } from '#platform/list-order';
import { personOrService, type Named } from '#platform/person-named';

type SignOffs = RouteAnswer<'GET /api/sign-offs'>;
type SignOffView = SignOffs['items'][number];
type Query = RouteInput<'GET /api/sign-offs'>['query'];
type Found = SignOffRow & { asker: Named | null; decider: Named | null; represented: Named | null };

const people = `${personOrService('s.asked_by')} AS asker, ${personOrService('s.decided_by')} AS decider, ${personOrService('s.decided_for')} AS represented`;

const byId: OrderKey<Found> = { sql: 's.id', of: ({ id }) => id, cast: 'uuid', part: 'id' };
const byDue: OrderKey<Found> = {
  sql: `coalesce(${signOffDue}, 'infinity')`,
  of: ({ dueAt }) => dueAt ?? 'infinity',
  cast: 'timestamptz',
  part: 'instant',
};
const byAsking: OrderKey<Found> = {
  sql: 's.asked_at',
  of: ({ askedAt }) => askedAt,
  cast: 'timestamptz',
  part: 'instant',
};

/** What waits comes as it is due, anything else the newest first. */
const orders = {
  waiting: { keys: [byDue, byId], descending: false },
  others: { keys: [byAsking, byId], descending: true },
} as const satisfies Record<string, Order<Found>>;

/** What was put before the heads of the own department and those below. */
@Injectable()
export class SignOffReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async list(query: Query, caller: Caller): Promise<SignOffs> {
    const { kind, ticketId, state = ticketId ? undefined : 'waiting' } = query;
    const order = state === 'waiting' ? orders.waiting : orders.others;
    const values: unknown[] = [caller.departmentIds];
    const conditions = [
      's.department_id = ANY($1::uuid[])',
      ...(state ? [`s.state = '${state}'`] : []),
      ...(kind ? [`s.kind = '${kind}'`] : []),
      ...(ticketId ? [`s.ticket_id = $${values.push(idOrNothing(ticketId))}::uuid`] : []),
      ...(query.cursor ? [after(order, query.cursor, values)] : []),
    ];
    const rows = await this.database.lists.query<Found>(
      `SELECT ${signOffSelect}, ${people} FROM ticket.sign_off s JOIN ticket.ticket t ON t.id = s.ticket_id
         JOIN ticket.assignment a ON a.ticket_id = s.ticket_id AND a.id = s.assignment_id
       WHERE ${conditions.join(' AND ')} ${orderBy(order)} LIMIT ${query.limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cutPage(rows, query.limit, order);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  private view(row: Found): SignOffView {
    const { departmentId, asked, dueAt, askedBy, asker, askedAt, decider, represented, decidedAt, ...same } = row;
    return {
      ...same,
      type: row.type as SignOffView['type'],
      urgency: row.urgency as SignOffView['urgency'],
      title: maskNumbers(row.title),
      department: { id: departmentId, name: this.directory.departmentName(departmentId) },
      asked: asked && askedIn(asked),
      dueAt: dueAt?.toISOString() ?? null,
      askedBy: asker ?? { id: askedBy, name: '系统' },
      askedAt: askedAt.toISOString(),
      decidedBy: decider,
      decidedFor: represented,
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  }
}

/** The words of what was sent, under the names that all kinds have in common. */
function askedIn(asked: NonNullable<SignOffRow['asked']>): SignOffView['asked'] {
  const said = asked as Partial<Record<string, string>>;
  return {
    reasonCode: (said['reasonCode'] ?? null) as NonNullable<SignOffView['asked']>['reasonCode'],
    reason: said['reason'] ?? said['plan'] ?? null,
    basis: said['basis'] ?? null,
    until: said['until'] ?? said['reviewAt'] ?? null,
    responsible: said['responsible'] ?? null,
  };
}
