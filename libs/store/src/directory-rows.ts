import type { AdminChange } from './admin-chain';
import { keepPlaceVersions, type PlaceKind } from './place-versions';
import type { Sql } from './sql';
import { isUniqueViolation, KeyTaken, NotFound } from './store-errors';

type Columns = Readonly<Record<string, unknown>>;

/** One row of a tree to add or change; columns left undefined stay as they are. */
export type DirectoryChange = { readonly table: PlaceKind; readonly key: Columns } & (
  { readonly insert: Columns; readonly update?: undefined } | { readonly update: Columns; readonly insert?: undefined }
);

/** Writes the row and keeps how it stands from then on, and answers what changed. @throws KeyTaken when the code is taken; NotFound. */
export async function writeDirectory(sql: Sql, change: DirectoryChange, at: Date): Promise<AdminChange> {
  const { table, key, insert } = change;
  const subjectId = String(Object.values(key)[0]);
  const before = insert ? null : await rowOf(sql, table, key);
  const { text, values } = insert ? insertion(table, insert) : updating(change);
  try {
    const after = (await sql.one<{ row: object }>(`${text} RETURNING to_jsonb(${table}) AS row`, values))?.row ?? null;
    await keepPlaceVersions(sql, table, [subjectId], at);
    return { subject: table, subjectId, action: insert ? 'create' : 'edit', before, after };
  } catch (error) {
    throw isUniqueViolation(error) ? new KeyTaken('code') : error;
  }
}

async function rowOf(sql: Sql, table: PlaceKind, key: Columns): Promise<object> {
  const [column = '', value] = Object.entries(key)[0] ?? [];
  const found = await sql.one<{ row: object }>(
    `SELECT to_jsonb(t) AS row FROM ticket.${table} t WHERE "${column}" = $1`,
    [value],
  );
  if (!found) throw new NotFound(table);
  return found.row;
}

function insertion(table: PlaceKind, row: Columns): { text: string; values: unknown[] } {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  const columns = given.map(([column]) => `"${column}"`).join(', ');
  const places = given.map((_, index) => `$${index + 1}`).join(', ');
  return {
    text: `INSERT INTO ticket.${table} (${columns}) VALUES (${places})`,
    values: given.map(([, value]) => value),
  };
}

function updating({ table, key, update = {} }: DirectoryChange): { text: string; values: unknown[] } {
  const given = Object.entries(update).filter(([, value]) => value !== undefined);
  const [keyColumn = '', keyValue] = Object.entries(key)[0] ?? [];
  const changes = given.map(([column], index) => `"${column}" = $${index + 2}`);
  const text = `UPDATE ticket.${table} SET ${[`"${keyColumn}" = $1`, ...changes].join(', ')} WHERE "${keyColumn}" = $1`;
  return { text, values: [keyValue, ...given.map(([, value]) => value)] };
}
