import { DeadlineRules } from '#deadlines/deadline-rules';
import { DeadlineSeeds } from '#deadlines/deadline-seeds';
import { Directory } from '#platform/directory';
import { DirectorySeeds } from '#routing/directory-seeds';
import { ensurePartitions, monthStart } from '#store/partitions';
import type { Store } from './store';

const dayMs = 86_400_000;

/** Gives an empty database what a first start gives it, and the months of the past their partitions. */
export async function prepare({ database, clock }: Store, days: number): Promise<void> {
  const now = clock.now();
  const from = new Date(now.getTime() - (days + 1) * dayMs);
  await database.session((sql) => ensurePartitions(sql, from, monthStart(now, 3)));
  await new DirectorySeeds(database, new Directory(database, clock), clock).onModuleInit();
  await new DeadlineSeeds(database, clock, new DeadlineRules(database)).onModuleInit();
}
