import type { DatabaseWatch } from '../load/database-watch';
import { registration } from '../load/matter';
import type { Stand } from '../stand/stand';
import { percentile } from '../statistics';
import { costs, rareWord, type Cost, type CostName } from './costs';

/** A hotline with so many tickets stored. */
export interface Hotline {
  readonly size: number;
  readonly stand: Stand;
  readonly watch: DatabaseWatch;
}

/** Milliseconds. */
export interface Measured {
  readonly p50: number;
  readonly p95: number;
}

/** What each hotline did, by its size. */
export type MeasuredBySize = ReadonlyMap<number, Readonly<Record<CostName, Measured>>>;

/** Of each thing. */
const [turns, timesATurn] = [20, 12] as const;
/** What was done before by the people of a hotline at work, and is not counted: a start finds everything on disk. */
const warmingTimes = 120;

/**
 * One thing after the other, so that nothing waits for anything but itself. The hotlines take turns, so that what else the
 * machine does falls on all of them alike.
 */
export async function measureCosts(hotlines: readonly Hotline[]): Promise<MeasuredBySize> {
  const measured = new Map(hotlines.map(({ size }) => [size, {} as Record<CostName, Measured>]));
  for (const hotline of hotlines) await registerRareWord(hotline);
  for (const [name, cost] of Object.entries<Cost>(costs)) {
    const taken = await measure(hotlines, cost);
    for (const [size, all] of measured) {
      const times = taken.get(size) ?? [];
      all[name as CostName] = { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
    }
  }
  return measured;
}

/** Milliseconds each, by size. */
async function measure(hotlines: readonly Hotline[], cost: Cost): Promise<ReadonlyMap<number, number[]>> {
  const taken = new Map(hotlines.map(({ size }) => [size, [] as number[]]));
  for (const hotline of hotlines) await timesOf(hotline, cost, { from: 0, times: warmingTimes });
  for (let turn = 0; turn < turns; turn += 1)
    for (const hotline of beginningWith(hotlines, turn)) {
      const part = { from: warmingTimes + turn * timesATurn, times: timesATurn };
      taken.get(hotline.size)?.push(...(await timesOf(hotline, cost, part)));
    }
  return taken;
}

/** Whoever begins finds the cooler machine, so they begin in turns. */
const beginningWith = (hotlines: readonly Hotline[], turn: number): Hotline[] => {
  const first = turn % hotlines.length;
  return [...hotlines.slice(first), ...hotlines.slice(0, first)];
};

interface Part {
  readonly from: number;
  readonly times: number;
}

async function timesOf({ size, stand, watch }: Hotline, cost: Cost, { from, times }: Part): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const began = performance.now();
    await cost.once(stand, size + from + index);
    taken.push(performance.now() - began);
  }
  if (cost.writes) await watch.sorted();
  return taken;
}

/** One ticket that has it, however many are stored. */
async function registerRareWord({ stand: { staff, places }, watch, size }: Hotline): Promise<void> {
  const { count } = await staff.agent.call('POST /api/tickets/search', { body: { q: rareWord, count: true } });
  if (count && count.count > 0) return;
  const body = { ...registration(places, size), title: `${rareWord}一只待领` };
  await staff.agent.call('POST /api/tickets', { body });
  await watch.sorted();
}
