import fc from 'fast-check';
import { aStory } from '#testing/any-story';
import { factsOf } from './facts-of';
import { standingsOf } from './standing';
import { isCounted, ticketMeasureNames, ticketMeasures } from './ticket-measures';

/** How many count in each measure, under what. */
function summed(facts: ReturnType<typeof factsOf>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { standing, measure, delta } of facts.flat()) {
    const cell = JSON.stringify([standing, measure]);
    sums.set(cell, (sums.get(cell) ?? 0) + delta);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
}

describe('facts', () => {
  it('add up to what a ticket counts as after each step, under what it stands then and under nothing else', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const [first] = story;
        if (!first) return;
        const steps = [
          { name: 'register' as const, ticket: first.before },
          ...story.map(({ line: { name }, after: ticket }) => ({ name, ticket })),
        ];
        const standings = standingsOf(steps, null);
        const facts = factsOf(steps, null);
        steps.forEach(({ ticket }, index) => {
          const measures = ticketMeasureNames.filter((name) => isCounted(ticket) && ticketMeasures[name].holds(ticket));
          const cells = measures.map((measure) => [JSON.stringify([standings[index], measure]), 1]);
          expect(summed(facts.slice(0, index + 1))).toEqual(Object.fromEntries(cells));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('are named by numbers of which none is given twice', () => {
    const numbers = ticketMeasureNames.map((name) => ticketMeasures[name].number);
    expect(new Set<number>(numbers).size).toBe(numbers.length);
  });
});
