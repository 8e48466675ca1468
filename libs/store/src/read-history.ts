import type { StoredLine } from './history-chain';
import type { Sql } from './sql';

type HistoryRow = StoredLine & Record<string, unknown>;

const lines = `
SELECT ticket_id AS "ticketId", seq, at, actor, name, "from", "to", data, text, text_digest AS "textDigest", hash
FROM ticket.history`;

/** A ticket's whole history, oldest first. */
export const readHistory = (sql: Sql, ticketId: string): Promise<HistoryRow[]> =>
  sql.about(ticketId).query<HistoryRow>(`${lines} WHERE ticket_id = $1 ORDER BY seq`, [ticketId]);

/** The histories of all tickets with ids from the first one on, before the other, one after another. */
export const readHistories = (sql: Sql, from: string, before: string): Promise<HistoryRow[]> =>
  sql.query<HistoryRow>(`${lines} WHERE ticket_id >= $1 AND ticket_id < $2 ORDER BY ticket_id, seq`, [from, before]);
