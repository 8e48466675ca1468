import { join } from 'node:path';
import { runToExit } from '#platform/run-to-exit';
import { DatabaseWatch } from '../load/database-watch';
import { showMachine } from '../show';
import { loadOfLastMinute, machineFacts } from '../stand/machine-facts';
import { runBeside } from '../stand/run-beside';
import { openStand } from '../stand/stand';
import { costs } from './costs';
import { measureCosts, type Hotline } from './measure-costs';
import { Usage } from '../../scripts/command-line';
import { readOptions, type Options } from './options';
import { showGrowth } from './show-growth';

/** What the same costs with ever more tickets stored. */
async function growth({ sizes, data }: Options): Promise<void> {
  const loadBefore = loadOfLastMinute();
  const hotlines: Hotline[] = [];
  const close = async () => {
    for (const { stand, watch } of hotlines.splice(0)) {
      await watch.close();
      await stand.close();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(130)));
  }
  try {
    for (const size of sizes) hotlines.push(await hotlineWith(size, data));
    const [first] = hotlines;
    if (first) showMachine(await machineFacts(first.stand, loadBefore));
    for (const hotline of hotlines) await fill(hotline);
    showGrowth(costs, await measureCosts(hotlines));
    console.log(`Load of the last minute: ${loadOfLastMinute()}`);
  } finally {
    await close();
  }
}

async function hotlineWith(size: number, data: string | undefined): Promise<Hotline> {
  console.log(`Starting a hotline for ${size.toLocaleString('en')} tickets …`);
  const stand = await openStand(undefined, undefined, data && join(data, String(size)));
  return { size, stand, watch: await DatabaseWatch.open(stand.databaseUrl) };
}

/** Tickets of the last two years, so that they lie in as many months at every size. */
const days = '720';

async function fill({ size, stand, watch }: Hotline): Promise<void> {
  const stored = await watch.storedTickets();
  const options = ['--days', days, '--seed', String(stored + 1)];
  if (stored < size) await runBeside(stand, 'seed/main.js', String(size - stored), ...options);
  await watch.sorted();
  await watch.tidied();
}

runToExit(async () => growth(readOptions(process.argv.slice(2))), [Usage]);
