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
/** A part without a due time, such as a praise to forward, comes last. */
const due = `coalesce(a.due_at, 'infinity')`;
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

  async list(query: RouteInput<'GET /api/assignments'>['query'], caller: Caller): Promise<DeskList> {
    const [dueAt = null, id = null] = readCursor(query.cursor, 'instant', 'id') ?? [];
    const rows = await this.database.lists.query<DeskRecord>(
      `SELECT row_to_json(a) AS part, t.number, t.title, t.state, t.type, t.urgency, t.nudges, t.area_code AS area
       FROM ticket.assignment a JOIN ticket.ticket t ON t.id = a.ticket_id
       WHERE a.department_id = ANY($1) AND ${stateCondition(query.state)} AND ($2::text IS NULL OR a.alert = $2)
         AND ($3::timestamptz IS NULL OR (${due}, a.id) > ($3, $4::uuid))
       ORDER BY ${due}, a.id LIMIT $5`,
      [caller.departmentIds, query.alert ?? null, dueAt, id, query.limit + 1],
    );
    const shown = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? shown.at(-1)?.part : undefined;
    return {
      items: shown.map((row) => this.row(row)),
      nextCursor: last ? writeCursor(last.due_at ?? 'infinity', last.id) : null,
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

  private async count(query: RouteInput<'GET /api/assignments'>['query'], caller: Caller) {
    const row = await this.database.lists.one<{ count: string }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM ticket.assignment a
       WHERE a.department_id = ANY($1) AND ${stateCondition(query.state)} AND ($2::text IS NULL OR a.alert = $2) LIMIT 10001) counted`,
      [caller.departmentIds, query.alert ?? null],
    );
    const count = Number(row?.count ?? 0);
    return { count: Math.min(count, 10_000), exact: count <= 10_000 };
  }
}

/** Without a state, what is open; the state comes from a closed list, so it may stand in the statement. */
const stateCondition = (state: string | undefined): string =>
  state ? `a.state = '${state}'` : `a.state IN (${openStates})`;
