import { join } from 'node:path';
import { Redis } from 'ioredis';
import { readAccess } from '#hotline/backend/server-access';

/** Everything the queue of a running hotline knew is gone: jobs, schedules, locks. */
export async function flushQueue(dataDirectory: string): Promise<void> {
  const access = await readAccess(join(dataDirectory, 'redis.json'));
  const redis = new Redis({ host: '127.0.0.1', port: access?.port, password: access?.password });
  await redis.flushall();
  redis.disconnect();
}
