import { reachDatabase } from '#hotline/backend/reachable-database';
import { withStore, type Store } from '../../scripts/seed/store';

/** The store of a data directory whose hotline is stopped, with its address, for as long as `work` lasts. */
export async function inDatabase<Result>(
  dataDirectory: string,
  work: (store: Store, url: string) => Promise<Result>,
): Promise<Result> {
  const target = await reachDatabase({ DATA_DIR: dataDirectory });
  return withStore(target, (store) => work(store, target.url)).finally(() => target.close());
}
