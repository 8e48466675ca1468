import type { ClockKind } from '#ticket/clock-kind';
import type { Rung } from '#ticket/rung';
import type { Sql } from '#store/sql';

/** A notice whose message is being sent, until somebody else may take it up. */
export interface ClaimedNotice {
  [column: string]: unknown;
  readonly id: string;
  readonly at: Date;
  readonly attempts: number;
  readonly phone: string | null;
  readonly username: string;
  readonly number: string;
  readonly kind: ClockKind;
  readonly rung: Rung;
  readonly dueAt: Date;
  /** Whether it is unread, and its clock still runs. */
  readonly isOpen: boolean;
}

/** Takes messages whose time has come until `leaseEndsAt`, what waits longest first. */
export const claimNoticeMessages = (sql: Sql, at: Date, leaseEndsAt: Date, limit: number): Promise<ClaimedNotice[]> =>
  sql.query<ClaimedNotice>(
    `WITH due AS MATERIALIZED (
       SELECT id FROM deadlines.notice WHERE next_at <= $1 ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
     ), claimed AS (
       UPDATE deadlines.notice n SET next_at = $2, attempts = n.attempts + 1 FROM due WHERE n.id = due.id RETURNING n.*
     )
     SELECT n.id, n.at, n.attempts, n.phone, a.username, t.number, r.kind, r.rung, r.due_at AS "dueAt",
       n.read_at IS NULL AND EXISTS (SELECT 1 FROM ticket.clock c WHERE c.ticket_id = n.ticket_id AND c.id = r.clock_id
         AND c.state = 'running' AND c.generation = r.generation) AS "isOpen"
     FROM claimed n JOIN ticket.ticket t ON t.id = n.ticket_id JOIN ticket.account a ON a.id = n.account_id
     JOIN ticket.rung r ON r.ticket_id = n.ticket_id AND r.id = n.rung_id`,
    [at, leaseEndsAt, limit],
  );

/** What became of it, and when it is tried again. */
export async function settleNoticeMessage(
  sql: Sql,
  id: string,
  {
    state,
    nextAt,
  }: { readonly state: 'none' | 'overtaken' | 'sent' | 'failed' | 'given-up'; readonly nextAt: Date | null },
): Promise<void> {
  await sql.query(`UPDATE deadlines.notice SET message_state = $2, next_at = $3 WHERE id = $1`, [id, state, nextAt]);
}

/** How many messages are still to be sent, and how many of them the gateway has not taken yet. */
export async function messagesOnTheirWay(sql: Sql): Promise<{ waiting: number; failing: number }> {
  const row = await sql.one<{ waiting: number; failing: number }>(
    `SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE message_state = 'failed'))::int AS failing
     FROM deadlines.notice WHERE next_at IS NOT NULL`,
    [],
  );
  return row ?? { waiting: 0, failing: 0 };
}
