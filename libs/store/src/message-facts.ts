import type { Element } from '#ticket/element';
import type { State } from '#ticket/state';
import type { Urgency } from '#ticket/urgency';
import type { ClaimedMessage } from './message-rows';
import type { Sql } from './sql';

/** What a message is made of: the ticket as it stands, the line that made it due, and whom it is for. */
export interface MessageFacts {
  [column: string]: unknown;
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

/** To whom it goes is whom the ticket names now: a wrong number may have been corrected. */
export const readMessageFacts = (
  sql: Sql,
  { ticketId, seq }: Pick<ClaimedMessage, 'ticketId' | 'seq'>,
): Promise<MessageFacts | undefined> =>
  sql.about(ticketId).one<MessageFacts>(
    `SELECT t.number, t.tracking_code AS "trackingCode", t.state, t.round, t.urgency, t.lead_department_id AS "leadDepartmentId",
       t.missing, t.promised_at AS "promisedAt", t.clocks_seq >= $2 AS "clocksCurrent", t.erased_at IS NOT NULL AS "isErased",
       h.data, h.text AS said, c.id AS "citizenId", c.sealed, c.wrapped_key AS "wrappedKey"
     FROM ticket.ticket t JOIN ticket.history h ON h.ticket_id = t.id AND h.seq = $2
     LEFT JOIN ticket.citizen c ON c.id = t.citizen_id WHERE t.id = $1`,
    [ticketId, seq],
  );
