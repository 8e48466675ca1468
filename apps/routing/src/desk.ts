import { Injectable } from '@nestjs/common';
import { assignmentStateNames, isOpenAssignment } from '#ticket/assignment-state';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { monthOf } from '#store/partitions';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import { seesAll, type Caller } from '#platform/caller';
import { readCursor, writeCursor } from '#platform/cursor';
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

/** A department and those below see their own parts; the hotline sees all. */
const mine = `($1::uuid[] IS NULL OR a.department_id = ANY($1))`;
interface DeskOrder {
  readonly key: string;
  readonly of: (part: DeskRecord['part']) => string;
  readonly part: 'instant' | 'id';
  readonly cast: string;
  readonly direction: 'ASC' | 'DESC';
}

/** Each is the order of an index. A part without a due time, such as a praise to forward, comes last. */
const orders = {
  dueAt: {
    key: `coalesce(a.due_at, 'infinity')`,
    of: (part) => part.due_at ?? 'infinity',
    part: 'instant',
    cast: 'timestamptz',
    direction: 'ASC',
  },
  '-registeredAt': { key: 'a.ticket_id', of: (part) => part.ticket_id, part: 'id', cast: 'uuid', direction: 'DESC' },
} as const satisfies Record<string, DeskOrder>;
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
    const { conditions, values } = lying(query, caller);
    const order = orderOf(query);
    const from = readCursor(query.cursor, order.part, 'id');
    if (from) {
      values.push(...from);
      const beyond = order.direction === 'ASC' ? '>' : '<';
      conditions.push(`(${order.key}, a.id) ${beyond} ($${values.length - 1}::${order.cast}, $${values.length}::uuid)`);
    }
    const by = `ORDER BY ${order.key} ${order.direction}, a.id ${order.direction}`;
    // Tickets are read of the parts that are shown, not of all that are sorted.
    const rows = await this.database.sql.query<DeskRecord>(
      `SELECT row_to_json(a) AS part, t.number, t.title, t.state, t.type, t.urgency, t.nudges, t.area_code AS area
       FROM (SELECT a.* FROM ticket.assignment a WHERE ${conditions.join(' AND ')} ${by} LIMIT ${query.limit + 1}) a
       JOIN ticket.ticket t ON t.id = a.ticket_id ${by}`,
      values,
    );
    const shown = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? shown.at(-1)?.part : undefined;
    return {
      items: shown.map((row) => this.row(row)),
      nextCursor: last ? writeCursor(order.of(last), last.id) : null,
      ...(query.count && { count: await this.count(query, caller) }),
    };
  }

  /** @throws NotFound for a part that does not exist or is another department's. */
  async assignment(id: string, caller: Caller): Promise<RouteAnswer<'GET /api/assignments/:id'>> {
    const row = await this.find<{ part: AssignmentJson }>('row_to_json(a) AS part', id, caller);
    return this.views.assignment(row.part);
  }

  async ticketOf(id: string, caller: Caller): Promise<string> {
    return (await this.find<{ ticketId: string }>('a.ticket_id AS "ticketId"', id, caller)).ticketId;
  }

  /** The id says in which month to look. */
  private async find<Row>(columns: string, id: string, caller: Caller): Promise<Row> {
    const { from, before } = isUuid(id) ? monthOf(id) : { from: id, before: id };
    const row = isUuid(id)
      ? await this.database.sql
          .about(id)
          .one<Row & Record<string, unknown>>(
            `SELECT ${columns} FROM ticket.assignment a WHERE ${mine} AND a.id = $2 AND a.ticket_id >= $3 AND a.ticket_id < $4`,
            [seesAll(caller) ? null : caller.departmentIds, id, from, before],
          )
      : undefined;
    if (!row) throw new NotFound('assignment');
    return row;
  }

  private row({ part, number, title, state, type, urgency, nudges, area }: DeskRecord): DeskList['items'][number] {
    const { reply: _, ...shown } = this.views.assignment(part);
    return { ...shown, alert: part.alert, ticket: { number, title, state, type, urgency, nudges, area } };
  }

  private async count(query: DeskQuery, caller: Caller) {
    const { conditions, values } = lying(query, caller);
    const row = await this.database.sql.one<{ count: string }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM ticket.assignment a WHERE ${conditions.join(' AND ')} LIMIT 10001) counted`,
      values,
    );
    const count = Number(row?.count ?? 0);
    return { count: Math.min(count, 10_000), exact: count <= 10_000 };
  }
}

const orderOf = ({ state, sort }: Pick<DeskQuery, 'state' | 'sort'>): DeskOrder =>
  orders[sort ?? (state === undefined || isOpenAssignment(state) ? 'dueAt' : '-registeredAt')];

/** What lies on the caller's desk, and is asked for. One department is read in the order of the desk's index. */
function lying({ state, alert }: Pick<DeskQuery, 'state' | 'alert'>, { departmentIds }: Caller) {
  const [only, ...others] = departmentIds;
  const alone = only !== undefined && others.length === 0;
  const values: unknown[] = [alone ? only : departmentIds];
  // State and flag come from closed lists, so they may stand in the statement.
  const conditions = [
    alone ? 'a.department_id = $1' : 'a.department_id = ANY($1)',
    state ? `a.state = '${state}'` : `a.state IN (${openStates})`,
    ...(alert ? [`a.alert = '${alert}'`] : []),
  ];
  return { conditions, values };
}
