import { isOpenTicket } from './open-tickets';
import type { Sql } from './sql';

/** Somebody asked that a citizen be forgotten; another person decides, and the job carries it out. */
export interface Erasure {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  citizenId: string;
  reason: string;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  approved: boolean | null;
  doneAt: Date | null;
  /** How many tickets were erased. */
  tickets: number | null;
}

export const erasureSelect = `SELECT e.id, e.ticket_id AS "ticketId", e.citizen_id AS "citizenId", e.reason,
  e.asked_by AS "askedBy", e.asked_at AS "askedAt", e.decided_by AS "decidedBy", e.decided_at AS "decidedAt",
  e.approved, e.done_at AS "doneAt", e.tickets FROM ticket.erasure e`;

export async function addErasure(
  sql: Sql,
  asked: Pick<Erasure, 'id' | 'ticketId' | 'citizenId' | 'reason' | 'askedBy' | 'askedAt'>,
): Promise<void> {
  const { id, ticketId, citizenId, reason, askedBy, askedAt } = asked;
  await sql.query(
    `INSERT INTO ticket.erasure (id, ticket_id, citizen_id, reason, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, ticketId, citizenId, reason, askedBy, askedAt],
  );
}

export async function decideErasure(
  sql: Sql,
  decided: { id: string; approved: boolean; by: string; at: Date },
): Promise<void> {
  const { id, approved, by, at } = decided;
  // What is refused is done.
  await sql.query(
    `UPDATE ticket.erasure SET approved = $2, decided_by = $3, decided_at = $4, done_at = CASE WHEN $2 THEN NULL ELSE $4::timestamptz END WHERE id = $1`,
    [id, approved, by, at],
  );
}

/** Carried out: whose it was is not kept either. */
export async function finishErasure(sql: Sql, id: string, at: Date, tickets: number): Promise<void> {
  await sql.query(
    `UPDATE ticket.erasure SET done_at = $2, tickets = $3, citizen_id = '00000000-0000-0000-0000-000000000000', reason = '' WHERE id = $1`,
    [id, at, tickets],
  );
}

export const approvedErasures = (sql: Sql): Promise<Erasure[]> =>
  sql.query<Erasure>(`${erasureSelect} WHERE e.done_at IS NULL AND e.approved ORDER BY e.id`, []);

/** All tickets of a citizen, the oldest first. */
export const ticketsOfCitizen = (sql: Sql, citizenId: string) =>
  sql.query<{ id: string; number: string; open: boolean; archived: boolean }>(
    `SELECT t.id, t.number, t.archived_at IS NOT NULL AS archived, ${isOpenTicket} AS open
     FROM ticket.ticket t WHERE t.citizen_id = $1 ORDER BY t.id`,
    [citizenId],
  );
