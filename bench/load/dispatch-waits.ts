import { setTimeout as sleep } from 'node:timers/promises';

/** How often the database is looked at, which bounds how exact the figures are. */
const lookMs = 3;
/** Whatever is not dispatched so long after the last one was begun never is. */
const givingUpMs = 30_000;

/**
 * How long tickets wait until they are dispatched, in ms and in the order in which that happened; those that never were
 * come last, as infinite.
 * @param dispatched which of them are, as the bench means it
 * @param work makes the tickets, and says of each since when it waits
 */
export async function dispatchWaits(
  dispatched: (ids: readonly string[]) => Promise<string[]>,
  work: (waits: (id: string, since: number) => void) => Promise<unknown>,
): Promise<number[]> {
  const waiting = new Map<string, number>();
  const waits: number[] = [];
  let givenUpAt: number | undefined;
  const goesOn = () => givenUpAt === undefined || (waiting.size > 0 && performance.now() < givenUpAt);
  const look = async () => {
    while (goesOn()) {
      const found = waiting.size > 0 ? await dispatched([...waiting.keys()]) : [];
      for (const id of found) {
        waits.push(performance.now() - (waiting.get(id) ?? 0));
        waiting.delete(id);
      }
      await sleep(lookMs);
    }
  };
  const working = work((id, since) => waiting.set(id, since)).finally(
    () => (givenUpAt = performance.now() + givingUpMs),
  );
  await Promise.all([look(), working]);
  return [...waits, ...Array.from(waiting, () => Infinity)];
}
