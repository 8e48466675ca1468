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

/** What a message says from here on, and to whom. */
export interface MessageWords extends Sent {
  readonly text: string;
  readonly templateVersion: number;
  readonly citizenId: string;
}

/** Keeps what messages say. Answers the ids of those that are still to be sent: one may have been erased meanwhile. */
export async function keepMessageTexts(sql: Sql, words: readonly MessageWords[]): Promise<Set<string>> {
  if (words.length === 0) return new Set();
  const kept = await sql.query<{ id: string }>(
    `UPDATE ticket.message m SET text = coalesce(m.text, w.text), citizen_id = w."citizenId",
       template_version = coalesce(m.template_version, w."templateVersion")
     FROM jsonb_to_recordset($1) AS w(id uuid, sending int, text text, "templateVersion" int, "citizenId" uuid)
     WHERE m.id = w.id AND m.sending = w.sending AND m.next_at IS NOT NULL RETURNING m.id`,
    [JSON.stringify(words)],
  );
  return new Set(kept.map(({ id }) => id));
}

/** What became of an attempt. A message that a person had sent anew meanwhile, or that was delivered, stays as it is. */
export interface MessageOutcome {
  readonly state: Exclude<MessageState, 'delivered'>;
  /** When it is to be looked at next; null when nothing is left to be done. */
  readonly nextAt: Date | null;
  readonly attempts: number;
  /** Why it is not sent, in words or by the code of one; null when it is. */
  readonly reason: string | null;
  /** What took it, and when it left the house: null where that keeps it. */
  readonly by?: { readonly provider: MessageProvider; readonly at: Date | null };
}

/** A message, and what became of the attempt at it. */
export type SettledMessage = readonly [message: Sent, outcome: MessageOutcome];

export async function settleMessages(sql: Sql, settled: readonly SettledMessage[]): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map(([{ id, sending }, { by, ...outcome }]) => ({ id, sending, ...outcome, ...by }));
  await sql.query(
    `UPDATE ticket.message m SET state = s.state, next_at = s."nextAt", attempts = s.attempts, reason = s.reason,
       provider = coalesce(s.provider, m.provider), sent_at = coalesce(s.at, m.sent_at)
     FROM jsonb_to_recordset($1) AS s(id uuid, sending int, state text, "nextAt" timestamptz, attempts int, reason text,
       provider text, at timestamptz)
     WHERE m.id = s.id AND m.sending = s.sending AND m.next_at IS NOT NULL`,
    [JSON.stringify(rows)],
  );
}

/** What the provider says became of it. What was delivered stays so; answers whose ticket it tells of, if it is a message of ours. */
export async function noteDelivery(
  sql: Sql,
  { id, sending }: Sent,
  told: { readonly isDelivered: boolean; readonly reason: string | null; readonly at: Date },
): Promise<string | undefined> {
  const { isDelivered, reason, at } = told;
  const known = await sql.one<{ ticketId: string }>(
    `UPDATE ticket.message SET next_at = NULL,
       state = CASE WHEN state = 'delivered' OR $3 THEN 'delivered' ELSE 'given-up' END,
       delivered_at = CASE WHEN $3 THEN coalesce(delivered_at, $5) ELSE delivered_at END,
       sent_at = coalesce(sent_at, $5),
       reason = CASE WHEN state = 'delivered' OR $3 THEN NULL ELSE $4 END
     WHERE id = $1 AND sending = $2 AND text IS NOT NULL
     RETURNING ticket_id AS "ticketId"`,
    [id, sending, isDelivered, reason, at],
  );
  return known?.ticketId;
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
