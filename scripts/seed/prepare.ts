import { DeadlineRules } from '#deadlines/deadline-rules';
import { DeadlineSeeds } from '#deadlines/deadline-seeds';
import { Directory } from '#platform/directory';
import { DirectorySeeds } from '#routing/directory-seeds';
import { ensurePartitions, monthStart } from '#store/partitions';
import type { Store } from './store';

/** Gives an empty database what a first start gives it, and the months of the past, from one to another, their partitions. */
export async function prepare({ database, clock }: Store, from: Date, to: Date): Promise<void> {
  const now = clock.now();
  await database.session(async (sql) => {
    await ensurePartitions(sql, from, to);
    await ensurePartitions(sql, now, monthStart(now, 3));
  });
  await new DirectorySeeds(database, new Directory(database, clock), clock).onModuleInit();
  await new DeadlineSeeds(database, clock, new DeadlineRules(database)).onModuleInit();
}
