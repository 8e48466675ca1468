import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import type { QueueConnection } from '#queue/queue-connection';

/** Where the jobs of one test file lie. */
export interface TestQueue {
  readonly connection: QueueConnection;
  /** Removes them. */
  drop(): Promise<void>;
}

/** Which backend carries the queues: a global of the jest project, like its patience. */
const { testQueueKind = 'redis' } = globalThis as { testQueueKind?: QueueConnection['kind'] };

/** A corner of the run's Redis, or BullMQ's own tables in the file's database, which go with it. */
export function testQueue(databaseUrl: string): TestQueue {
  if (testQueueKind === 'redis') return corner();
  const connection = { kind: 'postgres', url: databaseUrl, namespace: 'hotline_queue' } as const;
  return { connection, drop: () => Promise.resolve() };
}

/** The namespace begins every key of the file, so that files run side by side. */
function corner(): TestQueue {
  const url = process.env.TEST_REDIS_URL;
  if (!url) throw new Error('No TEST_REDIS_URL: run the tests through jest, whose global set-up starts Redis.');
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  return { connection: { kind: 'redis', url, namespace }, drop: () => removeKeys(url, namespace) };
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
