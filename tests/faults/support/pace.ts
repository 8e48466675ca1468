import type { Deliveries, Delivery } from './deliveries';

/** When the house's post is delivered: between people's acts, and as often as this pace likes. */
export interface Pace {
  /** Delivers until nothing is missing any more of what the next act needs. */
  until(missing: () => Promise<string>): Promise<void>;
  /** Delivers until everything has arrived at least once. */
  rest(): Promise<void>;
}

/** Every job once, in order, at once. */
export class Prompt implements Pace {
  constructor(private readonly post: Deliveries) {}

  async until(): Promise<void> {
    await this.rest();
  }

  async rest(): Promise<void> {
    for (let news = await this.post.collect(); news.length > 0; news = await this.post.collect()) {
      for (const delivery of news) await this.post.deliver(delivery);
    }
  }
}

interface Waiting {
  readonly delivery: Delivery;
  /** Whether this is the job itself and not a repetition of it. */
  readonly first: boolean;
}

/** Jobs twice and three times, late, in any order, several at once: as these numbers say. */
export class Wild implements Pace {
  private readonly pool: Waiting[] = [];
  private drawn = 0;

  constructor(
    private readonly post: Deliveries,
    private readonly numbers: readonly number[],
  ) {}

  async until(missing: () => Promise<string>): Promise<void> {
    await this.look();
    for (let burst = this.draw(4); burst > 0; burst -= 1) await this.deliverSome();
    for (let still = await missing(); still !== ''; still = await missing()) {
      if (!this.isOwed()) throw new Error(`everything was delivered, and still missing: ${still}`);
      await this.deliverSome();
    }
  }

  async rest(): Promise<void> {
    await this.look();
    while (this.isOwed()) await this.deliverSome();
  }

  /** All repetitions that are left, and these besides. */
  async exhaust(more: readonly Delivery[]): Promise<void> {
    this.pool.push(...more.map((delivery) => ({ delivery, first: false })));
    while (this.pool.length > 0) await this.deliverSome();
  }

  private async deliverSome(): Promise<void> {
    const together = this.draw(3) === 0 ? 3 : 1;
    const taken = Array.from({ length: together }, () => this.pool.splice(this.draw(this.pool.length), 1)).flat();
    await Promise.all(taken.map(({ delivery }) => this.post.deliver(delivery)));
    await this.look();
  }

  private async look(): Promise<void> {
    for (const delivery of await this.post.collect()) {
      this.pool.push({ delivery, first: true });
      for (let again = this.draw(3); again > 0; again -= 1) this.pool.push({ delivery, first: false });
    }
  }

  private isOwed(): boolean {
    return this.pool.some(({ first }) => first);
  }

  /** A number below `limit`; 0 when there is nothing to choose from. */
  private draw(limit: number): number {
    this.drawn += 1;
    return limit === 0 ? 0 : (this.numbers[this.drawn % this.numbers.length] ?? 0) % limit;
  }
}
