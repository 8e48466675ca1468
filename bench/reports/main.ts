import { reachDatabase } from '#hotline/backend/reachable-database';
import { runToExit } from '#platform/run-to-exit';
import { Usage } from '../../scripts/command-line';
import { withStore, type Store } from '../../scripts/seed/store';
import type { Sample } from '../figures';
import { keep } from '../results';
import { showMachine, showMeasured } from '../show';
import { loadOfLastMinute, machineFacts } from '../stand/machine-facts';
import { inPlace } from '../stand/in-place';
import { withHotline } from '../stand/with-hotline';
import { countOwed, measureCountedAnew } from './count-anew';
import { fillDirectory } from './filled-directory';
import { measureNotice, measureTables } from './measure-tables';
import { readOptions, type Options } from './options';

/** With the hotline stopped: nobody else counts. */
async function alone<Result>(
  dataDirectory: string,
  work: (store: Store, url: string) => Promise<Result>,
): Promise<Result> {
  const target = await reachDatabase({ DATA_DIR: dataDirectory });
  return withStore(target, (store) => work(store, target.url)).finally(() => target.close());
}

async function bench(options: Options, dataDirectory: string): Promise<void> {
  const loadBefore = loadOfLastMinute();
  console.log(`${await fillDirectory(dataDirectory, options.tickets)} tickets`);
  console.log(`Counted in ${(await alone(dataDirectory, countOwed)).toFixed(0)} s`);
  const { facts, raw, read } = await withHotline(dataDirectory, async (stand) => ({
    facts: await machineFacts(stand, loadBefore),
    raw: [await stand.probe.perSecond()],
    read: { ...(await measureTables(stand, options.seconds)), ...(await measureNotice(stand)) },
  }));
  const sample: Sample = { ...read, ...(await alone(dataDirectory, measureCountedAnew)) };
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
