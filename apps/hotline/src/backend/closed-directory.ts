import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from './postgres-account';

/** The first directory on the way to `path` that this account may not enter, undefined when the way is open. */
export function closedDirectory(path: string, account: Account): string | undefined {
  return [...ancestors(path)].reverse().find((directory) => !mayEnter(directory, account));
}

function* ancestors(path: string): Generator<string> {
  for (let directory = path; ; directory = dirname(directory)) {
    yield directory;
    if (directory === dirname(directory)) return;
  }
}

function mayEnter(directory: string, { uid, gid }: Account): boolean {
  const found = statSync(directory);
  if (found.uid === uid) return (found.mode & 0o100) !== 0;
  return (found.mode & (found.gid === gid ? 0o010 : 0o001)) !== 0;
}
