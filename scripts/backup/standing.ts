import { openStates } from '#ticket/state';
import type { Sql } from '#store/sql';
import { unwatched } from '../seed/verify';
import type { Standing } from './manifest';

/** What is under way in this database: read with the backup, and again once it is restored. */
export async function readStanding(sql: Sql): Promise<Standing> {
  const row = await sql.one<Omit<Standing, 'unwatched'>>(
    `SELECT count(*)::int AS tickets, count(*) FILTER (WHERE state = ANY($1))::int AS "openTickets",
       (SELECT count(*)::int FROM ticket.clock WHERE state = 'running') AS "runningClocks",
       (SELECT count(*)::int FROM ticket.outbox) AS undelivered
     FROM ticket.ticket`,
    [openStates],
  );
  if (!row) throw new Error('the database counts nothing');
  return { ...row, unwatched: await unwatched(sql) };
}
