import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { putLargeLogAside } from './log-file';
import { step } from './progress';
import { findRedisProgram } from './redis-program';
import { launchRedis, REDIS_SHUTDOWN, redisUrl, stopOrphanedRedis } from './redis-server';
import { renewAccess } from './server-access';
import { SupervisedServer } from './supervised-server';

/** A Redis or Valkey found on the PATH, running over the data directory. */
export interface EmbeddedRedis {
  url: string;
  description: string;
  /** Ends it with everything written; returns when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the machine's own redis-server or valkey-server for us alone: loopback, random password, append-only file
 * synced every second, no eviction. What a killed run left running is stopped first.
 * @returns undefined when the machine has none that starts.
 */
export async function startEmbeddedRedis(
  environment: NodeJS.ProcessEnv,
  dataDirectory: string,
): Promise<EmbeddedRedis | undefined> {
  const directory = join(dataDirectory, 'redis');
  const logFile = join(dataDirectory, 'redis.log');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await step('Stopping the queue an earlier run left behind', () => stopOrphanedRedis(directory));
  const program = findRedisProgram(environment);
  if (!program) return undefined;
  await putLargeLogAside(logFile);
  const access = await renewAccess(join(dataDirectory, 'redis.json'));
  const server = { program: program.path, directory, logFile, ...access };
  const supervised = new SupervisedServer(program.label, () => launchRedis(server, true), REDIS_SHUTDOWN);
  try {
    await step('Starting the queue', () => supervised.start());
  } catch (error) {
    console.warn(`${(error as Error).message}; the queue is kept in PostgreSQL instead.`);
    return undefined;
  }
  const description = `${program.label} from the PATH, append-only file synced every second`;
  return { url: redisUrl(server), description, stop: () => supervised.stop() };
}
