import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file only its owner can read (0600), whole or not at all, and on the disk when it returns:
 * a key that encrypts data must not be younger than the data after a power cut.
 */
export async function writeSecret(file: string, content: string | Buffer): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
  const directory = await open(dirname(file), 'r');
  await directory.sync().finally(() => directory.close());
}
