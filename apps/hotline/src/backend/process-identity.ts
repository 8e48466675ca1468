import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Field 3 of `/proc/<pid>/stat`, counted from behind the command's closing parenthesis: proc_pid_stat(5). */
const STATE = 0;
/** Field 22: when the process started, in clock ticks since the machine booted. */
const START_TIME = 19;

/**
 * Tells one process from a later one that was given the same number.
 * @returns a token that is the same for as long as this process lives, or undefined when no such process runs;
 * a zombie counts as gone, for it holds neither files nor ports.
 */
export function processIdentity(pid: number): string | undefined {
  return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid);
}

function identityFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[STATE] === 'Z' || fields[STATE] === 'X') return undefined;
    // Ticks since boot may repeat after a restart of the machine, so the boot is part of the name.
    return `${pid}@${fields[START_TIME]}/${bootId()}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function identityFromPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [state = '', ...started] = line.split(/\s+/);
    return state === '' || state.startsWith('Z') ? undefined : `${pid}@${started.join(' ')}`;
  } catch {
    return undefined;
  }
}
