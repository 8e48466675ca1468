import { shanghaiDate } from '#store/shanghai-date';
import type { Entry } from './entry';
import { countsOf, type Counts } from './measures';
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

/** What a ticket counts in, each once, by what makes it the same. */
type Counted = ReadonlyMap<string, Omit<Fact, 'day' | 'delta'> & Pick<Counts, 'day'>>;

/** What each thing that is told of a ticket changes in the figures: as many lists as entries. */
export function factsOf(entries: readonly Entry[], team: string | null): { facts: Fact[][]; standings: Standings } {
  const telling = new Telling(team);
  const standings = new Standings();
  let before: Counted = new Map();
  const facts = entries.map((entry) => {
    const told = telling.after(entry);
    const after = numbered(told ? countsOf(told) : [], standings);
    const today = shanghaiDate(entry.at);
    const changes = [...without(before, after, today, -1), ...without(after, before, today, 1)];
    before = after;
    return changes;
  });
  return { facts, standings };
}

const numbered = (counts: readonly Counts[], standings: Standings): Counted =>
  new Map(
    counts.map(({ measure, standing, day }) => {
      const number = standings.numberOf(standing);
      return [`${number} ${measure} ${day ?? ''}`, { standing: number, measure, day }];
    }),
  );

/** Those of some that are not among others, as begun or ended. */
function* without(some: Counted, others: Counted, today: string, delta: Fact['delta']): Generator<Fact> {
  for (const [key, { standing, measure, day }] of some)
    if (!others.has(key)) yield { standing, measure, day: day ?? today, delta };
}
