import { Injectable } from '@nestjs/common';
import { isOpenAssignment, type AssignmentState } from '#ticket/assignment-state';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { openPart, openPartOf } from '#store/open-tickets';
import { NotFound } from '#store/store-errors';
import { cappedCount, type CappedCount } from '#platform/capped-count';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { findPart, ticketOfPart } from '#platform/find-part';
import { Lateness, type RiskyPart } from '#platform/lateness';
import { after, cutPage, orderBy, type Order, type OrderKey } from '#platform/list-order';
import { TicketViews } from '#platform/ticket-views';
import type { AssignmentJson } from '#platform/ticket-select';

type DeskList = RouteAnswer<'GET /api/assignments'>;
type DeskQuery = RouteInput<'GET /api/assignments'>['query'];

interface DeskRecord {
  [column: string]: unknown;
  part: AssignmentJson & { alert: 'none' | 'yellow' | 'red' };
  /** Its place on the desk: the smaller, the more pressing. */
  pressing: number;
  number: string;
  title: string;
  state: string;
  type: string;
  urgency: string;
  nudges: number;
  urges: number;
  ownDueAt: Date | null;
  area: string | null;
  category: string | null;
  parentDepartmentId: string | null;
  handedOn: DeskList['items'][number]['handedOn'];
}

interface Standing {
  readonly number: string | null;
  readonly state: AssignmentState | null;
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
/** Flags before nudges, and those before due times; as the index has it. */
const pressing = `((CASE a.alert WHEN 'red' THEN 1 WHEN 'yellow' THEN 2 ELSE 3 END) * 1000000 - least(a.nudges, 999999))`;
const byPressing: OrderKey<DeskRecord> = {
  sql: pressing,
  of: ({ pressing: place }) => String(place),
  cast: 'integer',
  part: 'number',
};
/** Each is the order of an index over one department's parts. */
const orders = {
  pressing: { keys: [byPressing, byDue, byId], descending: false },
  dueAt: { keys: [byDue, byId], descending: false },
  '-registeredAt': { keys: [byTicket, byId], descending: true },
} as const satisfies Record<string, Order<DeskRecord>>;

/** What lies on a department's desk, the most pressing first. */
@Injectable()
export class Desk {
  constructor(
    private readonly database: Database,
    private readonly views: TicketViews,
    private readonly lateness: Lateness,
    private readonly directory: Directory,
  ) {}

  async list(query: DeskQuery, caller: Caller): Promise<DeskList> {
    const order = orderOf(query);
    const values: unknown[] = [caller.departmentIds];
    const conditions = lying(query);
    if (query.cursor) conditions.push(after(order, query.cursor, values));
    // A department's parts are read in the order of its index; tickets, of the parts that are shown.
    const first = `${orderBy(order)} LIMIT ${query.limit + 1}`;
    const rows = await this.database.sql.query<DeskRecord>(
      `SELECT row_to_json(a) AS part, ${pressing} AS pressing, t.number, t.title, t.state, t.type, t.urgency, t.nudges, t.urges,
         CASE WHEN a.round = t.round THEN t.own_due_at END AS "ownDueAt",
         t.area_code AS area, t.category_code AS category, ${besideSelect}
       FROM (SELECT a.* FROM unnest($1::uuid[]) own(id) CROSS JOIN LATERAL (
         SELECT a.* FROM ticket.assignment a WHERE a.department_id = own.id AND ${conditions.join(' AND ')} ${first}
       ) a ${first}) a JOIN ticket.ticket t ON t.id = a.ticket_id ${orderBy(order)}`,
      values,
    );
    const { shown, nextCursor } = cutPage(rows, query.limit, order);
    return {
      items: await this.rows(shown),
      nextCursor,
      ...(query.count && { count: await this.count(query, caller) }),
    };
  }

  /** @throws NotFound for a part that does not exist or is another department's. */
  async assignment(id: string, caller: Caller): Promise<RouteAnswer<'GET /api/assignments/:id'>> {
    const row = await findPart<{ part: AssignmentJson }>(this.database.sql, 'row_to_json(a) AS part', id, caller);
    return this.views.assignment(row.part);
  }

  /** How a part stands that was one of many; of one outside the caller's scope nothing is told. */
  async standing(id: string, caller: Caller): Promise<Standing> {
    const columns = '(SELECT t.number FROM ticket.ticket t WHERE t.id = a.ticket_id) AS number, a.state';
    try {
      return await findPart<Standing>(this.database.sql, columns, id, caller);
    } catch (error) {
      if (error instanceof NotFound) return { number: null, state: null };
      throw error;
    }
  }

  ticketOf(id: string, caller: Caller): Promise<string> {
    return ticketOfPart(this.database.sql, id, caller);
  }

  private async rows(records: readonly DeskRecord[]): Promise<DeskList['items']> {
    const risks = await this.lateness.risks(records.map(risky));
    return records.map((record, index) => ({ ...this.row(record), risk: risks[index] ?? null }));
  }

  private row({ part, number, title, state, type, urgency, nudges, urges, ownDueAt, area, ...beside }: DeskRecord) {
    const { reply: _, ...shown } = this.views.assignment(part);
    const { parentDepartmentId: parent, handedOn } = beside;
    const parentDepartment = parent === null ? null : { id: parent, name: this.directory.departmentName(parent) };
    const ticket = {
      ...{ number, title: maskNumbers(title), state, type, urgency, nudges, urges, area },
      ownDueAt: ownDueAt?.toISOString() ?? null,
    };
    return { ...shown, alert: part.alert, parentDepartment, handedOn, ticket };
  }

  private count(query: DeskQuery, caller: Caller): Promise<CappedCount> {
    const from = `FROM ticket.assignment a WHERE a.department_id = ANY($1) AND ${lying(query).join(' AND ')}`;
    return cappedCount(this.database.sql, from, [caller.departmentIds], countCap);
  }
}

/** One that is answered can be late no more. */
const risky = ({ part, category }: DeskRecord): RiskyPart => ({
  departmentId: part.department_id,
  categoryCode: category,
  dispatchedAt: new Date(part.dispatched_at),
  dueAt: part.due_at && isOpenAssignment(part.state as AssignmentState) ? new Date(part.due_at) : null,
});

/** From whom a part was handed on, and what became of what it was handed on to itself. */
const besideSelect = `
  (SELECT p.department_id FROM ticket.assignment p WHERE p.ticket_id = a.ticket_id AND p.id = a.parent_id) AS "parentDepartmentId",
  (SELECT CASE WHEN count(*) > 0 THEN json_build_object(
     'open', count(*) FILTER (WHERE ${openPartOf('c')}), 'late', count(*) FILTER (WHERE ${openPartOf('c')} AND c.alert = 'red'),
     'answered', count(*) FILTER (WHERE c.state = 'answered'), 'returned', count(*) FILTER (WHERE c.state = 'returned')) END
   FROM ticket.assignment c WHERE c.ticket_id = a.ticket_id AND c.parent_id = a.id) AS "handedOn"`;

/** More than this is told as "at least". */
const countCap = 10_000;

/** What lies on the desk comes as it is pressing, what has left it the newest ticket first. */
const orderOf = ({ state, sort }: Pick<DeskQuery, 'state' | 'sort'>): Order<DeskRecord> =>
  orders[sort ?? (state === undefined || isOpenAssignment(state) ? 'pressing' : '-registeredAt')];

/** What is asked for of a desk. State and flag come from closed lists, so they may stand in the statement. */
const lying = ({ state, alert }: Pick<DeskQuery, 'state' | 'alert'>): string[] => [
  state ? `a.state = '${state}'` : openPart,
  ...(alert ? [`a.alert = '${alert}'`] : []),
];
