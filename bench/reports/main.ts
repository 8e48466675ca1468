import { runToExit } from '#platform/run-to-exit';
import { Usage } from '../../scripts/command-line';
import type { Sample } from '../figures';
import { keep } from '../results';
import { showMachine, showMeasured } from '../show';
import { loadOfLastMinute, machineFacts } from '../stand/machine-facts';
import { inDatabase } from '../stand/in-database';
import { inPlace } from '../stand/in-place';
import { withHotline } from '../stand/with-hotline';
import { countOwed, measureCountedAnew } from './count-anew';
import { fillDirectory } from './filled-directory';
import { measureNotice, measureTables } from './measure-tables';
import { readOptions, type Options } from './options';

async function bench(options: Options, dataDirectory: string): Promise<void> {
  const loadBefore = loadOfLastMinute();
  console.log(`${await fillDirectory(dataDirectory, options.tickets)} tickets`);
  console.log(`Counted in ${(await inDatabase(dataDirectory, countOwed)).toFixed(0)} s`);
  const { facts, raw, read } = await withHotline(dataDirectory, async (stand) => ({
    facts: await machineFacts(stand, loadBefore),
    raw: [await stand.probe.perSecond()],
    read: { ...(await measureTables(stand, options.seconds)), ...(await measureNotice(stand)) },
  }));
  const sample: Sample = { ...read, ...(await inDatabase(dataDirectory, measureCountedAnew)) };
  const measured = { bench: 'reports', samples: [sample], raw };
  showMachine(facts);
  showMeasured(measured);
  console.log(`Kept in ${await keep(facts, [measured])}`);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  await inPlace(options.data, (directory) => bench(options, directory));
}

runToExit(main, [Usage]);
