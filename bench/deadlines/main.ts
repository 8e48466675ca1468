import { join } from 'node:path';
import { runToExit } from '#platform/run-to-exit';
import type { Sample } from '../figures';
import { keep } from '../results';
import { showMachine, showMeasured } from '../show';
import { loadOfLastMinute, machineFacts } from '../stand/machine-facts';
import { inDatabase } from '../stand/in-database';
import { inPlace } from '../stand/in-place';
import { withHotline } from '../stand/with-hotline';
import { measureChangedCalendar } from './changed-calendar';
import { measureDueTime } from './due-time';
import { fillDirectory, restDirectory } from './filled-directory';
import { measureLag } from './lag';
import { Usage } from '../../scripts/command-line';
import { readOptions, type Options } from './options';
import { measureReceipts } from './receipts';
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
      ...(await measureDueTime(ofMany)),
      ...(await measureReceipts(ofMany)),
    })),
  );

async function bench(options: Options, place: string): Promise<void> {
  const loadBefore = loadOfLastMinute();
  const directories = { few: join(place, String(options.few)), many: join(place, String(options.clocks)) };
  console.log(`${await fillDirectory(directories.few, options.few)} clocks run in the small hotline`);
  console.log(`${await fillDirectory(directories.many, options.clocks)} clocks run in the large one`);
  const changed = await withHotline(directories.many, measureChangedCalendar);
  for (const directory of [directories.few, directories.many]) await restDirectory(directory);
  const alone = await measureAlone(directories);
  await withHotline(directories.many, async (stand, database) => {
    const facts = await machineFacts(stand, loadBefore);
    const raw = [await stand.probe.perSecond()];
    const sample = { ...(await measureLag(database, options)), ...alone, ...changed };
    const measured = { bench: 'deadlines', samples: [sample], raw };
    showMachine(facts);
    showMeasured(measured);
    console.log(`Kept in ${await keep(facts, [measured])}`);
  });
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  await inPlace(options.data, (directory) => bench(options, directory));
}

runToExit(main, [Usage]);
