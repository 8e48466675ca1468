import type { StoredLine } from './history-chain';
import type { Sql } from './sql';

/** A ticket's whole history, oldest first. */
export const readHistory = (sql: Sql, ticketId: string): Promise<(StoredLine & Record<string, unknown>)[]> =>
  sql.about(ticketId).query<StoredLine & Record<string, unknown>>(
    `SELECT ticket_id AS "ticketId", seq, at, actor, name, "from", "to", data, text, text_digest AS "textDigest", hash
     FROM ticket.history WHERE ticket_id = $1 ORDER BY seq`,
    [ticketId],
  );
