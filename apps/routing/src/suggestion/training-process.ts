import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SuggestionKind } from '#http-api/suggestion-shapes';
import type { Database } from '#store/database';
import { learnSuggestions, type Trained } from './learn-suggestions';

/** What the thread begins with. */
export interface ToLearn {
  readonly databaseUrl: string;
  readonly kind: SuggestionKind;
  readonly now: Date;
}

/** However much was dispatched, it is learnt within so many megabytes of 1,048,576 bytes. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/**
 * A model, learnt in a thread beside the request loop: it takes a core for seconds. What runs from its sources, as tests
 * do, has no compiled thread and learns by itself.
 */
export function trainBeside(database: Database, asked: ToLearn): Promise<Trained | null> {
  if (__filename.endsWith('.ts')) return learnSuggestions(database.sql, asked.kind, asked.now);
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'suggestion-worker.js'), { workerData: asked, resourceLimits });
    // No process waits for it to end: what it was at is learnt again.
    worker.unref();
    worker.once('message', (trained: Trained | null) => resolve(trained));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that learns ended with ${code}`)));
  });
}
