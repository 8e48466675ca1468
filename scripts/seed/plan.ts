import { Random } from '#platform/random';
import { monthlyBatches } from './monthly-batches';
import type { Options } from './options';
import type { Wanted } from './past-teller';

/** One ticket to be told, before it has a number. */
export type Planned = Pick<Wanted, 'index' | 'at' | 'open'>;

const dayMs = 86_400_000;
/** Finished tickets were registered long enough ago to have ended, open ones lately enough not to be months overdue. */
const [finishedDays, openDays] = [14, 4];

/** All tickets in batches, oldest first, as their ids are. */
export const plan = (options: Options, now: Date): Planned[][] => monthlyBatches(instants(options, now));

function instants({ count, days, openShare, seed }: Options, now: Date): Planned[] {
  const random = Random.for(seed, 0);
  const between = (most: number, least: number) =>
    new Date(now.getTime() - Math.floor((least + random.next() * (most - least)) * dayMs));
  const planned = Array.from({ length: count }, () => {
    const open = random.chance(openShare);
    return { open, at: open ? between(openDays, 0.01) : between(days, finishedDays) };
  });
  planned.sort((left, right) => left.at.getTime() - right.at.getTime());
  return planned.map((each, index) => ({ ...each, index }));
}
