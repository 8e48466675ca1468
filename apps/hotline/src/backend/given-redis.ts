import { Redis } from 'ioredis';
import { step } from './progress';
import { retryUntil } from './retry-until';
import { StartRefused } from './start-refused';

/** Milliseconds: how long to wait for a Redis that is started together with us. */
const PATIENCE = 10_000;

/**
 * Looks at the Redis behind `REDIS_URL` before anything is entrusted to it.
 * @param patience milliseconds to wait for one that is only starting.
 * @returns a description for people: `Redis 7.2.4 at queue:6379`.
 * @throws StartRefused when it does not answer, or may throw jobs away when its memory is full.
 */
export async function examineRedis(url: string, patience = PATIENCE): Promise<string> {
  const place = placeOf(url);
  const info = await step(`Waiting for Redis at ${place}`, () => retryUntil(patience, () => readInfo(url))).catch(
    (error: unknown) => {
      throw new StartRefused(`REDIS_URL: no Redis answers at ${place} (${(error as Error).message}).`);
    },
  );
  const policy = info.maxmemory_policy;
  if (policy === undefined) console.warn(`Redis at ${place} hides its maxmemory-policy: make sure it is noeviction.`);
  else if (policy !== 'noeviction') {
    throw new StartRefused(
      `REDIS_URL: the Redis at ${place} runs with maxmemory-policy ${policy} and may throw jobs away: set it to noeviction.`,
    );
  }
  return `${info.valkey_version ? 'Valkey' : 'Redis'} ${info.valkey_version ?? info.redis_version ?? ''} at ${place}`;
}

function placeOf(url: string): string {
  try {
    const { protocol, host } = new URL(url);
    if (/^rediss?:$/.test(protocol) && host !== '') return host;
  } catch {
    // Falls through to the refusal below; the address itself may hold a password and is not repeated.
  }
  throw new StartRefused('REDIS_URL is no Redis address: write it as redis://user:password@host:6379/0.');
}

async function readInfo(url: string): Promise<Record<string, string>> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 3_000, retryStrategy: () => null });
  // The reason comes with this event; the rejected promise only says that the connection is closed.
  let reason: Error | undefined;
  redis.on('error', (error: Error) => (reason = error));
  try {
    await redis.connect();
    await redis.ping();
    return { ...(await configuredPolicy(redis)), ...parse(await redis.info().catch(() => '')) };
  } catch (error) {
    throw reason ?? error;
  } finally {
    redis.disconnect();
  }
}

/** Managed servers often refuse CONFIG; INFO then usually tells the same. */
async function configuredPolicy(redis: Redis): Promise<Record<string, string>> {
  const answer = (await redis.config('GET', 'maxmemory-policy').catch(() => [])) as string[];
  return answer[1] === undefined ? {} : { maxmemory_policy: answer[1] };
}

function parse(info: string): Record<string, string> {
  const lines = info.split('\r\n').filter((line) => line.includes(':'));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}
