import { Database } from '#store/database';
import { openDataSource } from '#store/data-source';
import { openStand, type Stand } from './stand';

/** With the hotline at work on this data directory. */
export async function withHotline<Result>(
  dataDirectory: string,
  work: (stand: Stand, database: Database) => Promise<Result>,
): Promise<Result> {
  const stand = await openStand(undefined, undefined, dataDirectory);
  const dataSource = await openDataSource({ databaseUrl: stand.databaseUrl, poolSize: 2 });
  const database = new Database(dataSource);
  try {
    return await work(stand, database);
  } finally {
    await database.close();
    await dataSource.destroy();
    await stand.close();
  }
}
