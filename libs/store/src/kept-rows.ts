import { keptTable, toldTables, type ToldTable } from './rows-told';
import type { Sql } from './sql';

/** Rows beside one ticket, by their tables. */
export type KeptRows = Readonly<Record<ToldTable, readonly Record<string, unknown>[]>>;

/** Reads the rows beside all tickets of a range of ids. */
export async function readKeptRows(
  sql: Sql,
  { from, before }: { readonly from: string; readonly before: string },
): Promise<(ticketId: string) => KeptRows> {
  const tables = new Map<ToldTable, Map<string, Record<string, unknown>[]>>();
  for (const table of toldTables) {
    const { columns, only = 'true' } = keptTable(table);
    const statement = `SELECT ticket_id AS "ticketId", ${columns} FROM ${table} WHERE ticket_id >= $1 AND ticket_id < $2 AND ${only}`;
    tables.set(table, byTicket(await sql.query<Row>(statement, [from, before])));
  }
  return (id) =>
    Object.fromEntries(toldTables.map((table) => [table, tables.get(table)?.get(id) ?? []])) as unknown as KeptRows;
}

interface Row extends Record<string, unknown> {
  readonly ticketId: string;
}

function byTicket(rows: readonly Row[]): Map<string, Record<string, unknown>[]> {
  const groups = new Map<string, Record<string, unknown>[]>();
  for (const { ticketId, ...row } of rows) {
    const group = groups.get(ticketId) ?? [];
    group.push(row);
    groups.set(ticketId, group);
  }
  return groups;
}
