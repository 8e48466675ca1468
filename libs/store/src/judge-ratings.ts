import { satisfactions } from '#ticket/rating';
import type { Sql } from './sql';

const bad = Object.entries(satisfactions)
  .flatMap(([name, { satisfied }]) => (satisfied ? [] : [`'${name}'`]))
  .join(', ');

/** What was judged of the bad ratings of a round. */
export async function judgeRatings(sql: Sql, ticketId: string, round: number, reasonable: boolean): Promise<void> {
  await sql.about(ticketId).query(
    `UPDATE ticket.rating SET judged_reasonable = $3 WHERE ticket_id = $1 AND round = $2 AND judged_reasonable IS NULL
         AND (solved = 'no' OR satisfaction ->> 'result' IN (${bad}))`,
    [ticketId, round, reasonable],
  );
}
