import { monthStart } from '#store/partitions';
import { shanghaiInstant } from '#calendar/shanghai-time';
import { reachDatabase, type ReachableDatabase } from '#hotline/backend/reachable-database';
import { StartRefused } from '#hotline/backend/start-refused';
import { runToExit } from '#platform/run-to-exit';
import { beginCounting } from '#satisfaction/facts/count-owed-tickets';
import { hasPeople } from '#store/account-rows';
import { WrongMasterKey } from '#store/master-key';
import { migrate } from '#store/migrate';
import { Usage } from '../command-line';
import { ProgressBar } from '../replay/progress-bar';
import { fill } from '../seed/fill';
import { prepare } from '../seed/prepare';
import { withStore, type Store } from '../seed/store';
import { brokenChains, sampleOf } from '../seed/verify';
import { addDistrict } from './district-directory';
import { readOptions, type Options } from './options';
import { district2021, type PeriodFigures } from './period-figures';
import { readOverview } from './read-overview';
import { overviewLines } from './show-overview';

const sampleSize = 2_000;
const inUse =
  'This database has accounts that are no demo accounts, so people work with it: invented tickets would stay in its ' +
  'history for good. Name another database (DATABASE_URL) or data directory (DATA_DIR).';
const notEmpty =
  'This database has tickets already, so the figures of the period would not be those of the simulated district alone. ' +
  'Name an empty database (DATABASE_URL) or data directory (DATA_DIR), or say --beside.';

/** Answers the ids of what was written. */
async function simulate(target: ReachableDatabase, figures: PeriodFigures, seed: number): Promise<string[]> {
  const bar = new ProgressBar('Living through 2021', figures.received);
  const { url, masterKey } = target;
  const written = await fill(
    'demo-district/fill-worker.js',
    { target: { url, masterKey }, figures, seed },
    bar,
  ).finally(() => bar.end());
  console.log(`${written.length} tickets in ${bar.seconds.toFixed(0)} s`);
  return written;
}

async function refuseInUse({ database }: Store, { beside }: Options): Promise<void> {
  if (await hasPeople(database.sql)) throw new StartRefused(inUse);
  if (!beside && (await database.sql.one(`SELECT 1 FROM ticket.ticket LIMIT 1`, []))) throw new StartRefused(notEmpty);
}

async function build(target: ReachableDatabase, options: Options): Promise<boolean> {
  const figures = district2021;
  await migrate(target.url);
  return withStore(target, async (store) => {
    await refuseInUse(store, options);
    const begins = shanghaiInstant(figures.from, '00:00');
    await prepare(store, begins, monthStart(shanghaiInstant(figures.to, '00:00')));
    await addDistrict(store.database, store.clock);
    // Who counts first on an empty database owes every ticket: done before there are any, none is counted twice.
    await store.database.transaction(beginCounting);
    const written = await simulate(target, figures, options.seed);
    await store.database.sql.query('VACUUM (ANALYZE)');
    const sample = sampleOf(written, sampleSize);
    const bar = new ProgressBar('Verifying chains', sample.length);
    const broken = await brokenChains(store.database.sql, store.keys, sample, bar).finally(() => bar.end());
    console.log(`${sample.length - broken.length} of ${sample.length} history chains hold`);
    for (const line of overviewLines(await readOverview(store, target.url, figures))) console.log(line);
    return broken.length === 0;
  });
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const target = await reachDatabase(process.env);
  try {
    return (await build(target, options)) ? 0 : 1;
  } finally {
    await target.close();
  }
}

runToExit(main, [Usage, StartRefused, WrongMasterKey]);
