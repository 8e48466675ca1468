import { runToExit } from '#platform/run-to-exit';
import { benches, type BenchName } from './benches/benches';
import { DatabaseWatch } from './load/database-watch';
import { Usage } from '../scripts/command-line';
import { readOptions, type Options } from './options';
import { keep, type Measured } from './results';
import { showMachine, showMeasured } from './show';
import { loadOfLastMinute, machineFacts } from './stand/machine-facts';
import { runBeside } from './stand/run-beside';
import { openStand, type Stand } from './stand/stand';

/** No bench makes more tickets than this in one run. */
const ticketsARun = 300_000;

async function bench({ only, runs, profile, messages }: Options): Promise<void> {
  const loadBefore = loadOfLastMinute();
  console.log('Starting a hotline to measure …');
  const stand = await openStand(profile);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stand.close().finally(() => process.exit(130)));
  }
  try {
    const facts = await machineFacts(stand, loadBefore);
    showMachine(facts);
    const measured: Measured[] = [];
    let stored = 0;
    for (const [index, name] of only.entries()) {
      const { storedTickets } = benches[name];
      if (storedTickets > stored) await runBeside(stand, 'seed/main.js', String(storedTickets - stored));
      stored = Math.max(stored, storedTickets);
      measured.push(await measure(stand, name, { runs, from: index * runs, messages }));
      showMeasured(measured[index] as Measured);
    }
    console.log(`Kept in ${await keep(facts, measured)}`);
  } finally {
    await stand.close();
  }
}

async function measure(
  stand: Stand,
  name: BenchName,
  { runs, from, messages }: { runs: number; from: number; messages: string | undefined },
): Promise<Measured> {
  const watch = await DatabaseWatch.open(stand.databaseUrl);
  const samples: Measured['samples'][number][] = [];
  const raw: number[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      const probed = await stand.probe.perSecond();
      raw.push(probed);
      const offset = (from + run) * ticketsARun;
      samples.push(await benches[name].bench({ stand, watch, offset, messages, raw: probed }));
      await watch.settled();
    }
  } finally {
    await watch.close();
  }
  return { bench: name, samples, raw };
}

runToExit(async () => bench(readOptions(process.argv.slice(2))), [Usage]);
