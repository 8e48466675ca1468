import fc from 'fast-check';
import { noKey } from '../dimensions';
import { aHistory } from './a-history.spec-support';
import { countedAnew } from './counted-anew';
import { factKeys } from './fact-keys';
import { Sums, type Sum } from './sums';

const never = { ticketId: '019a0000-0000-7000-8000-000000000001', seq: 0, due: 0, standing: 0, team: null, late: [] };
type Counted = NonNullable<ReturnType<typeof countedAnew>>;

/** The same, fact by fact. */
function addedUp(all: readonly Counted[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { changes, standings } of all)
    for (const { standing, measure, day, delta } of changes.flatMap(({ facts }) => facts)) {
      const under = standings[standing - 1];
      if (!under) throw new Error('a fact under nothing');
      for (const [dimension, { of }] of Object.entries(factKeys))
        for (const [grain, start] of [
          ['day', day],
          ['month', `${day.slice(0, 7)}-01`],
        ]) {
          const place = JSON.stringify([dimension, grain, start, measure, of(under) ?? noKey, under.imported]);
          sums.set(place, (sums.get(place) ?? 0) + delta);
        }
    }
  return new Map([...sums].filter(([, sum]) => sum !== 0));
}

const placed = (rows: Iterable<Sum>): [string, number][] =>
  [...rows].map(([...row]) => [JSON.stringify(row.slice(0, -1)), row.at(-1) as number]);

describe('sums that are kept while tickets are counted', () => {
  it('are what their facts add up to, by day and by month, in every dimension, each place once', () => {
    fc.assert(
      fc.property(fc.array(aHistory, { maxLength: 4 }), (histories) => {
        const all = histories.flatMap((history) => countedAnew(never, history, null) ?? []);
        const sums = new Sums();
        for (const each of all) sums.add(each);
        const rows = placed(sums.rows());
        expect(new Map(rows)).toEqual(addedUp(all));
        expect(rows).toHaveLength(new Map(rows).size);
      }),
      { numRuns: 40 },
    );
  });
});
