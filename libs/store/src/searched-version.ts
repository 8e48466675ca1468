import type { Sql } from './sql';

/** Notes up to which version tickets can be found by search; their documents are written before. */
export async function markSearched(sql: Sql, tickets: readonly { id: string; version: number }[]): Promise<void> {
  await sql.query(
    `UPDATE ticket.ticket t SET searched_version = s.version
     FROM jsonb_to_recordset($1) AS s(id uuid, version int) WHERE t.id = s.id AND t.searched_version < s.version`,
    [JSON.stringify(tickets.map(({ id, version }) => ({ id, version })))],
  );
}
