import { parentPort, workerData } from 'node:worker_threads';
import { Database } from '#store/database';
import { openDataSource } from '#store/data-source';
import { learnSuggestions } from './learn-suggestions';
import type { ToLearn } from './train-beside';

/** The thread beside the request loop in which a model is learnt, with a connection of its own. */
async function work({ databaseUrl, kind, now }: ToLearn): Promise<void> {
  const dataSource = await openDataSource({ databaseUrl, poolSize: 1 });
  const database = new Database(dataSource);
  try {
    parentPort?.postMessage(await learnSuggestions(database.sql, kind, now));
  } finally {
    await database.close();
    await dataSource.destroy();
  }
}

if (parentPort) void work(workerData as ToLearn);
