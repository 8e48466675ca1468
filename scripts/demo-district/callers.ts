import { Random } from '#platform/random';
import { drawing } from './draws';
import { wulongTowns } from './wulong-areas';

/** Where somebody lives: a town, and one of its villages. */
interface Home {
  readonly town: number;
  readonly village: string;
}

/** People live in streets rather than in townships; no other figures are known than how many villages each has. */
const density = { 街道: 3, 镇: 1.5, 乡: 0.7 };
const townOf = drawing(
  wulongTowns.map(({ name, below }) => {
    const kind = (Object.keys(density) as (keyof typeof density)[]).find((each) => name.endsWith(each)) ?? '乡';
    return density[kind] * villagesOf(below).length;
  }),
);

/** Codes of villages as they stand in a town's row. */
export function villagesOf(below: string): { code: string; name: string }[] {
  return below.split(' ').map((each) => ({ code: each.slice(0, 3), name: each.slice(3) }));
}

/** Of a hundred tickets, how many are of somebody who calls once or twice, now and again, or all the time. */
const kinds = { seldom: 70, often: 26, always: 4 } as const;

/** Who calls, as a number that is theirs: many call again, and a few all the time. */
export function callerOf(random: Random, received: number): number {
  const pools = { seldom: received, often: Math.ceil(received / 20), always: Math.ceil(received / 1_200) };
  const kind = random.weighted(kinds);
  const before = { seldom: 0, often: pools.seldom, always: pools.seldom + pools.often };
  return before[kind] + random.below(pools[kind]);
}

/** The same caller always lives in the same place. */
export function homeOf(caller: number, seed: number): Home {
  const random = Random.for(seed + 1, caller);
  const town = townOf(random);
  return { town, village: random.pick(villagesOf(wulongTowns[town]?.below ?? '')).code };
}
