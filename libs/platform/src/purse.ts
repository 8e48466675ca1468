/** What a fetch brought: how many requests may pass, and for how many milliseconds what was said holds. */
export interface Fetched {
  readonly granted: number;
  readonly endsInMs: number;
}

interface Batch {
  left: number;
  readonly until: number;
}

/**
 * The requests that this process may let through for one account or address. It fetches them in batches, and the next
 * while half of the last is left, so that a caller seldom waits for a server. It never holds more than one batch and a half.
 */
export class Purse {
  private batches: Batch[] = [];
  private refusedUntil = -Infinity;
  private fetching: Promise<void> | undefined;

  /**
   * @param fetch gets as many requests as are asked for, or what is left of the allowance; it does not fail.
   * @param now milliseconds of a clock that never goes back.
   */
  constructor(
    private readonly batch: number,
    private readonly fetch: (requests: number) => Promise<Fetched>,
    private readonly now: () => number,
  ) {}

  /** Milliseconds until it may be asked again; 0 when the request may pass. At once, unless a batch must be waited for. */
  spend(): number | Promise<number> {
    const now = this.now();
    if (this.take(now)) return 0;
    if (now < this.refusedUntil) return this.refusedUntil - now;
    return this.fetchBatch().then(() => this.spend());
  }

  private take(now: number): boolean {
    while (this.batches[0] && !isGood(this.batches[0], now)) this.batches.shift();
    const batch = this.batches[0];
    if (!batch) return false;
    batch.left -= 1;
    // Between two requests, so that none is answered later for it.
    if (this.isLow()) setImmediate(() => this.fetchAhead());
    return true;
  }

  private isLow(): boolean {
    const left = this.batches.length === 1 ? (this.batches[0]?.left ?? 0) : 0;
    return left > 0 && left <= this.batch / 2;
  }

  private fetchAhead(): void {
    if (this.isLow() && this.now() >= this.refusedUntil) void this.fetchBatch();
  }

  /** Whoever needs a batch while one is being fetched waits for that one. */
  private fetchBatch(): Promise<void> {
    return (this.fetching ??= this.add().finally(() => (this.fetching = undefined)));
  }

  /** It ends no later than where it was fetched from: its time began when it was asked for. */
  private async add(): Promise<void> {
    const asked = this.now();
    const { granted, endsInMs } = await this.fetch(this.batch);
    const until = asked + endsInMs;
    if (granted > 0) this.batches.push({ left: granted, until });
    else this.refusedUntil = until;
  }
}

const isGood = ({ left, until }: Batch, now: number): boolean => left > 0 && now < until;
