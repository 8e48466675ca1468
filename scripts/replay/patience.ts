import { setTimeout as sleep } from 'node:timers/promises';

const [shortestMs, longestMs] = [15, 1_500];
/** How much the latest wait counts. */
const weight = 0.1;

/** Knows by experience how long something takes, so that one look is mostly enough. */
export class Patience {
  /** @param usualMs a first guess of how long it takes. */
  constructor(private usualMs: number) {}

  /** Looks until `look` finds something; null when nothing was found for `limitMs`. */
  async until<Found>(look: () => Promise<Found | null>, limitMs: number): Promise<Found | null> {
    const began = performance.now();
    let wait = this.usualMs;
    for (;;) {
      await sleep(wait);
      const found = await look();
      const waited = performance.now() - began;
      if (found !== null) {
        this.learn(waited);
        return found;
      }
      if (waited > limitMs) return null;
      wait = Math.min(longestMs, Math.max(shortestMs, waited * 0.5));
    }
  }

  /** Slightly long is cheaper than a second look. */
  private learn(waitedMs: number): void {
    const usual = this.usualMs * (1 - weight) + Math.min(waitedMs, longestMs) * weight;
    this.usualMs = Math.max(shortestMs, usual * 0.99);
  }
}
