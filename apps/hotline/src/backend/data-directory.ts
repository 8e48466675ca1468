import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { lockDirectory } from './directory-lock';
import { StartRefused } from './start-refused';

/** Counts changes to what lies where in the data directory. */
const LAYOUT = 1;

/** A data directory that is ours until it is released. */
export interface DataDirectory {
  path: string;
  release(): Promise<void>;
}

/**
 * Where the data of this clone lives: `DATA_DIR`, or a directory of its own outside the clone, so that `git clean`
 * does not touch it and two clones do not share it.
 */
export function dataDirectoryPath(environment: NodeJS.ProcessEnv, clone: string = cloneDirectory()): string {
  if (environment.DATA_DIR) return resolve(environment.DATA_DIR);
  const real = realpathSync(clone);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 8);
  return join(stateDirectory(environment), 'hotline-12345', `${basename(real)}-${hash}`);
}

function stateDirectory(environment: NodeJS.ProcessEnv): string {
  // Under /root the user postgres, who runs the database for root, could not enter.
  if (process.getuid?.() === 0) return '/var/lib';
  return environment.XDG_STATE_HOME || join(homedir(), '.local', 'state');
}

/** Where package.json of this clone or image lies. */
export function cloneDirectory(): string {
  let directory = __dirname;
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory);
  return directory;
}

/**
 * Opens the data directory for this process alone; makes it at the first start.
 * @throws StartRefused when it cannot be written, holds something else, has another layout or is in use.
 */
export async function openDataDirectory(environment: NodeJS.ProcessEnv): Promise<DataDirectory> {
  const path = dataDirectoryPath(environment);
  await make(path).catch((error: unknown) => refuseUnwritable(path, error));
  const release = await lockDirectory(path).catch((error: unknown) => refuseUnwritable(path, error));
  try {
    await checkLayout(path);
  } catch (error) {
    await release();
    throw error;
  }
  return { path: realpathSync(path), release };
}

async function make(path: string): Promise<void> {
  const made = await makeWithParents(path);
  if (!made || process.getuid?.() !== 0) return;
  // Root's servers run as another user, who must be able to pass through, though not to look around.
  for (let directory = path; directory.length >= made.length; directory = dirname(directory)) {
    await chmod(directory, 0o711);
  }
}

/** Answers the first directory that was missing. Node's own recursive mkdir never ends where none can be made, as in /proc. */
async function makeWithParents(path: string): Promise<string | undefined> {
  if (existsSync(path)) return undefined;
  const first = await makeWithParents(dirname(path));
  await mkdir(path, { mode: 0o700 });
  return first ?? path;
}

function refuseUnwritable(path: string, error: unknown): never {
  if (error instanceof StartRefused) throw error;
  const { code } = error as NodeJS.ErrnoException;
  throw new StartRefused(
    `The data directory ${path} cannot be written (${code}): set DATA_DIR to one you may write to.`,
  );
}

async function checkLayout(path: string): Promise<void> {
  const stamp = join(path, 'VERSION');
  const found = await readFile(stamp, 'utf8').catch(() => undefined);
  if (found === undefined) return stampEmpty(path, stamp);
  if (found.trim() === String(LAYOUT)) return;
  throw new StartRefused(
    `The data directory ${path} has layout ${found.trim()}, this version needs ${LAYOUT}: start the version that made it, or set DATA_DIR to an empty directory.`,
  );
}

async function stampEmpty(path: string, stamp: string): Promise<void> {
  const others = (await readdir(path)).filter((name) => name !== 'lost+found' && !name.startsWith('lock'));
  if (others.length === 0) return writeFile(stamp, `${LAYOUT}\n`);
  throw new StartRefused(
    `${path} is not empty and no data directory of this system: set DATA_DIR to an empty or a new directory.`,
  );
}
