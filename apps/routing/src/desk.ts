import { Injectable } from '@nestjs/common';
import { assignmentStateNames, isOpenAssignment } from '#ticket/assignment-state';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { cappedCount, type CappedCount } from '#platform/capped-count';
import type { Caller } from '#platform/caller';
import { findPart, ticketOfPart } from '#platform/find-part';
import { after, cutPage, orderBy, type Order, type OrderKey } from '#platform/list-order';
import { TicketViews } from '#platform/ticket-views';
import type { AssignmentJson } from '#platform/ticket-select';

type DeskList = RouteAnswer<'GET /api/assignments'>;
type DeskQuery = RouteInput<'GET /api/assignments'>['query'];

interface DeskRecord {
  [column: string]: unknown;
  part: AssignmentJson & { alert: 'none' | 'yellow' | 'red' };
  number: string;
  title: string;
  state: string;
  type: string;
  urgency: string;
  nudges: number;
  area: string | null;
}

const byId: OrderKey<DeskRecord> = { sql: 'a.id', of: ({ part }) => part.id, cast: 'uuid', part: 'id' };
/** A part without a due time, such as a praise to forward, comes last. */
const byDue: OrderKey<DeskRecord> = {
  sql: `coalesce(a.due_at, 'infinity')`,
  of: ({ part }) => part.due_at ?? 'infinity',
  cast: 'timestamptz',
  part: 'instant',
};
const byTicket: OrderKey<DeskRecord> = {
  sql: 'a.ticket_id',
  of: ({ part }) => part.ticket_id,
  cast: 'uuid',
  part: 'id',
};
/** Each is the order of an index over one department's parts. */
const orders = {
  dueAt: { keys: [byDue, byId], descending: false },
  '-registeredAt': { keys: [byTicket, byId], descending: true },
} as const satisfies Record<string, Order<DeskRecord>>;

const openStates = assignmentStateNames
  .filter(isOpenAssignment)
  .map((state) => `'${state}'`)
  .join(', ');

/** What lies on a department's desk, the most pressing first. */
@Injectable()
export class Desk {
  constructor(
    private readonly database: Database,
    private readonly views: TicketViews,
  ) {}

  async list(query: DeskQuery, caller: Caller): Promise<DeskList> {
    const order = orderOf(query);
    const values: unknown[] = [caller.departmentIds];
    const conditions = lying(query);
    if (query.cursor) conditions.push(after(order, query.cursor, values));
    // A department's parts are read in the order of its index; tickets, of the parts that are shown.
    const first = `${orderBy(order)} LIMIT ${query.limit + 1}`;
    const rows = await this.database.sql.query<DeskRecord>(
      `SELECT row_to_json(a) AS part, t.number, t.title, t.state, t.type, t.urgency, t.nudges, t.area_code AS area
       FROM (SELECT a.* FROM unnest($1::uuid[]) own(id) CROSS JOIN LATERAL (
         SELECT a.* FROM ticket.assignment a WHERE a.department_id = own.id AND ${conditions.join(' AND ')} ${first}
       ) a ${first}) a JOIN ticket.ticket t ON t.id = a.ticket_id ${orderBy(order)}`,
      values,
    );
    const { shown, nextCursor } = cutPage(rows, query.limit, order);
    return {
      items: shown.map((row) => this.row(row)),
      nextCursor,
      ...(query.count && { count: await this.count(query, caller) }),
    };
  }

  /** @throws NotFound for a part that does not exist or is another department's. */
  async assignment(id: string, caller: Caller): Promise<RouteAnswer<'GET /api/assignments/:id'>> {
    const row = await findPart<{ part: AssignmentJson }>(this.database.sql, 'row_to_json(a) AS part', id, caller);
    return this.views.assignment(row.part);
  }

  ticketOf(id: string, caller: Caller): Promise<string> {
    return ticketOfPart(this.database.sql, id, caller);
  }

  private row({ part, number, title, state, type, urgency, nudges, area }: DeskRecord): DeskList['items'][number] {
    const { reply: _, ...shown } = this.views.assignment(part);
    const ticket = { number, title: maskNumbers(title), state, type, urgency, nudges, area };
    return { ...shown, alert: part.alert, ticket };
  }

  private count(query: DeskQuery, caller: Caller): Promise<CappedCount> {
    const from = `FROM ticket.assignment a WHERE a.department_id = ANY($1) AND ${lying(query).join(' AND ')}`;
    return cappedCount(this.database.sql, from, [caller.departmentIds], countCap);
  }
}

/** More than this is told as "at least". */
const countCap = 10_000;

/** What lies on the desk comes by its due time, what has left it the newest ticket first. */
const orderOf = ({ state, sort }: Pick<DeskQuery, 'state' | 'sort'>): Order<DeskRecord> =>
  orders[sort ?? (state === undefined || isOpenAssignment(state) ? 'dueAt' : '-registeredAt')];

/** What is asked for of a desk. State and flag come from closed lists, so they may stand in the statement. */
const lying = ({ state, alert }: Pick<DeskQuery, 'state' | 'alert'>): string[] => [
  state ? `a.state = '${state}'` : `a.state IN (${openStates})`,
  ...(alert ? [`a.alert = '${alert}'`] : []),
];
