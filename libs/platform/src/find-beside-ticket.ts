import { monthOf } from '#store/partitions';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from './caller';
import { inScope } from './scope';

/** Rows that lie in their ticket's month; `as` is what `select` calls them, the ticket is `t`. */
interface BesideTicket {
  readonly what: string;
  readonly select: string;
  readonly table: string;
  readonly as: string;
  /** What else is joined to it. */
  readonly beside?: string;
}

/**
 * A row beside a ticket by its own id, with what is wanted of its ticket.
 * @throws NotFound for one that does not exist, or whose ticket is outside the caller's scope
 */
export async function findBesideTicket<Row extends Record<string, unknown>>(
  sql: Sql,
  { what, select, table, as, beside = '' }: BesideTicket,
  id: string,
  caller: Caller,
): Promise<Row> {
  if (!isUuid(id)) throw new NotFound(what);
  const { from, before } = monthOf(id);
  const values: unknown[] = [id, from, before];
  const row = await sql.one<Row>(
    `SELECT ${select} FROM ${table} ${as} JOIN ticket.ticket t ON t.id = ${as}.ticket_id ${beside}
     WHERE ${as}.id = $1 AND ${as}.ticket_id >= $2 AND ${as}.ticket_id < $3 AND ${inScope(caller, values)}`,
    values,
  );
  if (!row) throw new NotFound(what);
  return row;
}
