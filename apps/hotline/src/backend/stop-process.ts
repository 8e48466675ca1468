import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './process-identity';

/** One way of asking a process to end, and how many milliseconds to wait before asking harder. */
export interface StopStep {
  signal: NodeJS.Signals;
  patience: number;
}

/**
 * Ends a process that need not be our child, asking harder step by step.
 * @returns true when it is gone, false when even the last step did not end it in time.
 */
export async function stopProcess(pid: number, steps: readonly StopStep[]): Promise<boolean> {
  const identity = processIdentity(pid);
  if (identity === undefined) return true;
  for (const { signal, patience } of steps) {
    send(pid, signal);
    if (await isGone(pid, identity, patience)) return true;
  }
  return false;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended between the look and the signal, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isGone(pid: number, identity: string, patience: number): Promise<boolean> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    if (processIdentity(pid) !== identity) return true;
    await sleep(20);
  }
  return processIdentity(pid) !== identity;
}
