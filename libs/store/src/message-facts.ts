import type { Element } from '#ticket/element';
import type { State } from '#ticket/state';
import type { Urgency } from '#ticket/urgency';
import type { ClaimedMessage } from './message-rows';
import type { Sql } from './sql';

/** What a message is made of: the ticket as it stands, the line that made it due, and whom it is for. */
export interface MessageFacts {
  [column: string]: unknown;
  readonly messageId: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly state: State;
  readonly round: number;
  readonly urgency: Urgency;
  readonly leadDepartmentId: string | null;
  readonly missing: readonly Element[];
  readonly promisedAt: Date | null;
  /** Whether the deadlines have heard of the line: only then is it known what is promised now. */
  readonly clocksCurrent: boolean;
  readonly isErased: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  readonly said: Readonly<Record<string, unknown>> | null;
  readonly citizenId: string | null;
  readonly sealed: Buffer | null;
  readonly wrappedKey: Buffer | null;
}

const facts = `
SELECT q.id AS "messageId", t.number, t.tracking_code AS "trackingCode", t.state, t.round, t.urgency,
  t.lead_department_id AS "leadDepartmentId", t.missing, t.promised_at AS "promisedAt", t.clocks_seq >= q.seq AS "clocksCurrent",
  t.erased_at IS NOT NULL AS "isErased", h.data, h.text AS said, c.id AS "citizenId", c.sealed, c.wrapped_key AS "wrappedKey"
FROM unnest($1::uuid[], $2::uuid[], $3::int[]) q(id, ticket_id, seq)
JOIN ticket.ticket t ON t.id = q.ticket_id JOIN ticket.history h ON h.ticket_id = q.ticket_id AND h.seq = q.seq
LEFT JOIN ticket.citizen c ON c.id = t.citizen_id`;

/** By the message's id; to whom it goes is whom the ticket names now: a wrong number may have been corrected. */
export async function readMessageFacts(
  sql: Sql,
  messages: readonly Pick<ClaimedMessage, 'id' | 'ticketId' | 'seq'>[],
): Promise<Map<string, MessageFacts>> {
  const found = new Map<string, MessageFacts>();
  for (const { sql: ofMonth, ticketIds } of sql.aboutEach([...new Set(messages.map(({ ticketId }) => ticketId))])) {
    const asked = messages.filter(({ ticketId }) => ticketIds.includes(ticketId));
    const columns = [asked.map(({ id }) => id), asked.map(({ ticketId }) => ticketId), asked.map(({ seq }) => seq)];
    for (const each of await ofMonth.query<MessageFacts>(facts, columns)) found.set(each.messageId, each);
  }
  return found;
}
