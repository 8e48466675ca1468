import { openDataDirectory } from './data-directory';
import { startEmbeddedPostgres } from './embedded-postgres';
import { examineDatabase } from './given-database';
import type { MasterKeySource } from '#store/master-key';
import { knownMasterKey, masterKey, masterKeyFor } from './master-key';
import { outlastRepeatedSignals } from './repeated-signals';
import { startQueue, type QueueBackend } from './queue-backend';

/** What the services stand on. */
export interface Backend {
  databaseUrl: string;
  queue: QueueBackend;
  /** Absolute path; holds everything that must be backed up. */
  dataDirectory: string;
  /** Wraps the keys of the house. */
  masterKey: MasterKeySource;
  /** Ends what was started, last started first, and gives the data directory back. */
  stop(): Promise<void>;
}

type Stop = () => Promise<void> | void;

/**
 * Brings up database and queue: those the environment names (`DATABASE_URL`, `REDIS_URL`), else our own. Until it is
 * stopped, the caller answers SIGINT, SIGTERM and SIGHUP; a repeated one is only heeded after five seconds.
 * @param signal when aborted, the start ends after its current step and everything is stopped again.
 * @throws StartRefused with one line for the person who starts the system.
 */
export async function startBackend(environment: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<Backend> {
  const leaveSignalsAlone = outlastRepeatedSignals();
  const stops: Stop[] = [leaveSignalsAlone];
  const stop = () => stopAll(stops);
  try {
    const directory = await openDataDirectory(environment);
    stops.push(() => directory.release());
    const dataDirectory = directory.path;
    await knownMasterKey(environment, dataDirectory);
    const databaseUrl = await startDatabase(environment, dataDirectory, stops);
    await masterKeyFor(databaseUrl, environment, dataDirectory);
    const key = () => masterKey(environment, dataDirectory);
    signal?.throwIfAborted();
    const running = await startQueue(environment, dataDirectory, databaseUrl);
    stops.push(() => running.stop());
    signal?.throwIfAborted();
    return { databaseUrl, queue: running.queue, dataDirectory, masterKey: key, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(environment: NodeJS.ProcessEnv, dataDirectory: string, stops: Stop[]): Promise<string> {
  const { DATABASE_URL: given } = environment;
  if (given) {
    await examineDatabase(given);
    return given;
  }
  const postgres = await startEmbeddedPostgres(dataDirectory);
  stops.push(() => postgres.stop());
  return postgres.url;
}

/** Last started, first stopped; one that cannot be stopped does not keep the others running. */
async function stopAll(stops: Stop[]): Promise<void> {
  const failures: unknown[] = [];
  for (let stop = stops.pop(); stop; stop = stops.pop()) {
    try {
      await stop();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be stopped.');
}
