import { realpathSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { belongsTo } from '../../../apps/hotline/src/backend/belongs-to';
import { processIdentity } from '../../../apps/hotline/src/backend/process-identity';
import { stopProcess, type StopStep } from '../../../apps/hotline/src/backend/stop-process';

/** Begins the path of every directory of a test server; without links, for processes know their real directory. */
export const PLACE_PREFIX = join(realpathSync(tmpdir()), 'hotline-12345-test-');
/** In that directory: the identity of the process that runs the tests. */
export const OWNER_FILE = 'owner';

/** Nothing of a killed test run has to be kept: SIGQUIT ends PostgreSQL at once, and Redis too. */
const AT_ONCE: readonly StopStep[] = [
  { signal: 'SIGQUIT', patience: 5_000 },
  { signal: 'SIGKILL', patience: 2_000 },
];

/** Stops the servers of runs that were killed before they could, and removes their directories. */
export async function removeOrphans(): Promise<void> {
  const parent = dirname(PLACE_PREFIX);
  const places = (await readdir(parent)).map((name) => join(parent, name));
  for (const place of places.filter((path) => path.startsWith(PLACE_PREFIX))) await removeIfOrphaned(place);
}

async function removeIfOrphaned(place: string): Promise<void> {
  const owner = await firstLine(join(place, OWNER_FILE));
  // Without an owner it may be a directory that another run is making at this moment.
  if (owner === '' || processIdentity(Number.parseInt(owner, 10)) === owner) return;
  try {
    await stopOrphan(join(place, 'postgres'), 'postmaster.pid');
    await stopOrphan(join(place, 'redis'), 'redis.pid');
    await rm(place, { recursive: true, force: true });
  } catch {
    // Another user's leftovers cannot be removed, and do not have to be.
  }
}

async function stopOrphan(directory: string, pidFile: string): Promise<void> {
  const pid = Number(await firstLine(join(directory, pidFile)));
  if (belongsTo(pid, directory)) await stopProcess(pid, AT_ONCE);
}

async function firstLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n')[0]?.trim() ?? '';
}
