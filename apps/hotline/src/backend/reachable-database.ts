import { join } from 'node:path';
import { HeardClient } from '#store/heard-client';
import { dataDirectoryPath, openDataDirectory } from './data-directory';
import { startEmbeddedPostgres, urlOf } from './embedded-postgres';
import { examineDatabase } from './given-database';
import { masterKeyFor } from './master-key';
import { readAccess } from './server-access';

/** A database for a tool to work on. */
export interface ReachableServer {
  readonly url: string;
  /** Where its key lies, unless the environment has it. */
  readonly directory: string;
  /** Stops what was started for it. */
  close(): Promise<void>;
}

/** The same, with the key that seals its citizens. */
export interface ReachableDatabase extends ReachableServer {
  readonly masterKey: Buffer;
}

/** The given database, or the embedded one, running or not. @throws StartRefused in one line */
export async function reachDatabase(environment: NodeJS.ProcessEnv): Promise<ReachableDatabase> {
  const server = await reachWithoutKey(environment);
  const masterKey = await masterKeyFor(server.url, environment, server.directory).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return { ...server, masterKey };
}

/** For whoever opens nothing that is sealed in it. @throws StartRefused in one line */
export async function reachWithoutKey(environment: NodeJS.ProcessEnv): Promise<ReachableServer> {
  const { DATABASE_URL: given } = environment;
  const directory = dataDirectoryPath(environment);
  const close = () => Promise.resolve();
  if (given) {
    await examineDatabase(given);
    return { url: given, directory, close };
  }
  const running = await runningDatabase(directory);
  return running ? { url: running, directory, close } : startStopped(environment);
}

async function runningDatabase(directory: string): Promise<string | null> {
  const access = await readAccess(join(directory, 'postgres.json'));
  if (!access) return null;
  const url = urlOf(access);
  const client = new HeardClient({ connectionString: url, connectionTimeoutMillis: 3_000 });
  return client.connect().then(
    () => client.end().then(() => url),
    () => null,
  );
}

async function startStopped(environment: NodeJS.ProcessEnv): Promise<ReachableServer> {
  const directory = await openDataDirectory(environment);
  try {
    const postgres = await startEmbeddedPostgres(directory.path);
    const close = () => postgres.stop().finally(() => directory.release());
    return { url: postgres.url, directory: directory.path, close };
  } catch (error) {
    await directory.release();
    throw error;
  }
}
