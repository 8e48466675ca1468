import fc from 'fast-check';
import { aHistory } from './a-history.spec-support';
import type { ToldTicket } from './counted-anew';
import { entriesOf } from './entry';
import { factsOf } from './facts-of';
import { clockCounts, lineCounts, measureNumbers, measures } from './measures';
import { retell } from './retell';
import { stockMeasures } from './stock-measures';
import { Telling } from './telling';

const ticketId = '019a0000-0000-7000-8000-000000000001';
const entries = ({ lines, dues }: ToldTicket) => entriesOf(lines, retell(ticketId, lines), dues);
const numbersOf = (rows: Readonly<Record<string, { number: number }>>) =>
  Object.values(rows).map(({ number }) => number);
const stocks = numbersOf(stockMeasures);

/** How often a ticket counts in each measure, under what, and on which day where that is one of its own. */
function summed({ facts, standings }: ReturnType<typeof factsOf>, upTo: number): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { standing, measure, day, delta } of facts.slice(0, upTo).flat()) {
    const { number: _, ...under } = standings.begun[standing - 1] ?? { number: 0 };
    const cell = JSON.stringify([under, measure, stocks.includes(measure) ? null : day]);
    sums.set(cell, (sums.get(cell) ?? 0) + delta);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
}

describe('facts', () => {
  it('add up to what a ticket counts in after each thing that is told of it, under what it stands then and nothing else', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const told = entries(history);
        const facts = factsOf(told, null);
        const telling = new Telling(null);
        told.forEach((entry, index) => {
          const known = telling.after(entry);
          const cells = (known ? [...lineCounts(known), ...clockCounts(known)] : []).map(
            ({ standing, measure, day }) => [JSON.stringify([standing, measure, day]), 1],
          );
          expect(summed(facts, index + 1)).toEqual(Object.fromEntries(cells));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('count a ticket at most once in the whole, but for what departments count apart', () => {
    const apart = Object.values(measures).flatMap((row): number[] => ('ticketNumber' in row ? [row.number] : []));
    fc.assert(
      fc.property(aHistory, (history) => {
        const { facts } = factsOf(entries(history), null);
        const wholes = new Map<number, number>();
        for (const { measure, delta } of facts.flat()) wholes.set(measure, (wholes.get(measure) ?? 0) + delta);
        expect([...wholes].filter(([measure, sum]) => !apart.includes(measure) && sum !== 0 && sum !== 1)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are named by numbers of which none is given twice', () => {
    expect(new Set(measureNumbers).size).toBe(measureNumbers.length);
  });
});
