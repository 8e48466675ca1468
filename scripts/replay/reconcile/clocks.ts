import { isOpen } from '#ticket/state';
import type { HotlineClient } from '../hotline-client';
import type { Entry, Ledger } from '../ledger';
import { Patience } from '../patience';
import type { ProgressBar } from '../progress-bar';
import { equal, type Check } from './check';

/** How long the clocks may take to follow the last transition. */
const followingMs = 30_000;
const atOnce = 8;

/** Every open ticket has a running clock, praise aside. */
export async function checkClocks(reader: HotlineClient, open: readonly Entry[], bar: ProgressBar): Promise<Check> {
  const waiting = open.values();
  const patience = new Patience(0);
  let running = 0;
  const worker = async () => {
    for (const { id } of waiting) {
      if (await patience.until(() => runningClock(reader, id), followingMs)) running += 1;
      bar.advance();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return equal('open with a running clock', open.length, running);
}

/** The tickets that must have one. */
export const clocked = (ledger: Ledger): Entry[] =>
  ledger.all().filter(({ state, type }) => isOpen(state) && type !== 'praise');

async function runningClock(reader: HotlineClient, id: string): Promise<true | null> {
  const { items } = await reader.call('GET /api/tickets/:id/clocks', { params: { id } });
  return items.some(({ state }) => state === 'running') ? true : null;
}
