import { DeadlineRules } from '#deadlines/deadline-rules';
import { Directory, type Place } from '#platform/directory';
import { DispatchRules } from '#routing/dispatch-rules';
import { citizensOf } from './citizens';
import type { Options } from './options';
import type { Telling } from './past-teller';
import { readPeople } from './people';
import type { Store } from './store';

type Places = Pick<Telling, 'areas' | 'categories'>;

/** Of every three tickets, about two are by somebody who has asked before. */
const ticketsEach = 3;

/** What pasts are told with, as this database has it. */
export async function readTelling(
  { database, keys, clock }: Store,
  { count, imported, seed }: Options,
): Promise<Telling> {
  const directory = new Directory(database, clock);
  await directory.refresh();
  const places = { areas: lowest(directory.areas), categories: lowest(directory.categories) };
  const citizens = citizensOf(keys, seed);
  return {
    ...places,
    keys,
    imported,
    seed,
    citizenOf: (random) => citizens(random.below(Math.ceil(count / ticketsEach))),
    people: await readPeople(database.sql, directory.departments),
    ...(await new DeadlineRules(database).inForce()),
    leads: await readLeads(new DispatchRules(database, directory, clock), directory, places),
  };
}

function lowest(places: ReadonlyMap<string, Place>): string[] {
  const parents = new Set([...places.values()].map(({ parentCode }) => parentCode));
  return [...places.keys()].filter((code) => !parents.has(code));
}

/** Whom routing would choose, for each category and area, with everybody else behind them. */
async function readLeads(
  rules: DispatchRules,
  directory: Directory,
  { areas, categories }: Places,
): Promise<Telling['leads']> {
  const chosen = new Map<string, string[]>();
  const everybody = [...directory.departments.keys()];
  for (const category of categories) {
    for (const area of areas) {
      const candidates = await rules.candidates({ categoryCode: category, areaCode: area });
      const named = candidates.map(({ leadId }) => leadId);
      chosen.set(`${category}\n${area}`, [...new Set([...named, ...everybody])]);
    }
  }
  return (category, area) => chosen.get(`${category}\n${area}`) ?? everybody;
}
