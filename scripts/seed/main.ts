import { StartRefused } from '#hotline/backend/start-refused';
import { Database } from '#store/database';
import { DatabaseClock } from '#store/database-clock';
import { openDataSource } from '#store/data-source';
import { KeyRing } from '#store/key-ring';
import { migrate } from '#store/migrate';
import { TicketNumbers } from '#store/ticket-number';
import { ProgressBar } from '../replay/progress-bar';
import { fill } from './fill';
import { openTarget, type SeedTarget } from './open-database';
import { readOptions, Usage, type Options } from './options';
import { prepare } from './prepare';
import { brokenChains, sampleOf, unwatched } from './verify';

const sampleSize = 2_000;

async function seedInto(target: SeedTarget, options: Options): Promise<boolean> {
  await migrate(target.url);
  const dataSource = await openDataSource({ databaseUrl: target.url, poolSize: 6 });
  const database = new Database(dataSource);
  const clock = new DatabaseClock(database);
  try {
    await clock.start();
    return await fillAndVerify(database, clock, new KeyRing(target.masterKey), options);
  } finally {
    clock.stop();
    await database.close();
    await dataSource.destroy();
  }
}

async function fillAndVerify(
  database: Database,
  clock: DatabaseClock,
  keys: KeyRing,
  options: Options,
): Promise<boolean> {
  const telling = await prepare({ database, keys, clock }, options);
  const bar = new ProgressBar('Writing tickets', options.count);
  const numbers = new TicketNumbers(database);
  const written = await fill({ database, numbers, telling }, options, clock.now(), bar).finally(() => bar.end());
  const { seconds } = bar;
  await database.sql.query('ANALYZE');
  console.log(`${written.length} tickets in ${seconds.toFixed(1)} s: ${Math.round(written.length / seconds)}/s`);
  const sample = options.verifyAll ? written : sampleOf(written, sampleSize);
  const looking = new ProgressBar('Verifying chains', sample.length);
  const broken = await brokenChains(database.sql, keys, sample, looking).finally(() => looking.end());
  const alone = await unwatched(database.sql);
  console.log(
    `${sample.length - broken.length} of ${sample.length} history chains hold; ${alone} open tickets without a running clock`,
  );
  return broken.length === 0 && alone === 0;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const target = await openTarget(process.env);
  try {
    return (await seedInto(target, options)) ? 0 : 1;
  } finally {
    await target.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const clear = error instanceof Usage || error instanceof StartRefused;
    process.stderr.write(`${clear ? error.message : String((error as Error).stack ?? error)}\n`);
    process.exit(1);
  },
);
