import type { ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { belongsTo } from './belongs-to';
import { logSize, logTail } from './log-file';
import type { Cluster } from './postgres-cluster';
import type { PostgresSettings } from './postgres-settings';
import { isRunning, spawnServer } from './spawn-server';
import { stopProcess, type StopStep } from './stop-process';

/** SIGINT is PostgreSQL's fast shutdown: open transactions roll back, everything is written, then it ends. */
export const FAST_SHUTDOWN: readonly StopStep[] = [
  { signal: 'SIGINT', patience: 30_000 },
  { signal: 'SIGQUIT', patience: 5_000 },
  { signal: 'SIGKILL', patience: 2_000 },
];

/** Milliseconds: after a crash the old server's children may hold its shared memory for a moment. */
const START_PATIENCE = 60_000;

/**
 * Starts a server over the cluster and waits until it accepts connections.
 * @throws Error with the last lines of the server's log when it does not come up.
 */
export async function launchPostgres(
  cluster: Cluster,
  port: number,
  settings: PostgresSettings,
): Promise<ChildProcess> {
  const until = performance.now() + START_PATIENCE;
  for (;;) {
    const from = await logSize(cluster.logFile);
    const child = spawnPostgres(cluster, port, settings);
    if (await becomesReady(cluster, child)) return child;
    const log = await logTail(cluster.logFile, from);
    const heldByOldChildren = /shared memory block .* is still in use/.test(log);
    if (!heldByOldChildren || performance.now() > until) throw new Error(`PostgreSQL did not start: ${log}`);
    await sleep(200);
  }
}

function spawnPostgres(cluster: Cluster, port: number, settings: PostgresSettings): ChildProcess {
  const { directory, logFile, account, programs } = cluster;
  const named = Object.entries({ ...settings, port: String(port) });
  const flags = ['-D', directory, ...named.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawnServer({ program: programs.postgres, flags, directory, logFile, account });
  // Our own end must not wait for the server: stopping it is said, not implied.
  child.unref();
  return child;
}

async function becomesReady(cluster: Cluster, child: ChildProcess): Promise<boolean> {
  while (isRunning(child)) {
    const { pid, status } = await postmasterFile(cluster);
    if (pid === child.pid && status === 'ready') return true;
    await sleep(20);
  }
  return false;
}

/**
 * Stops the server that an earlier, killed run of ours left over this cluster, and waits until it is gone.
 * A process file whose process is a stranger's is removed, for PostgreSQL itself would refuse to start over it.
 */
export async function stopOrphanedPostgres(cluster: Cluster): Promise<void> {
  const { pid } = await postmasterFile(cluster);
  if (pid === undefined) return;
  if (belongsTo(pid, cluster.directory)) await stopProcess(pid, FAST_SHUTDOWN);
  else await rm(postmasterPath(cluster), { force: true });
}

async function postmasterFile(cluster: Cluster): Promise<{ pid?: number; status?: string }> {
  const text = await readFile(postmasterPath(cluster), 'utf8').catch(() => '');
  const lines = text.split('\n');
  // Line 1 is the process number, line 8 the status: src/include/utils/pidfile.h.
  return text === '' ? {} : { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' };
}

function postmasterPath(cluster: Cluster): string {
  return join(cluster.directory, 'postmaster.pid');
}
