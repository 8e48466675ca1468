import { reachDatabase } from '#hotline/backend/reachable-database';
import { withStore } from '../../scripts/seed/store';

/** The store of a data directory whose hotline is stopped, for as long as `work` lasts. */
export async function inDatabase<Result>(
  dataDirectory: string,
  work: Parameters<typeof withStore<Result>>[1],
): Promise<Result> {
  const target = await reachDatabase({ DATA_DIR: dataDirectory });
  return withStore(target, work).finally(() => target.close());
}
