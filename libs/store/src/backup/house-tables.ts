import { serviceNames } from '#ticket/service';
import type { Sql } from '../sql';

/** Everything the house keeps lies in these; the queue's own schema is made anew by the sweeps. */
export const houseSchemas: readonly string[] = ['ticket', ...serviceNames];

/** Sessions are not kept: one that was ended since would begin again. People sign in anew. */
const notKept = ['ticket.session'];

/** A table that holds rows itself: an ordinary one, or one month of a partitioned one. Names as statements write them. */
export interface HouseTable {
  readonly name: string;
  /** Those that can be written; generated ones are computed anew. */
  readonly columns: readonly string[];
}

/** One month of a table, as `CREATE TABLE name PARTITION OF parent bounds` makes it. */
export interface HousePartition {
  readonly name: string;
  readonly parent: string;
  readonly bounds: string;
}

/** Where a sequence stands. */
export interface HouseSequence {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** What a database consists of beside its rows, and how many rows each table has. */
export interface HouseSchema {
  /** Those that made it, by name. */
  readonly migrations: readonly string[];
  readonly partitions: readonly HousePartition[];
  readonly sequences: readonly HouseSequence[];
  readonly tables: readonly (HouseTable & { readonly rows: number })[];
}

/** Everything whose rows are kept, in the order of the names, with about how many rows the server believes there are. */
export const keptTables = (sql: Sql): Promise<(HouseTable & { aboutRows: number })[]> =>
  sql.query(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns,
       greatest(c.reltuples, pg_stat_get_live_tuples(c.oid), 0)::float8 AS "aboutRows"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND n.nspname = ANY($1) AND format('%I.%I', n.nspname, c.relname) <> ALL($2)
     GROUP BY n.nspname, c.relname, c.reltuples, c.oid ORDER BY 1`,
    [houseSchemas, notKept],
  );

export const partitions = (sql: Sql): Promise<(HousePartition & Record<string, unknown>)[]> =>
  sql.query(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, format('%I.%I', m.nspname, p.relname) AS parent,
       pg_get_expr(c.relpartbound, c.oid) AS bounds
     FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace m ON m.oid = p.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = ANY($1) ORDER BY 1`,
    [houseSchemas],
  );

/** Read after the rows: whatever took a number that stands in them took it before. */
export async function sequences(sql: Sql): Promise<HouseSequence[]> {
  const found: HouseSequence[] = [];
  for (const name of await sequenceNames(sql)) {
    const row = await sql.one<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${name}`,
    );
    if (row) found.push({ name, ...row });
  }
  return found;
}

export async function sequenceNames(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences WHERE schemaname = ANY($1) ORDER BY 1`,
    [houseSchemas],
  );
  return rows.map(({ name }) => name);
}
