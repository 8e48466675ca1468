import { randomBytes } from 'node:crypto';
import { keepForTeardown } from './running-servers';
import { startTestPostgres, startTestRedis } from './test-servers';

/** Jest calls this once, before the first test file: one PostgreSQL and one Redis for the whole run. */
export default async function globalSetup(): Promise<void> {
  process.env.TEST_RUN = randomBytes(4).toString('hex');
  const [postgres, redis] = await Promise.all([
    process.env.TEST_DATABASE_URL ? undefined : startTestPostgres(),
    process.env.TEST_REDIS_URL ? undefined : startTestRedis(),
  ]);
  // The workers inherit the environment.
  if (postgres) process.env.TEST_DATABASE_URL = postgres.url;
  if (redis) process.env.TEST_REDIS_URL = redis.url;
  keepForTeardown([postgres, redis].filter((server) => server !== undefined));
}
