import type { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { DatabaseClock } from '#store/database-clock';
import { openDataSource } from '#store/data-source';
import { KeyKeeper } from '#store/key-keeper';
import type { KeyRing } from '#store/key-ring';

/** An open store, without a house around it. */
export interface Store {
  readonly database: Database;
  readonly keys: KeyRing;
  readonly clock: Clock;
}

const poolSize = 4;

/** Opens the store for as long as `work` lasts. */
export async function withStore<Result>(
  { url, masterKey }: { url: string; masterKey: Uint8Array },
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const dataSource = await openDataSource({ databaseUrl: url, poolSize });
  const database = new Database(dataSource);
  const clock = new DatabaseClock(database);
  try {
    await clock.start();
    await database.learnMonths();
    const { keys } = await KeyKeeper.open(database, () => Promise.resolve(Buffer.from(masterKey)));
    return await work({ database, clock, keys });
  } finally {
    clock.stop();
    await database.close();
    await dataSource.destroy();
  }
}
