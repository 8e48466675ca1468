import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processIdentity } from '../../../apps/hotline/src/backend/process-identity';
import { stopProcess } from '../../../apps/hotline/src/backend/stop-process';

/** Begins the name of every directory of a test server. */
export const PLACE_PREFIX = 'hotline-12345-test-';
/** In that directory: the identity of the process that runs the tests. */
export const OWNER_FILE = 'owner';

/** Stops the servers of runs that were killed before they could, and removes their directories. */
export async function removeOrphans(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PLACE_PREFIX));
  for (const name of names) await removeIfOrphaned(join(tmpdir(), name));
}

async function removeIfOrphaned(place: string): Promise<void> {
  const owner = await firstLine(join(place, OWNER_FILE));
  // Without an owner it may be a directory that another run is making at this moment.
  if (owner === '' || processIdentity(Number.parseInt(owner, 10)) === owner) return;
  await stopOrphan(await firstLine(join(place, 'postgres', 'postmaster.pid')), 'postgres', 'SIGQUIT');
  await stopOrphan(await firstLine(join(place, 'redis', 'redis.pid')), 'redis', 'SIGTERM');
  // Another user's leftovers cannot be removed, and need not be.
  await rm(place, { recursive: true, force: true }).catch(() => undefined);
}

async function stopOrphan(pid: string, program: string, signal: NodeJS.Signals): Promise<void> {
  const command = pid === '' ? '' : await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  // The number may belong to a stranger by now.
  if (!command.includes(program) && !(program === 'redis' && command.includes('valkey'))) return;
  await stopProcess(Number(pid), [
    { signal, patience: 5_000 },
    { signal: 'SIGKILL', patience: 2_000 },
  ]).catch(() => false);
}

async function firstLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n')[0]?.trim() ?? '';
}
