import { monthOf } from '#store/partitions';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from './caller';
import { partsInScope } from './scope';

/** What is wanted of a department's part `a`, by its id. @throws NotFound for one that is none or is another department's */
export async function findPart<Row>(sql: Sql, columns: string, id: string, caller: Caller): Promise<Row> {
  if (!isUuid(id)) throw new NotFound('assignment');
  // The id says in which month to look.
  const { from, before } = monthOf(id);
  const values: unknown[] = [id, from, before];
  const row = await sql.about(id).one<Row & Record<string, unknown>>(
    `SELECT ${columns} FROM ticket.assignment a WHERE a.id = $1 AND a.ticket_id >= $2 AND a.ticket_id < $3
       AND ${partsInScope(caller, values)}`,
    values,
  );
  if (!row) throw new NotFound('assignment');
  return row;
}

/** The ticket that a part belongs to. @throws NotFound as above */
export const ticketOfPart = async (sql: Sql, id: string, caller: Caller): Promise<string> =>
  (await findPart<{ ticketId: string }>(sql, 'a.ticket_id AS "ticketId"', id, caller)).ticketId;
