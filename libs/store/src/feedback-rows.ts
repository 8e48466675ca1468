import type { Ticket } from '#ticket/ticket';
import { isToldUpstream } from '#ticket/told-upstream';
import type { Line } from '#ticket/line';
import type { Sql } from './sql';

/** What a system is still owed of one of its tickets: the lines after `toldSeq`. */
export interface OwedFeedback {
  readonly ticketId: string;
  readonly toldSeq: number;
  readonly attempts: number;
}

/** Whether these lines are to be told to the system that a ticket came from. History that is imported is not. */
export const owesFeedback = ({ upstreamSystem, imported }: Ticket, lines: readonly Pick<Line, 'name'>[]): boolean =>
  upstreamSystem !== null && !imported && lines.some(({ name }) => isToldUpstream(name));

/** One row for a ticket that came from another system; it commits with its registration. */
export const feedbackRow = ({ id, upstreamSystem, registeredAt, seq }: Ticket): object => ({
  ticket_id: id,
  system: upstreamSystem,
  owed_seq: seq,
  told_seq: 0,
  next_try_at: registeredAt,
  attempts: 0,
});

/** Takes tickets of a system of which something is owed, until `leaseEndsAt`; those that wait longest first. */
export const claimFeedback = (
  sql: Sql,
  claim: { readonly system: string; readonly at: Date; readonly leaseEndsAt: Date; readonly limit: number },
): Promise<OwedFeedback[]> =>
  sql.query<OwedFeedback & Record<string, unknown>>(
    `WITH due AS MATERIALIZED (
       SELECT ticket_id FROM ticket.feedback WHERE system = $1 AND owed_seq > told_seq AND next_try_at <= $2
       ORDER BY next_try_at LIMIT $4 FOR UPDATE SKIP LOCKED
     ), claimed AS (
       UPDATE ticket.feedback f SET next_try_at = $3, attempts = f.attempts + 1 FROM due
       WHERE f.ticket_id = due.ticket_id
       RETURNING f.ticket_id AS "ticketId", f.told_seq AS "toldSeq", f.attempts)
     SELECT * FROM claimed ORDER BY "ticketId"`,
    [claim.system, claim.at, claim.leaseEndsAt, claim.limit],
  );

/** They have been told up to this line. What came meanwhile is owed at once. */
export async function settleFeedback(
  sql: Sql,
  { ticketId, seq, at }: { readonly ticketId: string; readonly seq: number; readonly at: Date },
): Promise<void> {
  await sql.query(
    `UPDATE ticket.feedback SET told_seq = greatest(told_seq, $2), told_at = $3, attempts = 0, fault = NULL, next_try_at = $3
     WHERE ticket_id = $1`,
    [ticketId, seq, at],
  );
}

/** They could not be told: again at `nextTryAt`. `fault` says why, in no words of theirs. */
export async function putOffFeedback(
  sql: Sql,
  { ticketId, nextTryAt, fault }: { readonly ticketId: string; readonly nextTryAt: Date; readonly fault: string },
): Promise<void> {
  await sql.query(`UPDATE ticket.feedback SET next_try_at = $2, fault = $3 WHERE ticket_id = $1`, [
    ticketId,
    nextTryAt,
    fault,
  ]);
}

export interface FeedbackRow {
  [column: string]: unknown;
  ticketId: string;
  number: string;
  upstreamNumber: string;
  toldAt: Date | null;
  attempts: number;
  fault: string | null;
  nextTryAt: Date;
}

/** What a system is owed, in the order of the tickets, after `after`. */
export const owedFeedback = (
  sql: Sql,
  { system, after, limit }: { readonly system: string | null; readonly after: string | null; readonly limit: number },
): Promise<FeedbackRow[]> =>
  sql.query<FeedbackRow>(
    `SELECT f.ticket_id AS "ticketId", t.number, t.upstream_number AS "upstreamNumber", f.told_at AS "toldAt", f.attempts,
       f.fault, f.next_try_at AS "nextTryAt"
     FROM ticket.feedback f JOIN ticket.ticket t ON t.id = f.ticket_id
     WHERE f.system = $1 AND f.owed_seq > f.told_seq AND ($2::uuid IS NULL OR f.ticket_id > $2)
     ORDER BY f.ticket_id LIMIT $3`,
    [system, after, limit],
  );

/** Owes everything again that happened to tickets with ids from this one on. Answers of how many tickets. */
export const replayFeedback = (
  sql: Sql,
  { system, fromId, at }: { readonly system: string; readonly fromId: string; readonly at: Date },
): Promise<number> =>
  sql.count(
    `UPDATE ticket.feedback SET told_seq = 0, attempts = 0, fault = NULL, next_try_at = $3
     WHERE system = $1 AND ticket_id >= $2`,
    [system, fromId, at],
  );
