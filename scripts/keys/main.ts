import { dataDirectoryPath } from '#hotline/backend/data-directory';
import { reachDatabase, type ReachableDatabase } from '#hotline/backend/reachable-database';
import { StartRefused } from '#hotline/backend/start-refused';
import { Database } from '#store/database';
import { openDataSource } from '#store/data-source';
import { KeyKeeper } from '#store/key-keeper';
import { MasterKey, WrongMasterKey } from '#store/master-key';
import { migrate } from '#store/migrate';
import { finishRotation, rotateKeys } from '#store/rotate-keys';
import { runToExit } from '#platform/run-to-exit';
import { ProgressBar } from '../replay/progress-bar';
import { newMasterKey } from './new-master-key';

const usage = `npm run keys:rotate [-- --finish]

Replaces the master key and wraps every citizen's data key anew, while the services run.
Where the master key is the file master.key in the data directory, a new one is made and put there.
Where it is MASTER_KEY: set NEW_MASTER_KEY too. Then give all services the new one as MASTER_KEY, restart them, and run
it once more with --finish, with the new one as MASTER_KEY: the old one opens nothing from then on.
Copies of the database that were made before still open with the old master key only.`;

/** Twice this long passes before the first citizen is rewrapped; processes read the keys every 5 s. */
const learnSeconds = 8;

async function rotate(database: Database, target: ReachableDatabase): Promise<void> {
  const next = await newMasterKey(process.env, dataDirectoryPath(process.env));
  const total = await database.sql.one<{ n: number }>(`SELECT count(*)::int AS n FROM ticket.citizen`);
  console.log(`Running services get ${2 * learnSeconds} s to learn the new keys …`);
  const bar = new ProgressBar('Wrapping data keys', total?.n ?? 0);
  const [from, to] = [new MasterKey(target.masterKey), new MasterKey(next.key)];
  const rewrapped = await rotateKeys(database, { from, to, learnSeconds }, (count) => bar.advance(count)).finally(() =>
    bar.end(),
  );
  console.log(`${rewrapped} data keys wrapped anew in ${bar.seconds.toFixed(1)} s`);
  if (next.install) await next.install().then(() => finishRotation(database, to));
  console.log(
    next.install
      ? 'master.key in the data directory is the new one: put it into your backup. The old one opens nothing more.'
      : 'Give all services the new MASTER_KEY, restart them, then run it with --finish.',
  );
}

async function finish(database: Database, target: ReachableDatabase): Promise<void> {
  await finishRotation(database, new MasterKey(target.masterKey));
  console.log('The present MASTER_KEY is the only one that opens this database.');
}

async function work(target: ReachableDatabase): Promise<void> {
  await migrate(target.url);
  const dataSource = await openDataSource({ databaseUrl: target.url, poolSize: 2 });
  const database = new Database(dataSource);
  try {
    await KeyKeeper.open(database, () => Promise.resolve(target.masterKey));
    await (process.argv.includes('--finish') ? finish : rotate)(database, target);
  } finally {
    await database.close();
    await dataSource.destroy();
  }
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.some((word) => word !== '--finish')) throw new StartRefused(usage);
  const target = await reachDatabase(process.env);
  await work(target).finally(() => target.close());
}

runToExit(main, [StartRefused, WrongMasterKey]);
