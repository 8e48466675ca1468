import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Resident memory of a process in MB. */
export const memoryMbOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

/** Processor time a process has used, in ms; null where the system does not tell it in `/proc`. */
export async function cpuMsOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name in brackets may hold anything; user and system time are the 12th and 13th field after it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) * tickMs : null;
}

/** Does something, and tells how much processor time the process spent meanwhile on each of `count` things. */
export async function cpuMsEach(pid: number, count: number, work: () => Promise<void>): Promise<number | undefined> {
  const before = await cpuMsOf(pid);
  await work();
  const after = await cpuMsOf(pid);
  return before === null || after === null ? undefined : (after - before) / count;
}
