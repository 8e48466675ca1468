import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';

/** A corner of the tests' Redis that belongs to one test file. */
export interface TestQueue {
  url: string;
  /** Begins every key of this file, so that files run side by side; give it to BullMQ as `prefix`. */
  prefix: string;
  /** Removes all keys under the prefix. */
  drop(): Promise<void>;
}

export async function testQueue(): Promise<TestQueue> {
  const url = process.env.TEST_REDIS_URL;
  if (!url) throw new Error('No TEST_REDIS_URL: run the tests through jest, whose global set-up starts Redis.');
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  return Promise.resolve({ url, prefix, drop: () => removeKeys(url, prefix) });
}

async function removeKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url);
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1000 }) as AsyncIterable<string[]>) {
      if (keys.length > 0) await redis.unlink(...keys);
    }
  } finally {
    redis.disconnect();
  }
}
