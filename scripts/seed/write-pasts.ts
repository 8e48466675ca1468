import { gramsOf } from '#intake/search/search-grams';
import { writePastTickets, type PastTicket } from '#store/past-tickets';
import type { Sql } from '#store/sql';

/**
 * Writes tickets of one month in the transaction that is open, and what search reads of them as the projection would.
 * Nobody waits for a seed's commits, and its index entries are merged in large lots.
 */
export async function writePasts(sql: Sql, past: readonly PastTicket[]): Promise<void> {
  const [first] = past;
  if (!first) return;
  await sql.query(`SET LOCAL synchronous_commit = off; SET LOCAL gin_pending_list_limit = '128MB'`);
  await writePastTickets(sql, past);
  const documents = past.map(({ ticket: { id, version, title, content } }) => ({
    ticket_id: id,
    version,
    grams: gramsOf(`${title}\n${content}`),
  }));
  await sql.about(first.ticket.id).query(
    `INSERT INTO intake.search_document (ticket_id, version, grams)
     SELECT ticket_id, version, grams FROM jsonb_populate_recordset(null::intake.search_document, $1)`,
    [JSON.stringify(documents)],
  );
}
