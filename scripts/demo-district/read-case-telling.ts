import { DeadlineRules, rulesOf, type RulesInForce } from '#deadlines/deadline-rules';
import { Directory } from '#platform/directory';
import { citizensOf } from '../seed/citizens';
import { readPeople } from '../seed/people';
import type { Store } from '../seed/store';
import { habits } from './habits';
import type { PeriodFigures } from './period-figures';
import { calendarOf } from './plan';
import type { CaseTelling } from './tell-case';

/** What the cases of a period are told with, as this database has it. @throws Error when the directory lacks somebody */
export async function readCaseTelling(
  { database, keys, clock }: Store,
  figures: PeriodFigures,
  seed: number,
): Promise<CaseTelling> {
  const directory = new Directory(database, clock);
  await directory.refresh();
  return {
    ...{ keys, seed, until: clock.now(), calendar: calendarOf(figures) },
    people: await readPeople(database.sql, directory.departments),
    rules: await rulesOfOld(new DeadlineRules(database)),
    citizenOf: citizensOf(keys, seed),
    leadsOf: leadsIn(directory),
    areaName: (code) => directory.areaName(code),
  };
}

/** Today's rules, as if the ladder had stood then: its rows begin on the day on which a system is set up. */
async function rulesOfOld(rules: DeadlineRules): Promise<RulesInForce> {
  const rows = await rules.rows();
  const ladder = rows.ladder.map((row) => ({ ...row, validFrom: new Date(0) }));
  return rulesOf({ ...rows, ladder });
}

/** The department of a code, and behind it, who may be given what it returns. */
function leadsIn({ departments }: Directory): CaseTelling['leadsOf'] {
  const ids = new Map([...departments.values()].map(({ code, id }) => [code, id]));
  const all = [...habits.keys()].flatMap((code) => ids.get(code) ?? []);
  const next = new Map(all.map((id, index) => [id, all[(index + 1) % all.length] ?? id]));
  return (code) => {
    const id = ids.get(code);
    if (!id) throw new Error(`the directory has no department "${code}"`);
    return [id, next.get(id) ?? id];
  };
}
