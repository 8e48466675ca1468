import { holding } from '../advisory-locks';
import type { Database } from '../database';
import type { Sql } from '../sql';
import { keptTables, type HouseTable } from './house-tables';

/** Text as every PostgreSQL reads it the same way, and no limit to how long it takes. */
export const plainText = `
SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC';
SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL client_encoding = 'UTF8';
SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;

/**
 * Reads the whole database as it stood at one instant, while people go on working. Tables keep their shape meanwhile: a
 * new version that starts waits with its migrations. Months to come are made as ever, for only the months that are there
 * are held, not the tables they belong to.
 */
export function inSnapshot<Result>(
  database: Database,
  work: (sql: Sql, tables: readonly (HouseTable & { aboutRows: number })[]) => Promise<Result>,
): Promise<Result> {
  return database.session(async (sql) => {
    const tables = await holding(sql, 'migrations', async () => {
      await sql.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await sql.query(plainText);
      const found = await keptTables(sql);
      if (found.length > 0)
        await sql.query(`LOCK TABLE ${found.map(({ name }) => name).join(', ')} IN ACCESS SHARE MODE`);
      return found;
    });
    const result = await work(sql, tables);
    await sql.query('COMMIT');
    return result;
  });
}
