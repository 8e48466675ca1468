import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HeardClient } from '#store/heard-client';
import { closedDirectory } from './closed-directory';
import { putLargeLogAside } from './log-file';
import { postgresAccount, type Account } from './postgres-account';
import { initialise, isInitialised, SUPERUSER, type Cluster } from './postgres-cluster';
import { postgresPrograms } from './postgres-programs';
import { FAST_SHUTDOWN, launchPostgres, stopOrphanedPostgres } from './postgres-server';
import { durableSettings } from './postgres-settings';
import { step } from './progress';
import { readAccess, renewAccess, type ServerAccess } from './server-access';
import { StartRefused } from './start-refused';
import { SupervisedServer } from './supervised-server';

const DATABASE = 'hotline';

/** The PostgreSQL that comes with the system, running over the data directory. */
export interface EmbeddedPostgres {
  url: string;
  /** Fast shutdown; returns when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL; makes cluster and database at the first start. What a killed run left running is
 * shut down first.
 * @throws StartRefused when this machine cannot run it or the data belong to another major version.
 */
export async function startEmbeddedPostgres(dataDirectory: string): Promise<EmbeddedPostgres> {
  const cluster = await findCluster(dataDirectory);
  const accessFile = join(dataDirectory, 'postgres.json');
  await refuseLostPassword(cluster, accessFile);
  await step('Stopping the database an earlier run left behind', () => stopOrphanedPostgres(cluster));
  const access = await renewAccess(accessFile);
  if (!isInitialised(cluster)) await step('Making the database', () => initialise(cluster, access.password));
  const launch = async () => {
    await stopOrphanedPostgres(cluster);
    return launchPostgres(cluster, access.port, durableSettings());
  };
  const server = new SupervisedServer('PostgreSQL', launch, FAST_SHUTDOWN);
  await step('Starting the database', () => server.start());
  await ensureDatabase(access);
  return { url: urlOf(access), stop: () => server.stop() };
}

async function findCluster(dataDirectory: string): Promise<Cluster> {
  const account = postgresAccount();
  if (account) refuseClosed(dataDirectory, account);
  const programs = await step('Looking at the packaged PostgreSQL', () =>
    postgresPrograms(account, join(dataDirectory, 'programs')),
  );
  const cluster = {
    programs,
    account,
    directory: join(dataDirectory, 'postgres'),
    logFile: join(dataDirectory, 'postgres.log'),
  };
  await refuseOtherMajor(cluster);
  await putLargeLogAside(cluster.logFile);
  return cluster;
}

function refuseClosed(dataDirectory: string, account: Account): void {
  const closed = closedDirectory(dataDirectory, account);
  if (closed === undefined) return;
  throw new StartRefused(
    `Started by root, the database runs as the user postgres, who may not enter ${closed}: set DATA_DIR to a place every user may enter.`,
  );
}

async function refuseOtherMajor({ directory, programs }: Cluster): Promise<void> {
  const found = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (found === undefined || found.trim() === String(programs.major)) return;
  throw new StartRefused(
    `The data in ${directory} are of PostgreSQL ${found.trim()}, this version brings ${programs.major}: start the version that made them, or set DATA_DIR to an empty directory.`,
  );
}

async function refuseLostPassword(cluster: Cluster, file: string): Promise<void> {
  if (!isInitialised(cluster) || (await readAccess(file))) return;
  throw new StartRefused(`The database's password file ${file} is gone: put it back from the backup.`);
}

async function ensureDatabase(access: ServerAccess): Promise<void> {
  const client = new HeardClient({ connectionString: urlOf(access, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** The address for clients, password included; without a database's name, the system's own. */
export function urlOf({ port, password }: ServerAccess, database: string = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}
