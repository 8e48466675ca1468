import { holding } from './advisory-locks';
import { Database } from './database';
import { openDataSource } from './data-source';
import { databaseTime } from './database-time';
import { ensurePartitions, monthStart } from './partitions';

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
