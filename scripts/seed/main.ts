import { reachDatabase, type ReachableDatabase } from '#hotline/backend/reachable-database';
import { StartRefused } from '#hotline/backend/start-refused';
import { hasPeople } from '#store/account-rows';
import { WrongMasterKey } from '#store/master-key';
import { migrate } from '#store/migrate';
import { runToExit } from '#platform/run-to-exit';
import { ProgressBar } from '../replay/progress-bar';
import { fill } from './fill';
import { Usage } from '../command-line';
import { readOptions, type Options } from './options';
import { prepare } from './prepare';
import { withStore, type Store } from './store';
import { brokenChains, sampleOf, unwatched } from './verify';

const sampleSize = 2_000;
const dayMs = 86_400_000;
const inUse =
  'This database has accounts that are no demo accounts, so people work with it: invented tickets would stay in its ' +
  'history for good. Seed another database (DATABASE_URL) or data directory (DATA_DIR).';

async function seedInto(target: ReachableDatabase, options: Options): Promise<boolean> {
  await migrate(target.url);
  return withStore(target, async (store) => {
    if (await hasPeople(store.database.sql)) throw new StartRefused(inUse);
    const now = store.clock.now();
    await prepare(store, new Date(now.getTime() - (options.days + 1) * dayMs), now);
    const bar = new ProgressBar('Writing tickets', options.count);
    const { url, masterKey } = target;
    const share = { target: { url, masterKey }, options, now };
    const written = await fill('seed/fill-worker.js', share, bar).finally(() => bar.end());
    console.log(
      `${written.length} tickets in ${bar.seconds.toFixed(1)} s: ${Math.round(written.length / bar.seconds)}/s`,
    );
    // Now, and not by the database itself in the middle of what is looked at or measured next.
    await store.database.sql.query('VACUUM (ANALYZE)');
    return verify(store, options.verifyAll ? written : sampleOf(written, sampleSize));
  });
}

async function verify({ database, keys }: Store, ids: readonly string[]): Promise<boolean> {
  const bar = new ProgressBar('Verifying chains', ids.length);
  const broken = await brokenChains(database.sql, keys, ids, bar).finally(() => bar.end());
  const alone = await unwatched(database.sql);
  console.log(
    `${ids.length - broken.length} of ${ids.length} history chains hold; ${alone} open tickets without a running clock`,
  );
  return broken.length === 0 && alone === 0;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const target = await reachDatabase(process.env);
  try {
    return (await seedInto(target, options)) ? 0 : 1;
  } finally {
    await target.close();
  }
}

runToExit(main, [Usage, StartRefused, WrongMasterKey]);
