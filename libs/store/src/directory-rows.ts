import type { Database } from './database';
import { commitKey } from './idempotency';
import { isUniqueViolation, KeyTaken, keyTaken, NotFound } from './store-errors';
import type { IdempotencyKey } from './writer';

type Columns = Readonly<Record<string, unknown>>;

/** One row of a tree to add or change; columns left undefined stay as they are. */
export type DirectoryChange = { readonly table: 'department' | 'area' | 'category'; readonly key: Columns } & (
  { readonly insert: Columns; readonly update?: undefined } | { readonly update: Columns; readonly insert?: undefined }
);

/** Writes the row and the writer's idempotency key together. @throws KeyTaken when the code is taken; NotFound. */
export async function writeDirectory(
  database: Database,
  change: DirectoryChange,
  write: { key?: IdempotencyKey; reference: string; at: Date },
): Promise<void> {
  const { text, values } = change.insert ? insertion(change.table, change.insert) : updating(change);
  try {
    await database.transaction(async (sql) => {
      if (write.key) await commitKey(sql, write.key, write.reference, write.at);
      if ((await sql.count(text, values)) === 0) throw new NotFound(change.table);
    });
  } catch (error) {
    throw keyTaken(error) ?? (isUniqueViolation(error) ? new KeyTaken('code') : error);
  }
}

function insertion(table: string, row: Columns): { text: string; values: unknown[] } {
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
