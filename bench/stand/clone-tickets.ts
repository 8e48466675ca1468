import type { Sql } from '#store/sql';

/** What clocks are computed from, and what is written by whoever marks or moves them. */
const tables = ['ticket', 'assignment', 'clock', 'clock_due', 'history', 'rung'] as const;

interface Column {
  readonly [column: string]: unknown;
  readonly name: string;
}

/**
 * Adds so many copies of each ticket: each has an id of its own in the month of its original, lies beside its neighbours in
 * time as tickets do that came one after the other, and has everything else of its original. A copy's history is as long
 * and as deep; its chain is not its own, so it does not verify.
 */
export async function cloneTickets(sql: Sql, copies: number): Promise<void> {
  await sql.query(
    `CREATE TEMP TABLE copied AS SELECT t.id AS original, ${idOf('t.id', 'n')} AS copy
     FROM ticket.ticket t, generate_series(1, ${copies}) n`,
  );
  await sql.query(`CREATE INDEX ON copied (original)`);
  await sql.query(`ANALYZE copied`);
  for (const table of tables) await sql.query(await cloning(sql, table));
  await sql.query(`DROP TABLE copied`);
}

async function cloning(sql: Sql, table: (typeof tables)[number]): Promise<string> {
  const columns = await sql.query<Column>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE table_schema = 'ticket' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  const id = table === 'ticket' ? 'id' : 'ticket_id';
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => (name === id ? 'o.copy' : `c.${name}`));
  return `INSERT INTO ticket.${table} (${names.join()}) SELECT ${values.join()}
    FROM ticket.${table} c JOIN copied o ON o.original = c.${id} ORDER BY o.copy`;
}

/** Another UUIDv7 of the same millisecond: what follows its variant is a digest. */
const idOf = (id: string, copy: string): string =>
  `overlay(${id}::text placing '8' || overlay(left(md5(${id}::text || ${copy}), 15) placing '-' from 4 for 0) from 20)::uuid`;
