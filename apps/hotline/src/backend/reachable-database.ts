import { join } from 'node:path';
import { Client } from 'pg';
import { dataDirectoryPath, openDataDirectory } from './data-directory';
import { startEmbeddedPostgres, urlOf } from './embedded-postgres';
import { examineDatabase } from './given-database';
import { masterKey } from './master-key';
import { readAccess } from './server-access';

/** A database for a tool to work on, and the key that seals its citizens. */
export interface ReachableDatabase {
  readonly url: string;
  readonly masterKey: Buffer;
  /** Stops what was started for it. */
  close(): Promise<void>;
}

const nothingToStop = () => Promise.resolve();

/** The given database, or the embedded one, running or not. @throws StartRefused in one line */
export async function reachDatabase(environment: NodeJS.ProcessEnv): Promise<ReachableDatabase> {
  const { DATABASE_URL: given } = environment;
  const directory = dataDirectoryPath(environment);
  if (given) {
    await examineDatabase(given);
    return { url: given, masterKey: await masterKey(environment, directory), close: nothingToStop };
  }
  const running = await runningDatabase(directory);
  if (running) return { url: running, masterKey: await masterKey(environment, directory), close: nothingToStop };
  return startStopped(environment);
}

async function runningDatabase(directory: string): Promise<string | null> {
  const access = await readAccess(join(directory, 'postgres.json'));
  if (!access) return null;
  const url = urlOf(access);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client.end().then(() => url),
    () => null,
  );
}

async function startStopped(environment: NodeJS.ProcessEnv): Promise<ReachableDatabase> {
  const directory = await openDataDirectory(environment);
  try {
    const key = await masterKey(environment, directory.path);
    const postgres = await startEmbeddedPostgres(directory.path);
    const close = () => postgres.stop().finally(() => directory.release());
    return { url: postgres.url, masterKey: key, close };
  } catch (error) {
    await directory.release();
    throw error;
  }
}
