import { setTimeout as sleep } from 'node:timers/promises';

/** Begins `perSecond` things a second for `seconds`, whether or not earlier ones are done; waits for all. */
export const pace = (perSecond: number, seconds: number, one: (index: number) => Promise<void>): Promise<void> =>
  paceWhile(perSecond, (index) => index < perSecond * seconds, one);

/** The same for as long as it goes on. */
export async function paceWhile(
  perSecond: number,
  goesOn: (index: number) => boolean,
  one: (index: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (let index = 0; goesOn(index); index += 1) {
    const due = began + (index / perSecond) * 1_000;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    under.push(one(index));
  }
  await Promise.all(under);
}
