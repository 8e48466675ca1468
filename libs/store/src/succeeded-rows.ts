import type { Sql } from './sql';

/** Whose a part was, or in which area a ticket lay, until an instant: what is counted of the time before is counted so. */
export interface Succeeded {
  readonly ticketId: string;
  readonly at: Date;
  readonly kind: 'part' | 'area';
  /** The part's id; empty for an area. */
  readonly key: string;
  readonly was: string;
}

export async function keepSucceeded(sql: Sql, reorganisationId: string, rows: readonly Succeeded[]): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.succeeded (ticket_id, kind, key, at, was, reorganisation_id)
     SELECT r."ticketId", r.kind, r.key, r.at, r.was, $2
     FROM jsonb_to_recordset($1) AS r("ticketId" uuid, kind text, key text, at timestamptz, was text)`,
    [JSON.stringify(rows), reorganisationId],
  );
}

/** What was so at an instant, until others took its place; what is so now where nobody has. */
const untilSucceeded = (of: string, at: string, now: string): string =>
  `coalesce((SELECT s.was FROM ticket.succeeded s WHERE ${of} AND s.at > ${at}::timestamptz ORDER BY s.at LIMIT 1), ${now})`;

/**
 * Whose the part `ticket.assignment a` was at an instant, as text.
 * @param at where the instant stands in the statement
 */
export const departmentOfPartThen = (at: string): string =>
  untilSucceeded(`s.ticket_id = a.ticket_id AND s.kind = 'part' AND s.key = a.id::text`, at, 'a.department_id::text');

/** In which area `ticket.ticket t` lay at an instant. */
export const areaThen = (at: string): string =>
  untilSucceeded(`s.ticket_id = t.id AND s.kind = 'area' AND s.key = ''`, at, 't.area_code');
