import { parentPort } from 'node:worker_threads';
import type { PastTicket } from '#store/past-tickets';
import { TicketNumbers } from '#store/ticket-number';
import type { Share } from './fill';
import { withStore, type Store } from './store';
import { writePasts } from './write-pasts';

/** Batches under way, so that one is told while another is written. */
const batchesAtOnce = 2;

/** Tells one planned ticket's past under its number. */
type TellOne<Planned> = (planned: Planned, number: string) => PastTicket;

/** Tells and writes every `of`-th batch, and tells the main thread the ids of those written. */
export async function fillShare<Planned extends { readonly at: Date }>(
  { target, part, of }: Share,
  batches: readonly (readonly Planned[])[],
  open: (store: Store) => Promise<TellOne<Planned>>,
): Promise<void> {
  await withStore(target, async (store) => {
    const tellOne = await open(store);
    const numbers = new TicketNumbers(store.database);
    const waiting = batches.filter((_, index) => index % of === part).values();
    const worker = async () => {
      for (const batch of waiting) {
        const given = await numbers.takeMany(batch.map(({ at }) => at));
        const past = batch.map((planned, index) => tellOne(planned, given[index] ?? ''));
        await store.database.transaction((sql) => writePasts(sql, past));
        parentPort?.postMessage(past.map(({ ticket }) => ticket.id));
      }
    };
    await Promise.all(Array.from({ length: batchesAtOnce }, worker));
  });
}
