import { shanghaiDate } from '#store/shanghai-date';
import type { Entry } from './entry';
import { clockCounts, lineCounts, type Counts } from './measures';
import { Standings } from './standings';
import { Telling } from './telling';

/** That a ticket counts in a measure from an instant on (1), or does so no more (-1). */
export interface Fact {
  /** The number of what it counts under. */
  readonly standing: number;
  readonly measure: number;
  /** YYYY-MM-DD, Shanghai: the day whose figures it counts in. */
  readonly day: string;
  readonly delta: 1 | -1;
}

/** What a ticket counts in under a standing's number; no two are the same. */
type Counted = readonly (Omit<Fact, 'day' | 'delta'> & Pick<Counts, 'day'>)[];

/** What each thing that is told of a ticket changes in the figures: as many lists as entries. */
export function factsOf(entries: readonly Entry[], team: string | null): { facts: Fact[][]; standings: Standings } {
  const telling = new Telling(team);
  const standings = new Standings();
  const numbered = (counts: readonly Counts[]): Counted =>
    counts.map(({ measure, standing, day }) => ({ measure, standing: standings.numberOf(standing), day }));
  let [byLines, byClocks]: [Counted, Counted] = [[], []];
  const facts = entries.map((entry) => {
    const told = telling.after(entry);
    const today = shanghaiDate(entry.at);
    // A due time that is told changes nothing else, and of a ticket more are told than lines.
    const [linesBefore, clocksBefore] = [byLines, byClocks];
    if (!('clock' in entry)) byLines = told ? numbered(lineCounts(told)) : [];
    byClocks = told ? numbered(clockCounts(told)) : [];
    return [...changed(linesBefore, byLines, today), ...changed(clocksBefore, byClocks, today)];
  });
  return { facts, standings };
}

const changed = (before: Counted, after: Counted, today: string): Fact[] =>
  before === after ? [] : [...without(before, after, today, -1), ...without(after, before, today, 1)];

/** Those of some that are not among others, as begun or ended. Of a dozen each: compared faster than any key is made. */
const without = (some: Counted, others: Counted, today: string, delta: Fact['delta']): Fact[] =>
  some
    .filter((each) => !others.some((other) => isSame(each, other)))
    .map(({ standing, measure, day }) => ({ standing, measure, day: day ?? today, delta }));

const isSame = (one: Counted[number], other: Counted[number]): boolean =>
  one.measure === other.measure && one.standing === other.standing && one.day === other.day;
