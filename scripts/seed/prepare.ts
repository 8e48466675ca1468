import { DeadlineRules } from '#deadlines/deadline-rules';
import { DeadlineSeeds } from '#deadlines/deadline-seeds';
import { Directory } from '#platform/directory';
import { DirectorySeeds } from '#routing/directory-seeds';
import { DispatchRules } from '#routing/dispatch-rules';
import type { Clock } from '#store/clock-now';
import type { Database } from '#store/database';
import type { KeyRing } from '#store/key-ring';
import { ensurePartitions, monthStart } from '#store/partitions';
import { inventCitizens } from './citizens';
import type { Options } from './options';
import type { Telling } from './past-teller';
import { readPeople } from './people';

/** Gives an empty database what a first start gives it, makes the months' partitions, and reads what pasts are told with. */
export async function prepare(
  { database, keys, clock }: { database: Database; keys: KeyRing; clock: Clock },
  { count, days, imported, seed }: Options,
): Promise<Telling> {
  const now = clock.now();
  const from = new Date(now.getTime() - (days + 1) * 86_400_000);
  await database.session((sql) => ensurePartitions(sql, from, monthStart(now, 3)));
  await database.learnMonths();
  const directory = new Directory(database);
  await new DirectorySeeds(database, directory, clock).onModuleInit();
  await new DeadlineSeeds(database, clock).onModuleInit();
  await directory.refresh();
  const lowest = (places: Directory['areas']): string[] => {
    const parents = new Set([...places.values()].map(({ parentCode }) => parentCode));
    return [...places.keys()].filter((code) => !parents.has(code));
  };
  const places = { areas: lowest(directory.areas), categories: lowest(directory.categories) };
  return {
    keys,
    citizens: inventCitizens(keys, count, seed),
    people: await readPeople(database.sql, directory.departments),
    dueTimes: await new DeadlineRules(database).dueTimes(),
    ...places,
    leads: await readLeads(new DispatchRules(database, directory, clock), directory, places),
    imported,
    seed,
  };
}

/** Whom routing would choose, for each category and area, with everybody else behind them. */
async function readLeads(
  rules: DispatchRules,
  directory: Directory,
  { areas, categories }: Pick<Telling, 'areas' | 'categories'>,
): Promise<Telling['leads']> {
  const chosen = new Map<string, string[]>();
  const everybody = [...directory.departments.keys()];
  for (const category of categories) {
    for (const area of areas) {
      const candidates = await rules.candidates(category, area);
      const named = candidates.map(({ leadId }) => leadId);
      chosen.set(`${category}\n${area}`, [...new Set([...named, ...everybody])]);
    }
  }
  return (category, area) => chosen.get(`${category}\n${area}`) ?? everybody;
}
