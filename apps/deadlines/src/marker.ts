import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { MarkStore } from '#store/mark-store';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';

/** Clocks marked in one transaction. */
const batch = 500;

/** Looks every second for clocks whose time has come. Two replicas share the work; none marks twice. */
@Injectable()
export class Marker extends TurnWorker {
  constructor(
    private readonly store: MarkStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('marking', settings.markSeconds * 1_000);
  }

  protected turn(): Promise<number> {
    return this.markDue();
  }

  /** Marks everything that is due now; answers how many rungs were recorded. */
  async markDue(): Promise<number> {
    let all = 0;
    // What becomes due meanwhile is marked in the same turn: it need not wait for the next.
    for (let marked = batch; marked >= batch && !this.isEnding;) {
      marked = await this.store.markMany(this.clock.now(), batch);
      all += marked;
    }
    return all;
  }
}
