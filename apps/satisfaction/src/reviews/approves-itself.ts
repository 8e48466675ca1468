import type { Sql } from '#store/sql';
import { needsSecond } from './second-review';

/** SQL: whether the reply of a ticket `t` is approved without anybody: its category is trusted, and no two are to look. */
export const approvesItself = `t.state = 'replied' AND NOT ${needsSecond}
  AND EXISTS (SELECT 1 FROM ticket.category c WHERE c.code = t.category_code AND c.auto_approve)`;

/** As the ticket stands under its lock. */
export const isApprovedItself = async (sql: Sql, ticketId: string): Promise<boolean> =>
  Boolean(
    await sql.about(ticketId).one(`SELECT 1 FROM ticket.ticket t WHERE t.id = $1 AND ${approvesItself}`, [ticketId]),
  );
