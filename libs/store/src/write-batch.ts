import { setTimeout as pause } from 'node:timers/promises';
import { isUnanswered } from './outage';

interface Limits {
  /** Items that one write takes. */
  readonly items: number;
  /** Writes under way at once. */
  readonly writes: number;
  /** How long an item that somebody waits for less may wait for others to go with it; by default not at all. */
  readonly gatherMs?: number;
}

/**
 * Writes items together while an earlier write is under way: under load one statement and one fsync serve many
 * registrations; without load an item is written at once. An item that spoils a batch fails alone; but when the answer
 * to a write was lost, nothing is written again that may have been written already.
 */
export class WriteBatch<Item> {
  private waiting: Waiting<Item>[] = [];
  private running = 0;

  constructor(
    private readonly write: (items: readonly Item[]) => Promise<void>,
    private readonly limits: Limits,
  ) {}

  add(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.running < this.limits.writes) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running += 1;
    // What arrives in the same turn of the event loop goes together in any case.
    if (this.limits.gatherMs === undefined) await new Promise((resolve) => setImmediate(resolve));
    else await pause(this.limits.gatherMs);
    while (this.waiting.length > 0) await this.flush(this.waiting.splice(0, this.limits.items));
    this.running -= 1;
  }

  private async flush(batch: readonly Waiting<Item>[]): Promise<void> {
    try {
      await this.write(batch.map(({ item }) => item));
      batch.forEach(({ resolve }) => resolve());
    } catch (error) {
      if (batch.length === 1 || isUnanswered(error)) batch.forEach(({ reject }) => reject(error));
      else for (const one of batch) await this.flush([one]);
    }
  }
}

interface Waiting<Item> {
  item: Item;
  resolve: () => void;
  reject: (error: unknown) => void;
}
