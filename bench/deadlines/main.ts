import { join } from 'node:path';
import { Database } from '#store/database';
import { openDataSource } from '#store/data-source';
import { runToExit } from '#platform/run-to-exit';
import type { Sample } from '../figures';
import { keep } from '../results';
import { showMachine, showMeasured } from '../show';
import { loadOfLastMinute, machineFacts } from '../stand/machine-facts';
import { openStand, type Stand } from '../stand/stand';
import { removeDirectory, temporaryDirectory } from '../stand/temporary-directory';
import { measureDueTime } from './due-time';
import { fillDirectory, inDatabase } from './filled-directory';
import { measureLag } from './lag';
import { Usage } from '../../scripts/command-line';
import { readOptions, type Options } from './options';
import { measureSweeps } from './sweeps';

interface Directories {
  readonly few: string;
  readonly many: string;
}

/** With the hotlines stopped: nobody else marks, and each look and each due time is taken by itself. */
const measureAlone = ({ few, many }: Directories): Promise<Sample> =>
  inDatabase(few, (ofFew) =>
    inDatabase(many, async (ofMany) => ({
      ...(await measureSweeps(ofFew, ofMany)),
      // What computes more of a clock than its due time, or of many clocks at once, is measured here too.
      ...(await measureDueTime(ofMany)),
    })),
  );

async function measureRunning({ databaseUrl }: Stand, options: Options): Promise<Sample> {
  const dataSource = await openDataSource({ databaseUrl, poolSize: 2 });
  const database = new Database(dataSource);
  try {
    return await measureLag(database, options);
  } finally {
    await database.close();
    await dataSource.destroy();
  }
}

async function bench(options: Options, place: string): Promise<void> {
  const loadBefore = loadOfLastMinute();
  const directories = { few: join(place, String(options.few)), many: join(place, String(options.clocks)) };
  console.log(`${await fillDirectory(directories.few, options.few)} clocks run in the small hotline`);
  console.log(`${await fillDirectory(directories.many, options.clocks)} clocks run in the large one`);
  const alone = await measureAlone(directories);
  const stand = await openStand(undefined, undefined, directories.many);
  try {
    const facts = await machineFacts(stand, loadBefore);
    const raw = [await stand.probe.perSecond()];
    const sample = { ...(await measureRunning(stand, options)), ...alone };
    const measured = { bench: 'deadlines', samples: [sample], raw };
    showMachine(facts);
    showMeasured(measured);
    console.log(`Kept in ${await keep(facts, [measured])}`);
  } finally {
    await stand.close();
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const made = options.data === undefined ? await temporaryDirectory() : undefined;
  await bench(options, options.data ?? made ?? '').finally(() => made && removeDirectory(made));
}

runToExit(main, [Usage]);
