import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, openSync, closeSync } from 'node:fs';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './postgres-account';
import type { PostgresPrograms } from './postgres-programs';
import type { PostgresSettings } from './postgres-settings';
import { stopProcess, type StopStep } from './stop-process';

/** The superuser of every cluster we make. */
export const SUPERUSER = 'hotline';

/** SIGINT is PostgreSQL's fast shutdown: open transactions roll back, everything is written, then it ends. */
const FAST_SHUTDOWN: readonly StopStep[] = [
  { signal: 'SIGINT', patience: 30_000 },
  { signal: 'SIGQUIT', patience: 5_000 },
  { signal: 'SIGKILL', patience: 2_000 },
];

/** After a crash the old server's children may hold its shared memory for a moment; milliseconds to wait for them. */
const START_PATIENCE = 60_000;

/** One PostgreSQL data directory, and how to run a server over it. */
export interface Cluster {
  programs: PostgresPrograms;
  account: Account | undefined;
  /** The cluster's own directory (PGDATA). */
  directory: string;
  logFile: string;
}

/** True once `initdb` has finished here: it writes PG_VERSION first, so the mark is its last file. */
export function isInitialised(cluster: Cluster): boolean {
  return existsSync(join(cluster.directory, 'global', 'pg_control')) && existsSync(initialisedMark(cluster));
}

function initialisedMark(cluster: Cluster): string {
  return `${cluster.directory}.initialised`;
}

/**
 * Makes an empty cluster: UTF-8, sorted by code point whatever the machine's locale, password required.
 * What an interrupted earlier attempt left is removed first.
 */
export async function initialise(cluster: Cluster, password: string, flags: readonly string[] = []): Promise<void> {
  await rm(cluster.directory, { recursive: true, force: true });
  await mkdir(cluster.directory, { recursive: true, mode: 0o700 });
  const passwordFile = `${cluster.directory}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const path of [cluster.directory, passwordFile]) {
    if (cluster.account) await chown(path, cluster.account.uid, cluster.account.gid);
  }
  try {
    await runInitdb(cluster, ['--pwfile', passwordFile, ...flags]);
    await writeFile(initialisedMark(cluster), '');
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb(cluster: Cluster, flags: readonly string[]): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', '--no-instructions'];
  const child = spawnQuietly(cluster, cluster.programs.initdb, ['-D', cluster.directory, ...locale, ...access, ...flags]);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`initdb failed: ${await logTail(cluster)}`);
}

/**
 * Starts a server over the cluster and waits until it accepts connections.
 * It runs in a session of its own, so a Ctrl-C at the terminal does not reach it: the order of stopping is ours.
 */
export async function launch(cluster: Cluster, port: number, settings: PostgresSettings): Promise<ChildProcess> {
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const until = performance.now() + START_PATIENCE;
  for (;;) {
    const child = spawnQuietly(cluster, cluster.programs.postgres, ['-D', cluster.directory, ...flags]);
    // Our own end must not wait for the server: stopping it is said, not implied.
    child.unref();
    if (await becomesReady(cluster, child)) return child;
    const log = await logTail(cluster);
    const heldByOldChildren = /shared memory block .* is still in use/.test(log);
    if (!heldByOldChildren || performance.now() > until) throw new Error(`PostgreSQL did not start: ${log}`);
    await sleep(200);
  }
}

function spawnQuietly(cluster: Cluster, program: string, flags: readonly string[]): ChildProcess {
  const log = openSync(cluster.logFile, 'a', 0o600);
  try {
    const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };
    const child = spawn(program, flags, {
      ...cluster.account,
      cwd: cluster.directory,
      env: environment,
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.once('error', () => undefined);
    return child;
  } finally {
    closeSync(log);
  }
}

async function becomesReady(cluster: Cluster, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const [pid, , , , , , , status] = await postmasterFile(cluster);
    if (Number(pid) === child.pid && status?.trim() === 'ready') return true;
    await sleep(20);
  }
  return false;
}

/** The lines of `postmaster.pid`: 1 the process number, 4 the port, 8 the status. Empty when no server runs. */
export async function postmasterFile(cluster: Cluster): Promise<string[]> {
  const text = await readFile(join(cluster.directory, 'postmaster.pid'), 'utf8').catch(() => '');
  return text === '' ? [] : text.split('\n');
}

/** Fast shutdown of the server with this process number; returns when it is gone. */
export async function shutDown(pid: number): Promise<void> {
  await stopProcess(pid, FAST_SHUTDOWN);
}

/** The last lines the server or initdb wrote, on one line, for an error message. */
export async function logTail(cluster: Cluster): Promise<string> {
  const text = await readFile(cluster.logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-4).join(' | ');
}
