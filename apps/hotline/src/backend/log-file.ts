import { readFile, rename, stat } from 'node:fs/promises';

const LARGE = 10 * 1024 * 1024;

/** Puts a log that has grown past 10 MB aside as `<file>.previous`, replacing the one before. */
export async function putLargeLogAside(file: string): Promise<void> {
  if ((await logSize(file)) > LARGE) await rename(file, `${file}.previous`);
}

/** Bytes written so far: remember it before a start to read only what that start wrote. */
export async function logSize(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** The last lines written behind `from` bytes, joined into one line for an error message. */
export async function logTail(file: string, from: number): Promise<string> {
  const text = await readFile(file).catch(() => Buffer.alloc(0));
  return text.subarray(from).toString('utf8').trimEnd().split('\n').slice(-4).join(' | ');
}
