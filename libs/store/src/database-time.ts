import type { Sql } from './sql';

/** The database's time, in whole milliseconds as the columns keep it; for those who have no clock of their own. */
export async function databaseTime(sql: Sql): Promise<Date> {
  const row = await sql.one<{ now: Date }>(`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`);
  if (!row) throw new Error('the database does not tell the time');
  return row.now;
}
