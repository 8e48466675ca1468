import { join } from 'node:path';
import { Client } from 'pg';
import { dataDirectoryPath, openDataDirectory } from '#hotline/backend/data-directory';
import { startEmbeddedPostgres, urlOf } from '#hotline/backend/embedded-postgres';
import { examineDatabase } from '#hotline/backend/given-database';
import { masterKey } from '#hotline/backend/master-key';
import { readAccess } from '#hotline/backend/server-access';

/** The database to fill, and the key that seals its citizens. */
export interface SeedTarget {
  readonly url: string;
  readonly masterKey: Buffer;
  /** Stops what was started for the seed. */
  close(): Promise<void>;
}

const nothingToStop = () => Promise.resolve();

/** The given database, or the embedded one, running or not. @throws StartRefused in one line */
export async function openTarget(environment: NodeJS.ProcessEnv): Promise<SeedTarget> {
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

async function startStopped(environment: NodeJS.ProcessEnv): Promise<SeedTarget> {
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
