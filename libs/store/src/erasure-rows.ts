import { isOverTicket } from './open-tickets';
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

/** Whom a ticket names, and named before: a query of their ids. The facts of its history keep them for good. */
export const citizensNamedBy = (ticketId: string): string =>
  `SELECT DISTINCT (h.data ->> 'citizenId')::uuid FROM ticket.history h
   WHERE h.ticket_id = ${ticketId} AND h.data ->> 'citizenId' IS NOT NULL`;

/** A ticket of somebody who asks to be forgotten. */
export interface CitizensTicket {
  [column: string]: unknown;
  id: string;
  number: string;
  /** Nobody waits for anything in it any more. */
  over: boolean;
}

/**
 * All tickets, the oldest first, of whoever a ticket was registered for: under every name and number that it ever had,
 * and that those tickets had. What was erased already names nobody and is not among them.
 */
export async function ticketsOfSameCitizen(sql: Sql, ticketId: string): Promise<CitizensTicket[]> {
  const known = new Map<string, CitizensTicket>();
  for (let looked: string[] = [ticketId]; looked.length > 0;) {
    const found = await sql.query<CitizensTicket>(
      `SELECT t.id, t.number, ${isOverTicket} AS over FROM ticket.ticket t WHERE t.citizen_id IN (${citizensNamedBy('ANY($1::uuid[])')})`,
      [looked],
    );
    const added = found.filter(({ id }) => !known.has(id));
    for (const each of added) known.set(each.id, each);
    looked = added.map(({ id }) => id);
  }
  return [...known.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Whether somebody has asked already that one of these tickets' citizens be forgotten, and it is not done. */
export const isErasureOpen = async (sql: Sql, ticketIds: readonly string[]): Promise<boolean> =>
  Boolean(
    await sql.one(`SELECT 1 FROM ticket.erasure WHERE ticket_id = ANY($1) AND done_at IS NULL LIMIT 1`, [ticketIds]),
  );
