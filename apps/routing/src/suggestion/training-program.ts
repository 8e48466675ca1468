import { constants, setPriority } from 'node:os';
import { Database } from '#store/database';
import { openDataSource } from '#store/data-source';
import { messageOf } from '#store/told-error';
import { learnSuggestions } from './learn-suggestions';
import type { LearningTold, ToLearn } from './training-process';

/** The process in which a model is learnt, with a connection of its own; whoever takes calls goes first. */
async function learn({ databaseUrl, ...asked }: ToLearn): Promise<LearningTold> {
  const dataSource = await openDataSource({ databaseUrl, poolSize: 1 });
  const database = new Database(dataSource);
  try {
    return { trained: await learnSuggestions(database.sql, asked) };
  } finally {
    await database.close();
    await dataSource.destroy();
  }
}

if (process.send) {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  process.once('message', (asked: ToLearn) => {
    void learn(asked)
      .catch((error: unknown): LearningTold => ({ fault: messageOf(error) }))
      .then((told) => process.send?.(told, () => process.disconnect()));
  });
  // Who asked is gone, or has heard.
  process.once('disconnect', () => process.exit());
}
