import { startEmbeddedRedis } from './embedded-redis';
import { examineRedis } from './given-redis';
import { StartRefused } from './start-refused';

/** What carries the queues; the description is for people and for every measured figure. */
export type QueueBackend =
  { kind: 'redis'; url: string; description: string } | { kind: 'postgres'; url: string; description: string };

/** A queue backend that serves, and how to end what was started for it. */
export interface RunningQueue {
  queue: QueueBackend;
  stop(): Promise<void>;
}

const NOTHING_TO_STOP = () => Promise.resolve();

/**
 * The first that serves: `REDIS_URL`, a Redis or Valkey of this machine, BullMQ's own tables in the database.
 * `QUEUE_BACKEND=postgres` takes the last at once, `QUEUE_BACKEND=redis` refuses to fall back to it.
 * @throws StartRefused when `REDIS_URL` or the wanted kind does not serve.
 */
export async function startQueue(
  environment: NodeJS.ProcessEnv,
  dataDirectory: string,
  databaseUrl: string,
): Promise<RunningQueue> {
  const wanted = wantedKind(environment);
  if (wanted === 'postgres') return inPostgres(databaseUrl);
  const { REDIS_URL: url } = environment;
  if (url) {
    const description = await examineRedis(url);
    return { queue: { kind: 'redis', url, description }, stop: NOTHING_TO_STOP };
  }
  const redis = await startEmbeddedRedis(environment, dataDirectory);
  if (redis) {
    const { url: own, description } = redis;
    return { queue: { kind: 'redis', url: own, description }, stop: () => redis.stop() };
  }
  if (wanted === 'redis')
    throw new StartRefused('QUEUE_BACKEND=redis, but no redis-server or valkey-server starts here.');
  return inPostgres(databaseUrl);
}

function inPostgres(url: string): RunningQueue {
  return { queue: { kind: 'postgres', url, description: "BullMQ's tables in PostgreSQL" }, stop: NOTHING_TO_STOP };
}

function wantedKind({ QUEUE_BACKEND: wanted }: NodeJS.ProcessEnv): 'redis' | 'postgres' | undefined {
  if (!wanted) return undefined;
  if (wanted === 'redis' || wanted === 'postgres') return wanted;
  throw new StartRefused(`QUEUE_BACKEND is "${wanted}": write redis or postgres, or leave it out.`);
}
