import { execFileSync } from 'node:child_process';
import { StartRefused } from './start-refused';

/** A user and group of this machine, by number. */
export interface Account {
  uid: number;
  gid: number;
}

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root, and looks its own user up by number, so root needs a real account for it.
 * @returns the account `postgres` (made when missing), or undefined when we are an ordinary user and run it ourselves.
 * @throws StartRefused when the account is missing and cannot be made.
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp() ?? create();
  if (found) return found;
  throw new StartRefused(
    `PostgreSQL does not run as root and no user "${NAME}" could be made: add one (useradd --system ${NAME}), start as an ordinary user, or set DATABASE_URL.`,
  );
}

function lookUp(): Account | undefined {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

function create(): Account | undefined {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  return lookUp();
}
