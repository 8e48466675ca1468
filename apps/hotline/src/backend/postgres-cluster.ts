import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logSize, logTail } from './log-file';
import type { Account } from './postgres-account';
import type { PostgresPrograms } from './postgres-programs';
import { spawnServer } from './spawn-server';

/** The superuser of every cluster we make. */
export const SUPERUSER = 'hotline';

const INITDB_FLAGS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--no-instructions',
];

/** One PostgreSQL data directory, and how to run a server over it. */
export interface Cluster {
  programs: PostgresPrograms;
  account: Account | undefined;
  /** The cluster's own directory (PGDATA). */
  directory: string;
  logFile: string;
}

/** True once a cluster lies here. */
export function isInitialised(cluster: Cluster): boolean {
  return existsSync(join(cluster.directory, 'PG_VERSION'));
}

/**
 * Makes an empty cluster: UTF-8, sorted by code point whatever the machine's locale, password required.
 * It is made beside its place and moved there when finished, so what lies in the place is always whole.
 */
export async function initialise(cluster: Cluster, password: string, flags: readonly string[] = []): Promise<void> {
  const unfinished = { ...cluster, directory: `${cluster.directory}.unfinished` };
  const passwordFile = `${cluster.directory}.password`;
  await rm(unfinished.directory, { recursive: true, force: true });
  await mkdir(unfinished.directory, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    for (const path of [unfinished.directory, passwordFile]) await give(path, cluster.account);
    await runInitdb(unfinished, ['--pwfile', passwordFile, ...flags]);
    await rename(unfinished.directory, cluster.directory);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function give(path: string, account: Account | undefined): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

async function runInitdb(cluster: Cluster, options: readonly string[]): Promise<void> {
  const { directory, logFile, account } = cluster;
  const from = await logSize(logFile);
  const flags = ['-D', directory, `--username=${SUPERUSER}`, ...INITDB_FLAGS, ...options];
  const child = spawnServer({ program: cluster.programs.initdb, flags, directory, logFile, account });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The database cluster was not made: ${await logTail(logFile, from)}`);
}
