import { runToExit } from '#platform/run-to-exit';
import { DatabaseWatch } from '../load/database-watch';
import { showMachine } from '../show';
import { loadOfLastMinute, machineFacts } from '../stand/machine-facts';
import { runBeside } from '../stand/run-beside';
import { openStand, type Stand } from '../stand/stand';
import { costs, type CostName } from './costs';
import { measureCosts, type Measured } from './measure-costs';
import { readOptions, Usage, type Options } from './options';
import { showGrowth } from './show-growth';

/** What the same costs with ever more tickets stored. */
async function growth({ sizes, data }: Options): Promise<void> {
  const loadBefore = loadOfLastMinute();
  console.log('Starting a hotline to measure …');
  const stand = await openStand(undefined, undefined, data);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stand.close().finally(() => process.exit(130)));
  }
  try {
    showMachine(await machineFacts(stand, loadBefore));
    const measured = new Map<number, Record<CostName, Measured>>();
    for (const size of sizes) measured.set(size, await measureAt(stand, size));
    showGrowth(costs, measured);
  } finally {
    await stand.close();
  }
}

/** Tickets of the last two years, so that they lie in as many months at every size. */
const days = '720';

async function measureAt(stand: Stand, size: number): Promise<Record<CostName, Measured>> {
  const watch = await DatabaseWatch.open(stand.databaseUrl);
  try {
    const stored = await watch.storedTickets();
    const options = ['--days', days, '--seed', String(stored + 1)];
    if (stored < size) await runBeside(stand, 'seed/main.js', String(size - stored), ...options);
    await watch.settled();
    await watch.tidied();
    return await measureCosts(stand, watch, size);
  } finally {
    await watch.close();
  }
}

runToExit(async () => growth(readOptions(process.argv.slice(2))), [Usage]);
