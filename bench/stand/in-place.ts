import { removeDirectory, temporaryDirectory } from './temporary-directory';

/** Works in this directory, which is kept; without one in a directory that goes afterwards. */
export async function inPlace(kept: string | undefined, work: (directory: string) => Promise<void>): Promise<void> {
  if (kept !== undefined) return work(kept);
  const made = await temporaryDirectory();
  await work(made).finally(() => removeDirectory(made));
}
