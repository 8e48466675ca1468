import type { State } from '#ticket/state';
import type { Sql } from './sql';

/** A ticket as the sorting into hot issues reads it. */
export interface SortedTicket {
  [column: string]: unknown;
  readonly id: string;
  readonly state: State;
  readonly imported: boolean;
  readonly registeredAt: Date;
  /** The issue as part of which it was answered. */
  readonly answeredAs: string | null;
  /** Whether it has a row among the members. */
  readonly isKnown: boolean;
  /** Of which issue it is; null for none, and for what a person took out. */
  readonly issueId: string | null;
}

export const readSortedTickets = (sql: Sql, ids: readonly string[]): Promise<SortedTicket[]> =>
  sql.query<SortedTicket>(
    `SELECT t.id, t.state, t.imported, t.registered_at AS "registeredAt", t.issue_id AS "answeredAs",
       m.ticket_id IS NOT NULL AS "isKnown", m.issue_id AS "issueId"
     FROM unnest($1::uuid[]) q(id) JOIN ticket.ticket t ON t.id = q.id LEFT JOIN ticket.issue_member m ON m.ticket_id = t.id
     ORDER BY t.id`,
    [ids],
  );

/** Of which issue a ticket is from now on. */
export interface Membership {
  readonly ticketId: string;
  readonly issueId: string | null;
  /** Who said so; null where the house found it. */
  readonly by: string | null;
  /** 0 to 1: how alike it is to the member by which it was found. */
  readonly score: number | null;
}

/** States in which a ticket is one more of its issue. In the words of `countsInIssue`. */
const counts = `t.state NOT IN ('void', 'withdrawn')`;

/**
 * Who asks, by a pseudonym: the keyed digest of the number, or else of everything they gave. Nobody's when they gave
 * nothing. Of an erased ticket nothing is left of them: it counts as one person of its own, if it was one.
 */
const citizenKey = `CASE WHEN t.erased_at IS NOT NULL THEN CASE WHEN m.citizen_key IS NOT NULL THEN uuid_send(t.id) END
  ELSE coalesce(c.phone_hash, uuid_send(t.citizen_id)) END`;

export async function writeMemberships(sql: Sql, memberships: readonly Membership[]): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.issue_member AS known (ticket_id, issue_id, registered_at, day, citizen_key, counted, by_account, score)
     SELECT t.id, n."issueId", t.registered_at, (t.registered_at AT TIME ZONE 'Asia/Shanghai')::date, ${citizenKey}, ${counts},
       n.by, n.score
     FROM jsonb_to_recordset($1) AS n("ticketId" uuid, "issueId" uuid, by uuid, score real)
     JOIN ticket.ticket t ON t.id = n."ticketId" LEFT JOIN ticket.citizen c ON c.id = t.citizen_id
     LEFT JOIN ticket.issue_member m ON m.ticket_id = t.id
     ON CONFLICT (ticket_id) DO UPDATE SET issue_id = EXCLUDED.issue_id, by_account = EXCLUDED.by_account,
       score = EXCLUDED.score, citizen_key = EXCLUDED.citizen_key, counted = EXCLUDED.counted`,
    [JSON.stringify(memberships)],
  );
}

/** Members whose ticket or citizen has changed count as they stand now. */
export async function recountMembers(sql: Sql, ticketIds: readonly string[]): Promise<void> {
  await sql.query(
    `UPDATE ticket.issue_member k SET counted = n.counted, citizen_key = n.citizen_key
     FROM (SELECT m.ticket_id, ${counts} AS counted, ${citizenKey} AS citizen_key
           FROM unnest($1::uuid[]) q(id) JOIN ticket.ticket t ON t.id = q.id JOIN ticket.issue_member m ON m.ticket_id = t.id
           LEFT JOIN ticket.citizen c ON c.id = t.citizen_id) n
     WHERE k.ticket_id = n.ticket_id AND (k.counted, k.citizen_key) IS DISTINCT FROM (n.counted, n.citizen_key)`,
    [ticketIds],
  );
}
