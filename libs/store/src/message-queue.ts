import type { MessageProvider, MessageState } from '#ticket/message-state';
import type { ClaimedMessage } from './message-rows';
import type { Sql } from './sql';

/**
 * Takes messages whose time has come until `leaseEndsAt`, what waits longest first. A ticket's own come one after the
 * other: none is taken while an earlier one is still to be sent, unless that waits for the morning.
 */
export const claimMessages = (
  sql: Sql,
  { at, leaseEndsAt, limit }: { readonly at: Date; readonly leaseEndsAt: Date; readonly limit: number },
): Promise<ClaimedMessage[]> =>
  sql.query<ClaimedMessage>(
    `WITH due AS MATERIALIZED (
       SELECT m.id FROM ticket.message m WHERE m.next_at <= $1 AND NOT EXISTS (
         SELECT 1 FROM ticket.message e WHERE e.ticket_id = m.ticket_id AND e.seq < m.seq
           AND (e.state IN ('waiting', 'failed') OR (e.state = 'held' AND e.next_at <= $1)))
       ORDER BY m.next_at, m.id LIMIT $3 FOR UPDATE OF m SKIP LOCKED)
     UPDATE ticket.message m SET next_at = $2, attempts = m.attempts + 1, first_due_at = coalesce(m.first_due_at, $1),
       state = CASE WHEN m.state = 'held' THEN 'waiting' ELSE m.state END
     FROM due WHERE m.id = due.id
     RETURNING m.id, m.ticket_id AS "ticketId", m.kind, m.seq, m.at, m.attempts, m.sending, m.text,
       m.first_due_at AS "firstDueAt"`,
    [at, leaseEndsAt, limit],
  );

type Sent = Pick<ClaimedMessage, 'id' | 'sending'>;

/** What it says from here on, and to whom. Answers whether it is still to be sent: it may have been erased meanwhile. */
export async function keepMessageText(
  sql: Sql,
  { id, sending }: Sent,
  said: { readonly text: string; readonly templateVersion: number; readonly citizenId: string },
): Promise<boolean> {
  const { text, templateVersion, citizenId } = said;
  const kept = await sql.count(
    `UPDATE ticket.message SET text = coalesce(text, $3), template_version = coalesce(template_version, $4), citizen_id = $5
     WHERE id = $1 AND sending = $2 AND next_at IS NOT NULL`,
    [id, sending, text, templateVersion, citizenId],
  );
  return kept > 0;
}

/** What became of an attempt. A message that a person had sent anew meanwhile, or that was delivered, stays as it is. */
export interface MessageOutcome {
  readonly state: Exclude<MessageState, 'delivered'>;
  /** When it is to be looked at next; null when nothing is left to be done. */
  readonly nextAt: Date | null;
  readonly attempts: number;
  /** Why it is not sent, in words or by the code of one; null when it is. */
  readonly reason: string | null;
  readonly sent?: { readonly provider: MessageProvider; readonly at: Date };
}

export async function settleMessage(sql: Sql, { id, sending }: Sent, outcome: MessageOutcome): Promise<void> {
  const { state, nextAt, attempts, reason, sent } = outcome;
  await sql.query(
    `UPDATE ticket.message SET state = $3, next_at = $4, attempts = $5, reason = $6, provider = coalesce($7, provider),
       sent_at = coalesce($8, sent_at)
     WHERE id = $1 AND sending = $2 AND next_at IS NOT NULL`,
    [id, sending, state, nextAt, attempts, reason, sent?.provider ?? null, sent?.at ?? null],
  );
}

/** What the provider says became of it. What was delivered stays so; answers whether it is a message of ours. */
export async function noteDelivery(
  sql: Sql,
  { id, sending }: Sent,
  told: { readonly isDelivered: boolean; readonly reason: string | null; readonly at: Date },
): Promise<boolean> {
  const { isDelivered, reason, at } = told;
  const known = await sql.count(
    `UPDATE ticket.message SET next_at = NULL,
       state = CASE WHEN state = 'delivered' OR $3 THEN 'delivered' ELSE 'given-up' END,
       delivered_at = CASE WHEN $3 THEN coalesce(delivered_at, $5) ELSE delivered_at END,
       sent_at = coalesce(sent_at, $5),
       reason = CASE WHEN state = 'delivered' OR $3 THEN NULL ELSE $4 END
     WHERE id = $1 AND sending = $2 AND text IS NOT NULL`,
    [id, sending, isDelivered, reason, at],
  );
  return known > 0;
}

/** Has a message sent anew, under another key: a provider would drop the former one. Answers whether it could be. */
export async function resendMessage(sql: Sql, id: string, at: Date): Promise<boolean> {
  return (await sql.count(`${anew} WHERE id = $1 AND ${isAtRest}`, [id, at])) > 0;
}

/** The same for everything that was given up among messages with ids from this one on. Answers how many. */
export const resendGivenUp = (sql: Sql, fromId: string, at: Date): Promise<number> =>
  sql.count(`${anew} WHERE state = 'given-up' AND id >= $1 AND ${isAtRest}`, [fromId, at]);

const anew = `UPDATE ticket.message SET state = 'waiting', next_at = $2, sending = sending + 1, attempts = 0, reason = NULL, text = NULL,
  template_version = NULL, first_due_at = NULL, sent_at = NULL, delivered_at = NULL`;
/** Of an erased one there is nobody left to send it to. */
const isAtRest = `next_at IS NULL AND citizen_id IS NOT NULL`;
