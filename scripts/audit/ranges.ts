import { everyId, type IdRange } from '#store/read-audited';
import type { Sql } from '#store/sql';

/** Tickets in one range: few enough to be held at once, with everything that was ever said of them. */
export const rangeSize = 1_000;

/** Ranges that together hold every ticket there is, and every line that has none. */
export async function readRanges(sql: Sql): Promise<IdRange[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM ticket.ticket) placed
     WHERE place % ${rangeSize} = 0 ORDER BY id`,
    [],
  );
  const borders = [everyId.from, ...rows.map(({ id }) => id), everyId.before];
  return borders.slice(1).map((before, index) => ({ from: borders[index] ?? everyId.from, before }));
}
