import { once } from 'node:events';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { limitRow, type LimitName } from '#http-api/limit';
import { Queues } from '#queue/queue-connection';
import { endWithin } from './end-within';
import type { Fetched } from './purse';

/** Gets `requests` of an account or address, or what is left of its allowance. Never fails. */
export type Fetch = (who: string, requests: number) => Promise<Fetched>;

/** How long a start waits for Redis, in milliseconds. */
const connectingMs = 2_000;

/** Counts requests together with the other processes in Redis; without Redis, in this process alone. */
@Injectable()
export class RequestCounts implements OnApplicationBootstrap {
  private readonly log = new Logger('throttle');
  private isAway = false;

  constructor(private readonly queues: Queues) {}

  /** The first requests, too, are to be counted with those of the other processes. */
  async onApplicationBootstrap(): Promise<void> {
    const redis = this.queues.counters()?.redis;
    if (!redis) return;
    redis.on('reconnecting', () => this.away());
    redis.on('ready', () => (this.isAway = false));
    const ready = once(redis, 'ready').then(
      () => undefined,
      () => undefined,
    );
    if (redis.status !== 'ready') await endWithin(connectingMs, ready);
  }

  /** @param allowance requests that one account or address may make in the class's time. */
  of(limit: LimitName, allowance: number): Fetch {
    let limiter: RateLimiterAbstract | undefined;
    return async (who, requests) => {
      limiter ??= this.limiter(limit, allowance);
      // Its `consume` would refuse a batch of which a part can still be had; `penalty` counts and leaves the rest to us.
      const { consumedPoints, msBeforeNext } = await limiter.penalty(who, requests);
      return { granted: grantOf(consumedPoints, requests, allowance), endsInMs: msBeforeNext };
    };
  }

  private limiter(limit: LimitName, points: number): RateLimiterAbstract {
    const options = { points, duration: limitRow(limit).perSeconds };
    const memory = new RateLimiterMemory({ ...options, keyPrefix: limit });
    const counters = this.queues.counters();
    if (!counters) return memory;
    return new RateLimiterRedis({
      ...options,
      keyPrefix: `${counters.namespace}:throttle:${limit}`,
      storeClient: counters.redis,
      insuranceLimiter: memory,
    });
  }

  private away(): void {
    if (!this.isAway) this.log.warn('Redis is away: until it is back, each process counts requests by itself');
    this.isAway = true;
  }
}

/** What of the requests counted last still lies within the allowance. */
export const grantOf = (counted: number, requests: number, allowance: number): number =>
  Math.max(0, Math.min(requests, allowance - (counted - requests)));
