import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Account } from './postgres-account';

/** How a server of ours is run. */
export interface ServerCommand {
  program: string;
  flags: readonly string[];
  /** Its working directory, by which it is known again after we were killed: see belongs-to.ts. */
  directory: string;
  logFile: string;
  account?: Account | undefined;
}

/**
 * Starts a program in a session of its own, so that a Ctrl-C at the terminal does not reach it: the order of
 * stopping is ours. Its output goes to its log file, which outlives us; a pipe would not.
 */
export function spawnServer(command: ServerCommand): ChildProcess {
  const log = openSync(command.logFile, 'a', 0o600);
  try {
    const child = spawn(command.program, command.flags, {
      ...command.account,
      cwd: command.directory,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    });
    // A program that cannot be started has no number; whoever waits for it looks at that.
    child.once('error', () => undefined);
    return child;
  } finally {
    closeSync(log);
  }
}

/** True while the program runs. */
export function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}
