import { limitRow, type LimitName } from '#http-api/limit';
import { Purse } from './purse';
import type { Fetch, RequestCounts } from './request-counts';

/** Accounts and addresses of one class that are remembered; beyond, all are forgotten and counted on where counts are kept. */
const most = 50_000;

const now = (): number => performance.now();

/** What one class allows each account or address, as this process knows it. */
export class Allowance {
  private readonly purses = new Map<string, Purse>();
  private readonly batch: number;
  private readonly fetch: Fetch;

  /** @param factor multiplies the allowance. A larger one is fetched in the same batches, so that it costs the same. */
  constructor(limit: LimitName, factor: number, counts: RequestCounts) {
    const { requests, batch } = limitRow(limit);
    this.batch = Math.max(1, Math.floor(batch * Math.min(1, factor)));
    this.fetch = counts.of(limit, Math.max(1, Math.round(requests * factor)));
  }

  /** Milliseconds until this account or address may ask again; 0 when its request may pass. */
  spend(who: string): number | Promise<number> {
    const known = this.purses.get(who);
    return (known ?? this.open(who)).spend();
  }

  private open(who: string): Purse {
    if (this.purses.size >= most) this.purses.clear();
    const purse = new Purse(this.batch, (requests) => this.fetch(who, requests), now);
    this.purses.set(who, purse);
    return purse;
  }
}
