import type { ToldLine } from '#ticket/retold';
import type { Sql } from './sql';

type JsonLine = Omit<ToldLine, 'at' | 'text'> & { at: string };

/** The facts of whole histories, without a word of what was written; of those among these tickets that there are. */
export async function readToldHistories(
  sql: Sql,
  ticketIds: readonly string[],
): Promise<Map<string, readonly ToldLine[]>> {
  const told = new Map<string, readonly ToldLine[]>();
  for (const month of sql.aboutEach(ticketIds)) {
    const rows = await month.sql.query<{ ticketId: string; lines: JsonLine[] }>(
      `SELECT ticket_id AS "ticketId", json_agg(line ORDER BY seq) AS lines FROM (
         SELECT ticket_id, seq, at, actor, name, "to", data FROM ticket.history h WHERE ticket_id = ANY($1)) line
       GROUP BY ticket_id`,
      [month.ticketIds],
    );
    for (const { ticketId, lines } of rows) told.set(ticketId, lines.map(lineOf));
  }
  return told;
}

const lineOf = (line: JsonLine): ToldLine => ({ ...line, at: new Date(line.at), text: null });
