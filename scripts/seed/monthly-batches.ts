import { monthStart } from '#store/partitions';

/** Tickets in one transaction. */
const batchSize = 120;

/** In the order in which they are given. Each batch lies in one month, whose partitions its statement names. */
export function monthlyBatches<Planned extends { readonly at: Date }>(all: readonly Planned[]): Planned[][] {
  const batches: Planned[][] = [];
  for (const each of all) {
    const batch = batches.at(-1);
    const [first] = batch ?? [];
    const sameMonth = first && monthStart(first.at).getTime() === monthStart(each.at).getTime();
    if (batch && sameMonth && batch.length < batchSize) batch.push(each);
    else batches.push([each]);
  }
  return batches;
}
