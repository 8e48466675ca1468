import { writeDocuments } from '#intake/search/search-document';
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
  await writeDocuments(
    sql.about(first.ticket.id),
    past.map(({ ticket }) => ticket),
  );
}
