import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { processIdentity } from './process-identity';

/**
 * Whether this process is a server that works in `directory`. Process numbers are used again, so a number read from
 * a file may be a stranger's by now, and strangers are not stopped.
 */
export function belongsTo(pid: number, directory: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || processIdentity(pid) === undefined) return false;
  // Another account's working directory may be hidden from us, a program's rewritten command line tells nothing.
  return workingDirectory(pid) === directory || commandLine(pid).includes(directory);
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
