import { anchoredChains } from '#store/anchored-chains';
import { allDays, dayNumber, type DaysWritten } from '#store/days-written';
import type { Sql } from '#store/sql';

/** The days on which administrative events were written, after the first anchor that saw any. */
export async function adminDays(sql: Sql): Promise<DaysWritten> {
  const house = anchoredChains.find(({ table }) => table === 'ticket.admin_event')?.house;
  const rows = await sql.query<{ at: Date }>(
    `SELECT e.at FROM ticket.admin_event e JOIN (
       SELECT seq, anchor FROM ticket.anchored_head WHERE ticket_id = $1 ORDER BY anchor LIMIT 1
     ) seen ON e.seq > seen.seq AND (e.at AT TIME ZONE 'Asia/Shanghai')::date > seen.anchor`,
    [house?.id],
  );
  return allDays(rows.map(({ at }) => new Map([[dayNumber(at), { first: at.getTime(), last: at.getTime() }]])));
}
