import type { Sql } from '#store/sql';

/** What every table of ours holds, as one text: for tests that something stands nowhere. */
export async function allTexts(sql: Sql): Promise<string> {
  const tables = await sql.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) =>
      sql.query<{ text: string | null }>(`SELECT string_agg(t::text, ' ') AS text FROM ${name} t`),
    ),
  );
  return texts
    .flat()
    .flatMap(({ text }) => text ?? [])
    .join(' ');
}
