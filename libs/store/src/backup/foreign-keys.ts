import type { Sql } from '../sql';

interface ForeignKey {
  readonly [column: string]: unknown;
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Of the tables themselves: those of a month follow theirs. */
const foreignKeys = `
SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace::regnamespace::text = ANY($1) ORDER BY 1, 2`;

/** Within a transaction: tables are filled in any order, and what belongs together is compared at the end, all at once. */
export async function withoutForeignKeys(
  sql: Sql,
  schemas: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const keys = await sql.query<ForeignKey>(foreignKeys, [schemas]);
  for (const { table, name } of keys) await sql.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await work();
  for (const { table, name, definition } of keys)
    await sql.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
}
