import { link, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './process-identity';
import { StartRefused } from './start-refused';

/** Milliseconds after which a takeover counts as given up by a process that died in the middle of it. */
const TAKEOVER_LASTS = 5_000;

/**
 * Takes a directory for this process alone. The lock is a file with our process number and start time, so one that
 * a killed process left is known for what it is, also when the number was given to another process since.
 * @returns the function that gives the directory back.
 * @throws StartRefused when another living process holds it.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, 'lock');
  const ours = processIdentity(process.pid) ?? String(process.pid);
  const draft = join(directory, `lock.${process.pid}`);
  await writeFile(draft, ours);
  try {
    if (!(await create(draft, file))) await takeOver(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(file, { force: true });
}

/** `link` makes the lock in one step with its content, and only when there is none. */
async function create(draft: string, file: string): Promise<boolean> {
  return link(draft, file).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function takeOver(draft: string, file: string): Promise<void> {
  await refuseIfHeld(file);
  // Two starts may find the same dead lock: one of them at a time looks again and replaces it.
  const guard = `${file}.takeover`;
  const until = performance.now() + TAKEOVER_LASTS;
  while (!(await claim(guard))) {
    if (performance.now() > until) await rm(guard, { force: true });
    await sleep(50);
  }
  try {
    await refuseIfHeld(file);
    await rename(draft, file);
  } finally {
    await rm(guard, { force: true });
  }
}

async function claim(guard: string): Promise<boolean> {
  return open(guard, 'wx').then(
    (handle) => handle.close().then(() => true),
    () => false,
  );
}

async function refuseIfHeld(file: string): Promise<void> {
  const holder = await readFile(file, 'utf8').catch(() => '');
  const pid = Number.parseInt(holder, 10);
  if (holder === '' || processIdentity(pid) !== holder) return;
  throw new StartRefused(
    `Already running: process ${pid} works in this data directory (${file}). Stop it first, or set DATA_DIR to another directory.`,
  );
}
