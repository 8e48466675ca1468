import { parentPort, workerData } from 'node:worker_threads';
import { TicketNumbers } from '#store/ticket-number';
import type { Share } from './fill';
import { tellPast, type Telling } from './past-teller';
import { plan, type Planned } from './plan';
import { readTelling } from './read-telling';
import { withStore, type Store } from './store';
import { writePasts } from './write-pasts';

/** Batches under way, so that one is told while another is written. */
const batchesAtOnce = 2;

/** Tells and writes every `of`-th batch, and tells the main thread the ids of those written. */
async function fillShare({ target, options, now, part, of }: Share): Promise<void> {
  const batches = plan(options, now).filter((_, index) => index % of === part);
  await withStore(target, async (store) => {
    const telling = await readTelling(store, options);
    const numbers = new TicketNumbers(store.database);
    const waiting = batches.values();
    const worker = async () => {
      for (const batch of waiting) parentPort?.postMessage(await fillBatch(store, telling, numbers, { batch, now }));
    };
    await Promise.all(Array.from({ length: batchesAtOnce }, worker));
  });
}

async function fillBatch(
  { database }: Store,
  telling: Telling,
  numbers: TicketNumbers,
  { batch, now }: { batch: readonly Planned[]; now: Date },
): Promise<string[]> {
  const given: { planned: Planned; number: string }[] = [];
  for (const planned of batch) given.push({ planned, number: await numbers.take(planned.at) });
  const past = given.map(({ planned, number }) => tellPast(telling, { ...planned, number, until: now }));
  await database.transaction((sql) => writePasts(sql, past));
  return past.map(({ ticket }) => ticket.id);
}

void fillShare(workerData as Share);
