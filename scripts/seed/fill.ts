import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ProgressBar } from '../replay/progress-bar';
import type { Options } from './options';

/** What one thread has to fill: the batches whose number gives `part` when divided by `of`. */
export interface Share {
  readonly target: { readonly url: string; readonly masterKey: Uint8Array };
  readonly options: Options;
  readonly now: Date;
  readonly part: number;
  readonly of: number;
}

/** Telling makes much that is soon forgotten: a large nursery spares the collector most of it. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/** Tells and writes all tickets, with a thread for each processor but no more than four; answers their ids. */
export async function fill(share: Pick<Share, 'target' | 'options' | 'now'>, bar: ProgressBar): Promise<string[]> {
  const of = Math.min(4, availableParallelism());
  const written: string[] = [];
  const parts = Array.from({ length: of }, (_, part) =>
    fillPart({ ...share, part, of }, (ids) => {
      written.push(...ids);
      bar.advance(ids.length);
    }),
  );
  await Promise.all(parts);
  return written.sort();
}

function fillPart(share: Share, tell: (ids: string[]) => void): Promise<void> {
  const worker = new Worker(join(__dirname, 'fill-worker.js'), { workerData: share, resourceLimits });
  return new Promise((resolve, reject) => {
    worker.on('message', tell);
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
  });
}
