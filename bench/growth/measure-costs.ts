import type { DatabaseWatch } from '../load/database-watch';
import { registration } from '../load/matter';
import type { Stand } from '../stand/stand';
import { percentile } from '../statistics';
import { costs, rareWord, type Cost, type CostName } from './costs';

/** Milliseconds. */
export interface Measured {
  readonly p50: number;
  readonly p95: number;
}

const [warming, times] = [12, 80];

/** One after the other, so that nothing waits for anything but itself. @param offset differs from size to size */
export async function measureCosts(
  stand: Stand,
  watch: DatabaseWatch,
  offset: number,
): Promise<Record<CostName, Measured>> {
  await registerRareWord(stand, offset);
  await watch.settled();
  const measured = {} as Record<CostName, Measured>;
  for (const [name, cost] of Object.entries(costs)) {
    measured[name as CostName] = await measure(stand, cost, offset);
    await watch.settled();
  }
  return measured;
}

async function measure(stand: Stand, cost: Cost, offset: number): Promise<Measured> {
  const taken: number[] = [];
  for (let index = 0; index < warming + times; index += 1) {
    const began = performance.now();
    await cost.once(stand, offset + index);
    if (index >= warming) taken.push(performance.now() - began);
  }
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
}

async function registerRareWord({ staff: { agent }, places }: Stand, offset: number): Promise<void> {
  const { count } = await agent.call('POST /api/tickets/search', { body: { q: rareWord, count: true } });
  if (count && count.count > 0) return;
  const body = { ...registration(places, offset), title: `${rareWord}一只待领` };
  await agent.call('POST /api/tickets', { body });
}
