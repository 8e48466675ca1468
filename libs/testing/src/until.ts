import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 15;

/**
 * Waits until nothing is missing any more, looking every few milliseconds. `missing` answers in words what is still
 * missing, or nothing.
 * @throws Error with those words when it takes longer than `withinMs`.
 */
export async function until(missing: () => Promise<string>, withinMs = 30_000): Promise<void> {
  const end = performance.now() + withinMs;
  for (let still = await missing(); still !== ''; still = await missing()) {
    if (performance.now() > end) throw new Error(`after ${withinMs} ms still missing: ${still}`);
    await pause(everyMs);
  }
}
