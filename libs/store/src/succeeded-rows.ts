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
