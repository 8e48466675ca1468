import { Injectable } from '@nestjs/common';
import type { Alert } from '#ticket/clock-kind';
import { maskNumbers } from '#ticket/mask-identity';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { supervisionColumns, type SupervisionColumns } from '#store/supervision-rows';
import { firstIdAt, isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { personNamed, type Named } from '#platform/person-named';
import { supervisionsInScope } from '#platform/scope';
import { numberOf, supervisionClock } from '#platform/supervision-views';
import type { PrintedSupervision } from './printed-supervision';

export type SupervisionView = RouteAnswer<'GET /api/supervisions/:id'>;
type List = RouteAnswer<'GET /api/supervisions'>;
type Query = RouteInput<'GET /api/supervisions'>['query'];

/** An order with what stands around it. */
export interface SupervisionRow extends SupervisionColumns {
  [column: string]: unknown;
  number_of_ticket: string;
  title: string;
  type: TicketType;
  urgency: Urgency;
  upstreamDueAt: Date | null;
  clock_due_at: Date | null;
  alert: Alert | null;
  /** Null when a service did it. */
  drafter: Named | null;
  signer: Named;
  answerer: Named;
  closer: Named | null;
  /** Null until it is signed. */
  printed: PrintedSupervision | null;
}

const columns = supervisionColumns
  .split(', ')
  .map((column) => `v.${column}`)
  .join(', ');
const drafter = `CASE WHEN v.drafted_by ~ '^[0-9a-f-]{36}$' THEN v.drafted_by::uuid END`;
const select = `SELECT ${columns}, v.printed, t.number AS number_of_ticket, t.title, t.type, t.urgency,
  t.upstream_due_at AS "upstreamDueAt", k.due_at AS clock_due_at, k.alert,
  ${personNamed(drafter)} AS drafter, ${personNamed('v.signed_by')} AS signer, ${personNamed('v.answered_by')} AS answerer,
  ${personNamed('v.closed_by')} AS closer
FROM ticket.supervision v JOIN ticket.ticket t ON t.id = v.ticket_id LEFT JOIN ${supervisionClock}`;

/** Orders as they are read: by their list, or one of them. */
@Injectable()
export class SupervisionReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** @throws NotFound outside the caller's scope */
  async row(id: string, caller: Caller): Promise<SupervisionRow> {
    const values: unknown[] = [id];
    const scope = supervisionsInScope(caller, values);
    const row = isUuid(id)
      ? await this.database.sql.one<SupervisionRow>(`${select} WHERE v.id = $1 AND ${scope}`, values)
      : undefined;
    if (!row) throw new NotFound('supervision');
    return row;
  }

  /** The order and its ticket. @throws NotFound as above */
  async which(id: string, caller: Caller): Promise<{ id: string; ticketId: string }> {
    return { id, ticketId: (await this.row(id, caller)).ticket_id };
  }

  async one(id: string, caller: Caller): Promise<SupervisionView> {
    return this.view(await this.row(id, caller));
  }

  /** Newest first. */
  async list(query: Query, caller: Caller): Promise<List> {
    const values: unknown[] = [];
    const conditions = [supervisionsInScope(caller, values), ...asked(query, values)];
    const rows = await this.database.lists.query<SupervisionRow>(
      `${select} WHERE ${conditions.join(' AND ')} ORDER BY v.id DESC LIMIT ${query.limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  private view(row: SupervisionRow): SupervisionView {
    return {
      id: row.id,
      documentNumber: numberOf(row),
      state: row.state,
      level: row.level,
      cause: row.cause,
      mainTo: { id: row.department_id, name: this.directory.departmentName(row.department_id) },
      dueAt: (row.clock_due_at ?? row.due_at)?.toISOString() ?? null,
      alert: row.alert ?? 'none',
      ticket: { id: row.ticket_id, number: row.number_of_ticket, title: maskNumbers(row.title) },
      requirement: row.requirement ?? '',
      copyTo: [...row.copy_to],
      instruction: row.instruction,
      drafted: { by: row.drafter ?? { id: row.drafted_by, name: '系统' }, at: row.drafted_at.toISOString() },
      signed: row.signed_at && { by: row.signer, at: row.signed_at.toISOString() },
      answered: row.answered_at && {
        by: row.answerer,
        at: row.answered_at.toISOString(),
        text: row.answer ?? '',
      },
      sentBack: row.sent_back,
      note: row.note,
      closed: row.closed_at && { by: row.closer, at: row.closed_at.toISOString() },
      sha256: row.sha256,
    };
  }
}

/** An id that is none names no department. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** Ids are in the order in which orders were drafted. */
function asked({ state, level, cause, departmentId, from, to, cursor }: Query, values: unknown[]): string[] {
  const [before] = readCursor(cursor, 'id') ?? [];
  const equal = Object.entries({ state, level, cause }).filter(([, value]) => value !== undefined);
  return [
    ...equal.map(([column, value]) => `v.${column} = $${values.push(value)}`),
    ...(departmentId ? [`v.department_id = $${values.push(isUuid(departmentId) ? departmentId : nowhere)}::uuid`] : []),
    ...(from ? [`v.id >= $${values.push(firstIdAt(new Date(from)))}::uuid`] : []),
    ...(to ? [`v.id < $${values.push(firstIdAt(new Date(to)))}::uuid`] : []),
    ...(before ? [`v.id < $${values.push(before)}::uuid`] : []),
  ];
}
