import { join } from 'node:path';
import { Client } from 'pg';
import { dataDirectoryPath, openDataDirectory } from './data-directory';
import { startEmbeddedPostgres, urlOf } from './embedded-postgres';
import { examineDatabase } from './given-database';
import { masterKeyFor } from './master-key';
import { readAccess } from './server-access';

/** A database for a tool to work on, and the key that seals its citizens. */
export interface ReachableDatabase {
  readonly url: string;
  readonly masterKey: Buffer;
  /** Stops what was started for it. */
  close(): Promise<void>;
}

/** The given database, or the embedded one, running or not. @throws StartRefused in one line */
export async function reachDatabase(environment: NodeJS.ProcessEnv): Promise<ReachableDatabase> {
  const { DATABASE_URL: given } = environment;
  const directory = dataDirectoryPath(environment);
  if (given) {
    await examineDatabase(given);
    return openedAt(given, environment, directory);
  }
  const running = await runningDatabase(directory);
  if (running) return openedAt(running, environment, directory);
  return startStopped(environment);
}

const openedAt = async (
  url: string,
  environment: NodeJS.ProcessEnv,
  directory: string,
): Promise<ReachableDatabase> => ({
  url,
  masterKey: await masterKeyFor(url, environment, directory),
  close: () => Promise.resolve(),
});

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
    const postgres = await startEmbeddedPostgres(directory.path);
    const close = () => postgres.stop().finally(() => directory.release());
    const masterKey = await masterKeyFor(postgres.url, environment, directory.path).catch(async (error: unknown) => {
      await postgres.stop();
      throw error;
    });
    return { url: postgres.url, masterKey, close };
  } catch (error) {
    await directory.release();
    throw error;
  }
}
