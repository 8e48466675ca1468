import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two attempts. */
const PAUSE = 500;

/** Tries again for `patience` milliseconds, for a server that is started with us may need longer than we do. */
export async function retryUntil<T>(patience: number, attempt: () => Promise<T>): Promise<T> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(PAUSE);
    }
  }
}
