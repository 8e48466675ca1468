import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from '../data-source';
import type { Sql } from '../sql';

const optionsFor = (databaseUrl: string) => dataSourceOptions({ databaseUrl, poolSize: 2 });

/** The names of all migrations that this version knows. */
export const knownMigrations = (): string[] => optionsFor('').migrations.map(({ name }) => name);

/** The names of the migrations that made this database, the first one first; none when it was never started. */
export async function migrationsOf(sql: Sql): Promise<string[]> {
  const found = await sql.one<{ known: boolean }>(`SELECT to_regclass('public.migration') IS NOT NULL AS known`);
  if (!found?.known) return [];
  const rows = await sql.query<{ name: string }>(`SELECT name FROM public.migration ORDER BY id`);
  return rows.map(({ name }) => name);
}

/** Connections that know these migrations only. */
export function openKnowing(databaseUrl: string, names: readonly string[]): Promise<DataSource> {
  const options = optionsFor(databaseUrl);
  const migrations = options.migrations.filter(({ name }) => names.includes(name));
  return new DataSource({ ...options, migrations }).initialize();
}

/** Runs what is missing of these migrations within the transaction that `runner` is in. */
export async function migrateWithin(runner: QueryRunner, databaseUrl: string, names: readonly string[]): Promise<void> {
  const knowing = await openKnowing(databaseUrl, names);
  try {
    const executor = new MigrationExecutor(knowing, runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
  } finally {
    await knowing.destroy();
  }
}
