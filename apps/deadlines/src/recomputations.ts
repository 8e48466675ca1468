import { Injectable } from '@nestjs/common';
import type { AdminSubject } from '#ticket/admin-event';
import { Administration } from '#store/administration';
import type { AdminChange } from '#store/admin-chain';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { Touches } from './rule-change';
import { touchedTickets } from './touched-tickets';

/** A change of rules whose open clocks are gone through. */
export interface Recomputation {
  readonly id: string;
  /** What was changed: a calendar, a limit. */
  readonly subject: AdminSubject;
  readonly subjectId: string;
  readonly byAccount: string;
  readonly at: Date;
  readonly startsAt: Date;
  readonly state: 'waiting' | 'running' | 'done';
  readonly endedAt: Date | null;
}

/** A recomputation with how far it has come; its tickets are known once it is running. */
export interface RecomputationProgress extends Recomputation {
  readonly tickets: number;
  readonly looked: number;
  readonly movedTickets: number;
  readonly movedClocks: number;
}

/** Longer than any process remembers old rules and writes by them what it had begun. */
const heardByAllMs = 10_000;
/** Tickets whose clocks are read, computed and written at once; their rows are locked for the writing alone. */
const ticketsOfPart = 100;

const select = `SELECT r.id, r.subject, r.subject_id AS "subjectId", r.by_account AS "byAccount", r.at, r.starts_at AS "startsAt",
  r.state, r.ended_at AS "endedAt"`;

const progress = `${select}, coalesce(sum(cardinality(p.ticket_ids)), 0)::int AS tickets,
  coalesce(sum(cardinality(p.ticket_ids)) FILTER (WHERE p.done_at IS NOT NULL), 0)::int AS looked,
  coalesce(sum(p.moved_tickets), 0)::int AS "movedTickets", coalesce(sum(p.moved_clocks), 0)::int AS "movedClocks"
  FROM deadlines.recomputation r LEFT JOIN deadlines.recomputation_part p ON p.recomputation_id = r.id`;

/** The rows by which changed rules reach the open clocks. All there is to know of the work stands in them. */
@Injectable()
export class Recomputations {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  page(before: string | null, limit: number): Promise<RecomputationProgress[]> {
    return this.database.sql.query<RecomputationProgress & Record<string, unknown>>(
      `${progress} WHERE r.id IN (SELECT id FROM deadlines.recomputation WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2)
       GROUP BY r.id ORDER BY r.id DESC`,
      [before, limit],
    );
  }

  /** Cuts the tickets of whatever is to start into parts; answers whether there is anything to be done. */
  async plan(): Promise<boolean> {
    const open = await this.database.sql.query<{ id: string; touches: Touches; state: string }>(
      `SELECT id, touches, state FROM deadlines.recomputation WHERE state <> 'done' AND starts_at <= $1 ORDER BY starts_at`,
      [this.clock.now()],
    );
    for (const { id, touches, state } of open) if (state === 'waiting') await this.cut(id, touches);
    return open.length > 0;
  }

  /** Ends what has no part left, with one event that says how many moved. */
  async end(): Promise<void> {
    const done = await this.database.sql.query<{ id: string; by: string }>(
      `SELECT r.id, r.by_account AS by FROM deadlines.recomputation r WHERE r.state = 'running' AND NOT EXISTS (
         SELECT 1 FROM deadlines.recomputation_part p WHERE p.recomputation_id = r.id AND p.done_at IS NULL)`,
      [],
    );
    for (const { id, by } of done) await this.administration.write({ id: by }, (sql, at) => ended(sql, id, at));
  }

  /** One statement, so all parts or none. */
  private async cut(id: string, touches: Touches): Promise<void> {
    const values: unknown[] = [id];
    await this.database.lists.query(
      `WITH begun AS (
         UPDATE deadlines.recomputation SET state = 'running' WHERE id = $1 AND state = 'waiting' RETURNING id
       )
       INSERT INTO deadlines.recomputation_part (recomputation_id, part, ticket_ids)
       SELECT begun.id, n, ids FROM begun, (
         SELECT n, array_agg(id) AS ids FROM (
           SELECT id, (row_number() OVER (ORDER BY id) - 1) / ${ticketsOfPart} AS n FROM (${touchedTickets(touches, values)}) touched
         ) numbered GROUP BY n) parts`,
      values,
    );
  }
}

/** Within the transaction that changes a rule: its open clocks will follow. */
export async function orderRecomputation(
  sql: Sql,
  { subject, subjectId }: Pick<Recomputation, 'subject' | 'subjectId'>,
  touches: Touches | null,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  if (!touches) return;
  await sql.query(
    `INSERT INTO deadlines.recomputation (id, subject, subject_id, touches, by_account, at, starts_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [uuidV7(at), subject, subjectId, JSON.stringify(touches), by, at, new Date(at.getTime() + heardByAllMs)],
  );
}

/** Nothing when another process has ended it. */
async function ended(sql: Sql, id: string, at: Date): Promise<readonly AdminChange[]> {
  const first = await sql.count(
    `UPDATE deadlines.recomputation SET state = 'done', ended_at = $2 WHERE id = $1 AND state = 'running'`,
    [id, at],
  );
  const row =
    first > 0 &&
    (await sql.one<RecomputationProgress & Record<string, unknown>>(`${progress} WHERE r.id = $1 GROUP BY r.id`, [id]));
  if (!row) return [];
  const { subject, subjectId, tickets, movedTickets, movedClocks } = row;
  const after = { rule: subject, of: subjectId, tickets, movedTickets, movedClocks };
  return [{ subject: 'recomputation', subjectId: id, action: 'carryOut', before: null, after }];
}
