import { runToExit } from '#platform/run-to-exit';
import { cast } from './casting';
import { HotlineClient } from './hotline-client';
import { Ledger } from './ledger';
import { readMessages, UnreadableMessages } from './messages';
import { Usage } from '../command-line';
import { readOptions, type Options } from './options';
import { Patience } from './patience';
import { readPlaces } from './places';
import { play } from './play';
import { ProgressBar } from './progress-bar';
import { deadLetters } from './reconcile/dead-letters';
import { reconcile } from './reconcile/reconcile';
import { showChecks, showMishaps, showPlots } from './show';
import { NoEntrance, signInStaff } from './staff';

const firstGuessMs = 60;

/** Plays and reconciles; answers whether everything held. */
async function replay(options: Options): Promise<boolean> {
  const { file, limit, concurrency, base, seed, password } = options;
  const messages = await readMessages(file, limit);
  const guest = HotlineClient.to(base, concurrency);
  const staff = await signInStaff(guest, base, password);
  const { queue } = (await guest.get('/health/ready')) as { queue: string };
  const places = await readPlaces(staff.agent);
  const lettersBefore = await deadLetters(staff.admin);

  const ledger = new Ledger();
  const run = `replay-${Date.now().toString(36)}`;
  const bar = new ProgressBar(`Playing on ${base}`, messages.length);
  const scene = { staff, places, ledger, run, patience: new Patience(firstGuessMs) };
  await play(scene, cast(messages, seed), concurrency, bar);
  const { seconds } = bar;
  bar.end();

  const checks = await reconcile(staff, ledger, lettersBefore);
  await guest.close();
  showPlots(ledger);
  showChecks(checks);
  showMishaps(ledger);
  const rate = (messages.length / seconds).toFixed(1);
  console.log(
    `${messages.length} messages in ${seconds.toFixed(1)} s, ${rate} messages/s, queue ${queue}, seed ${seed}; ` +
      `${(ledger.looks / messages.length).toFixed(2)} looks for a lead each, ${ledger.dispatchedByHand} dispatched by hand after a wait`,
  );
  return ledger.mishaps.length === 0 && checks.every(({ holds }) => holds);
}

async function main(): Promise<number> {
  const held = await replay(readOptions(process.argv.slice(2), process.env));
  console.log(held ? 'Everything reconciles.' : 'It does not reconcile: see the lines marked ✗.');
  return held ? 0 : 1;
}

runToExit(main, [Usage, UnreadableMessages, NoEntrance]);
