import type { ToldLine } from '#ticket/retold';
import type { Sql } from './sql';

type JsonLine = [
  seq: number,
  at: string,
  actor: string,
  name: ToldLine['name'],
  to: ToldLine['to'],
  data: ToldLine['data'],
];

/** The facts of whole histories, without a word of what was written or a digest over it; of those among these tickets that there are. */
export async function readToldHistories(
  sql: Sql,
  ticketIds: readonly string[],
): Promise<Map<string, readonly ToldLine[]>> {
  const told = new Map<string, readonly ToldLine[]>();
  for (const month of sql.aboutEach(ticketIds)) {
    const rows = await month.sql.query<{ ticketId: string; lines: JsonLine[] }>(
      `SELECT ticket_id AS "ticketId",
         json_agg(json_build_array(seq, at, actor, name, "to", data - 'said') ORDER BY seq) AS lines
       FROM ticket.history WHERE ticket_id = ANY($1) GROUP BY ticket_id`,
      [month.ticketIds],
    );
    for (const { ticketId, lines } of rows) told.set(ticketId, lines.map(lineOf));
  }
  return told;
}

const lineOf = ([seq, at, actor, name, to, data]: JsonLine): ToldLine => ({
  ...{ seq, at: new Date(at), actor, name, to, data },
  text: null,
});
