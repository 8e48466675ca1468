import { open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file whole or not at all, and has it on the disk when it returns. One writer of a file at a time. */
export async function writeWhole(
  file: string,
  content: string | Buffer | AsyncIterable<string>,
  mode: number,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, 'w', mode);
  try {
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
  const directory = await open(dirname(file), 'r');
  await directory.sync().finally(() => directory.close());
}
