import { setTimeout as sleep } from 'node:timers/promises';

const [shortestMs, longestMs] = [15, 1_500];
/** A look that finds it at once shows that less patience might do; one in vain, that more is needed. About one in seven is in vain. */
const [afterSuccess, afterFailure] = [0.95, 1.35];

/** Knows by experience how long something takes, so that one look is mostly enough. */
export class Patience {
  /** @param usualMs a first guess of how long it takes. */
  constructor(private usualMs: number) {}

  /** Looks until `look` finds something; null when nothing was found for `limitMs`. */
  async until<Found>(look: () => Promise<Found | null>, limitMs: number): Promise<Found | null> {
    const began = performance.now();
    for (let wait = this.usualMs, looks = 1; ; looks += 1) {
      await sleep(wait);
      const found = await look();
      const waited = performance.now() - began;
      if (looks === 1) this.learn(found !== null);
      if (found !== null || waited > limitMs) return found;
      wait = Math.min(longestMs, Math.max(shortestMs, waited * 0.5));
    }
  }

  private learn(inTime: boolean): void {
    const usual = this.usualMs * (inTime ? afterSuccess : afterFailure);
    this.usualMs = Math.min(longestMs, Math.max(shortestMs, usual));
  }
}
