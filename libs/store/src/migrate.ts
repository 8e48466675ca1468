import { holding } from './advisory-locks';
import { Database } from './database';
import { openDataSource } from './data-source';
import { ensurePartitions, monthStart } from './partitions';
import type { Sql } from './sql';

/** Brings a database to the current schema, with partitions for last month and the next three. Safe to run by several at once. */
export async function migrate(databaseUrl: string, at?: Date): Promise<void> {
  const dataSource = await openDataSource({ databaseUrl, poolSize: 2 });
  try {
    const database = new Database(dataSource);
    const run = () => dataSource.runMigrations({ transaction: 'each' });
    await database.session((sql) => holding(sql, 'migrations', run));
    await database.session(async (sql) => {
      const now = at ?? (await databaseTime(sql));
      await ensurePartitions(sql, monthStart(now, -1), monthStart(now, 3));
    });
  } finally {
    await dataSource.destroy();
  }
}

async function databaseTime(sql: Sql): Promise<Date> {
  const row = await sql.one<{ now: Date }>('SELECT now() AS now');
  if (!row) throw new Error('the database does not tell the time');
  return row.now;
}
