import { Injectable } from '@nestjs/common';
import type { Alert } from '#ticket/clock-kind';
import { maskNumbers } from '#ticket/mask-identity';
import type { LeaderInstruction } from '#ticket/supervision';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { supervisionColumns, type SupervisionColumns } from '#store/supervision-rows';
import { firstIdAt, idOrNothing, isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { personNamed, personOrService, type Named } from '#platform/person-named';
import { supervisionsInScope } from '#platform/scope';
import { numberOf, supervisionClock } from '#platform/supervision-views';
import type { PrintedSupervision } from './printed-supervision';

export type SupervisionView = RouteAnswer<'GET /api/supervisions/:id'>;
type List = RouteAnswer<'GET /api/supervisions'>;
type Query = RouteInput<'GET /api/supervisions'>['query'];
type Instructions = RouteAnswer<'GET /api/leader-instructions'>;
type InstructionQuery = RouteInput<'GET /api/leader-instructions'>['query'];

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
const select = `SELECT ${columns}, v.printed, t.number AS number_of_ticket, t.title, t.type, t.urgency,
  t.upstream_due_at AS "upstreamDueAt", k.due_at AS clock_due_at, k.alert,
  ${personOrService('v.drafted_by')} AS drafter, ${personNamed('v.signed_by')} AS signer, ${personNamed('v.answered_by')} AS answerer,
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

  /** 督办台账, newest first. */
  async list(query: Query, caller: Caller): Promise<List> {
    const { rows, nextCursor } = await this.page(query, caller, (values) => asked(query, values));
    return { items: rows.map((row) => this.view(row)), nextCursor };
  }

  /** 批示件台账, newest first. */
  async instructions(query: InstructionQuery, caller: Caller): Promise<Instructions> {
    const { rows, nextCursor } = await this.page(query, caller, (values) => instructed(query, values));
    const items = rows.flatMap((row) => (row.instruction ? [instructionOf(this.view(row), row.instruction)] : []));
    return { items, nextCursor };
  }

  private async page(
    { limit, cursor }: Pick<Query, 'limit' | 'cursor'>,
    caller: Caller,
    conditionsOf: (values: unknown[]) => string[],
  ): Promise<{ rows: SupervisionRow[]; nextCursor: string | null }> {
    const values: unknown[] = [];
    const [before] = readCursor(cursor, 'id') ?? [];
    const conditions = [
      supervisionsInScope(caller, values),
      ...conditionsOf(values),
      ...(before ? [`v.id < $${values.push(before)}::uuid`] : []),
    ];
    const found = await this.database.lists.query<SupervisionRow>(
      `${select} WHERE ${conditions.join(' AND ')} ORDER BY v.id DESC LIMIT ${limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cut(found, limit, ({ id }) => [id]);
    return { rows: shown, nextCursor };
  }

  private view(row: SupervisionRow): SupervisionView {
    return {
      id: row.id,
      documentNumber: numberOf(row),
      state: row.state,
      level: row.level,
      cause: row.cause,
      mainTo: { id: row.department_id, name: this.directory.departmentName(row.department_id) },
      // What was signed says it before the clock has followed.
      dueAt: (row.clock_due_at ?? row.due_at)?.toISOString() ?? row.printed?.answerBy ?? null,
      alert: row.alert ?? 'none',
      ticketId: row.ticket_id,
      ticket: { number: row.number_of_ticket, title: maskNumbers(row.title) },
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

/** Ids are in the order in which orders were drafted. */
function asked({ level, cause, from, to, ...more }: Query, values: unknown[]): string[] {
  return [
    ...ofBoth(more, values),
    ...(level ? [`v.level = $${values.push(level)}`] : []),
    ...(cause ? [`v.cause = $${values.push(cause)}`] : []),
    ...(from ? [`v.id >= $${values.push(firstIdAt(new Date(from)))}::uuid`] : []),
    ...(to ? [`v.id < $${values.push(firstIdAt(new Date(to)))}::uuid`] : []),
  ];
}

/** The cause as the index has it. */
const instructed = ({ leader, from, to, ...more }: InstructionQuery, values: unknown[]): string[] => [
  `v.cause = 'leader-instruction'`,
  ...ofBoth(more, values),
  ...(leader ? [`v.instruction ->> 'leader' = $${values.push(leader)}`] : []),
  ...(from ? [`v.instruction ->> 'date' >= $${values.push(from)}`] : []),
  ...(to ? [`v.instruction ->> 'date' <= $${values.push(to)}`] : []),
];

/** What both ledgers are asked for. */
const ofBoth = ({ state, departmentId }: Pick<Query, 'state' | 'departmentId'>, values: unknown[]): string[] => [
  ...(state ? [`v.state = $${values.push(state)}`] : []),
  ...(departmentId ? [`v.department_id = $${values.push(idOrNothing(departmentId))}::uuid`] : []),
];

const instructionOf = (
  { id, ticketId, ticket, documentNumber, level, mainTo, state, dueAt, alert, answered, closed }: SupervisionView,
  instruction: LeaderInstruction,
): Instructions['items'][number] => ({
  instruction,
  id,
  ticketId,
  ticket,
  documentNumber,
  level,
  mainTo,
  state,
  dueAt,
  alert,
  answered,
  closed,
});
