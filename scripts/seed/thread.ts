import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Threads make much that is soon forgotten: a large nursery spares the collector most of it. */
const resourceLimits = { maxYoungGenerationSizeMb: 400 };

/** Runs a built program, named from the folder of scripts, as a thread of its own until it ends; passes on what it tells. */
export function runThread(program: string, data: unknown, tell: (told: unknown) => void): Promise<void> {
  const worker = new Worker(join(__dirname, '..', program), { workerData: data, resourceLimits });
  return new Promise((resolve, reject) => {
    worker.on('message', tell);
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
  });
}
