import { Injectable } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import type { MoveContext } from '#ticket/move-context';
import type { SampleState } from '#ticket/review-rule';
import type { SendBackReason } from '#ticket/reason';
import type { Ticket } from '#ticket/ticket';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { personNamed, type Named } from '#platform/person-named';
import { drawn } from './drawn';

type SampleView = RouteAnswer<'POST /api/review-samples/:id/verdict'>;

interface SampleRow {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  number: string;
  title: string;
  round: number;
  departmentId: string | null;
  approvedAt: Date;
  state: SampleState;
  reasonCode: SendBackReason | null;
  seenBy: Named | null;
  seenAt: Date | null;
}

const select = `SELECT s.id, s.ticket_id AS "ticketId", t.number, t.title, s.round, t.lead_department_id AS "departmentId",
  s.approved_at AS "approvedAt", s.state, s.reason_code AS "reasonCode", ${personNamed('s.seen_by')} AS "seenBy", s.seen_at AS "seenAt"
  FROM satisfaction.review_sample s JOIN ticket.ticket t ON t.id = s.ticket_id`;

/** Automatically approved replies that were drawn for a second look. */
@Injectable()
export class ReviewSamples {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly directory: Directory,
  ) {}

  /** What waits longest first. */
  async list({
    state,
    limit,
    cursor,
  }: RouteInput<'GET /api/review-samples'>['query']): Promise<RouteAnswer<'GET /api/review-samples'>> {
    const [at = null, after = null] = readCursor(cursor, 'instant', 'id') ?? [];
    const rows = await this.database.lists.query<SampleRow>(
      `${select} WHERE s.state = $1 AND ($2::timestamptz IS NULL OR (s.approved_at, s.id) > ($2::timestamptz, $3::uuid))
       ORDER BY s.approved_at, s.id LIMIT $4`,
      [state, at, after, limit + 1],
    );
    const { shown, nextCursor } = cut(rows, limit, ({ approvedAt, id }) => [approvedAt, id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<SampleView> {
    const row = isUuid(id) ? await this.database.sql.one<SampleRow>(`${select} WHERE s.id = $1`, [id]) : undefined;
    if (!row) throw new NotFound('review sample');
    return this.view(row);
  }

  /** What somebody found; a later look takes the place of an earlier one. @throws NotFound */
  async judge(id: string, reasonCode: SendBackReason | null, caller: Caller): Promise<SampleView> {
    const { state: stood, reasonCode: said, number: ticket } = await this.one(id);
    const state: SampleState = reasonCode === null ? 'fine' : 'faulty';
    await this.administration.write(
      caller,
      async (sql, at) => {
        await sql.query(
          `UPDATE satisfaction.review_sample SET state = $2, reason_code = $3, seen_by = $4, seen_at = $5 WHERE id = $1`,
          [id, state, reasonCode, caller.id, at],
        );
        return {
          ...{ subject: 'review-sample', subjectId: id, action: 'settle' },
          before: { ticket, state: stood, ...(said && { reasonCode: said }) },
          after: { ticket, state, ...(reasonCode && { reasonCode }) },
        } as const;
      },
      id,
    );
    return this.one(id);
  }

  private view({ departmentId, approvedAt, seenAt, ...row }: SampleRow): SampleView {
    return {
      ...row,
      title: maskNumbers(row.title),
      department: departmentId ? { id: departmentId, name: this.directory.departmentName(departmentId) } : null,
      approvedAt: approvedAt.toISOString(),
      seenAt: seenAt?.toISOString() ?? null,
    };
  }
}

/** Keeps the reply that is approved now for a second look, where the ticket's lot says so. */
export async function drawSample(sql: Sql, { id, round }: Ticket, { at, newId }: MoveContext): Promise<void> {
  await sql.query(
    `INSERT INTO satisfaction.review_sample (id, ticket_id, round, approved_at, state)
     SELECT $2, t.id, $3, $4, 'waiting' FROM ticket.ticket t WHERE t.id = $1 AND ${drawn('sampling')}
     ON CONFLICT (ticket_id, round) DO NOTHING`,
    [id, newId(), round, at],
  );
}
