import type { StoredLine } from './history-chain';
import type { Sql } from './sql';

type HistoryRow = StoredLine & Record<string, unknown>;

const lines = `
SELECT ticket_id AS "ticketId", seq, at, actor, name, "from", "to", data, text, text_digest AS "textDigest", hash
FROM ticket.history`;

/** A ticket's whole history, oldest first. */
export const readHistory = (sql: Sql, ticketId: string): Promise<HistoryRow[]> =>
  sql.about(ticketId).query<HistoryRow>(`${lines} WHERE ticket_id = $1 ORDER BY seq`, [ticketId]);

/** A line by the columns of `lines`, in their order. */
type Columns = ColumnsOf<
  ['ticketId', 'seq', 'at', 'actor', 'name', 'from', 'to', 'data', 'text', 'textDigest', 'hash']
>;
type ColumnsOf<Names extends (keyof StoredLine)[]> = { [Index in keyof Names]: StoredLine[Names[Index]] };

const lineOf = ([ticketId, seq, at, actor, name, from, to, data, text, textDigest, hash]: Columns): StoredLine => ({
  ticketId,
  seq,
  at,
  actor,
  name,
  from,
  to,
  data,
  text,
  textDigest,
  hash,
});

/** The histories of all tickets with ids from the first one on, before the other, one after another. */
export const readHistories = async (sql: Sql, from: string, before: string): Promise<StoredLine[]> => {
  const rows = await sql.lists<Columns>(`${lines} WHERE ticket_id >= $1 AND ticket_id < $2 ORDER BY ticket_id, seq`, [
    from,
    before,
  ]);
  return rows.map(lineOf);
};
