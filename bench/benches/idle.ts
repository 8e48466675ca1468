import { setTimeout as sleep } from 'node:timers/promises';
import { memoryMbOf } from '../stand/process-facts';
import type { Bench } from './bench';

/** Long enough for what a start leaves behind to be collected or not. */
const restMs = 5_000;

/** The one process after a start, with everybody signed in and nothing to do. */
export const idle: Bench = async ({ stand }) => {
  await sleep(restMs);
  return { idleMemory: memoryMbOf(stand.pid) };
};
