import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new directory; root's lies where the database's account can enter. */
export async function temporaryDirectory(): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const directory = await mkdtemp(join(isRoot ? '/var/lib' : tmpdir(), 'hotline-bench-'));
  if (isRoot) await chmod(directory, 0o711);
  return directory;
}

export const removeDirectory = (directory: string): Promise<void> => rm(directory, { recursive: true, force: true });
