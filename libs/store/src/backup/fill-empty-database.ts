import type { PoolClient } from 'pg';
import { holdToTheEnd } from '../advisory-locks';
import { Months } from '../months';
import { Sql } from '../sql';
import { withoutForeignKeys } from './foreign-keys';
import { knownMigrations, migrateWithin, openKnowing } from './house-migrations';
import { houseSchemas, type HouseSchema, type HouseTable } from './house-tables';
import { plainText } from './in-snapshot';
import { refuseOtherCount, refuseUnlike, refuseUsed } from './refusals';

/** Numbers that were given out after the backup are known to citizens. None is given out again: a day's are fewer. */
const numbersLeftOut = 100_000;

/** Writes one table's rows; answers how many the server took. */
type LoadTable = (sql: Sql, table: HouseTable) => Promise<number>;

/**
 * Makes the house in an empty database as it was, has `load` write every table's rows, and brings it to the present
 * version; `beforeCommit` may still refuse. All of it or nothing, whatever breaks off. @throws BackupRefused
 */
export async function fillEmptyDatabase(
  databaseUrl: string,
  schema: HouseSchema,
  { load, beforeCommit }: { load: LoadTable; beforeCommit: (sql: Sql) => Promise<void> },
): Promise<void> {
  const dataSource = await openKnowing(databaseUrl, []);
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const sql = new Sql(client, 'planned-each-time', new Months());
    await runner.startTransaction();
    await holdToTheEnd(sql, 'migrations');
    await refuseUsed(sql);
    await sql.query(plainText);
    await migrateWithin(runner, databaseUrl, schema.migrations);
    await fill(sql, schema, load);
    await beforeCommit(sql);
    await migrateWithin(runner, databaseUrl, knownMigrations());
    await runner.commitTransaction();
  } finally {
    // What is not committed by now is forgotten with the connection.
    await dataSource.destroy();
  }
}

async function fill(sql: Sql, schema: HouseSchema, load: LoadTable): Promise<void> {
  for (const { name, parent, bounds } of schema.partitions)
    await sql.query(`CREATE TABLE IF NOT EXISTS ${name} PARTITION OF ${parent} ${bounds}`);
  await refuseUnlike(sql, schema);
  await withoutForeignKeys(sql, houseSchemas, async () => {
    for (const table of schema.tables) await fillTable(sql, table, load);
  });
  for (const { name, lastValue, isCalled } of schema.sequences)
    await sql.query(`SELECT setval($1, $2::bigint, $3)`, [name, lastValue, isCalled]);
  await sql.query(`SELECT setval('ticket.number_seq', (SELECT last_value FROM ticket.number_seq) + $1)`, [
    numbersLeftOut,
  ]);
}

/** Rows as they were: what migrations or triggers would write beside them stands in the backup already. */
async function fillTable(sql: Sql, table: HouseSchema['tables'][number], load: LoadTable): Promise<void> {
  await sql.query(`ALTER TABLE ${table.name} DISABLE TRIGGER USER`);
  await sql.query(`DELETE FROM ${table.name}`);
  const taken = await load(sql, table);
  await sql.query(`ALTER TABLE ${table.name} ENABLE TRIGGER USER`);
  const kept = await sql.one<{ rows: number }>(`SELECT count(*)::float8 AS rows FROM ${table.name}`);
  refuseOtherCount(table, taken, kept?.rows ?? 0);
}
