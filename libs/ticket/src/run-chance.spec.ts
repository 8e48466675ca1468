import fc from 'fast-check';
import { runChance } from './run-chance';

/** By going through every way in which ratings may come. */
function exactly(length: number, ratings: number, share: number): number {
  let sum = 0;
  for (let ways = 0; ways < 2 ** ratings; ways += 1) {
    const said = ways.toString(2).padStart(ratings, '0');
    const satisfied = [...said].filter((each) => each === '1').length;
    if (said.includes('1'.repeat(length))) sum += share ** satisfied * (1 - share) ** (ratings - satisfied);
  }
  return sum;
}

describe('how likely a run of satisfied ratings is', () => {
  it('is the share’s power for somebody who was rated as often as the run is long', () => {
    expect(runChance({ length: 3, ratings: 3, share: 0.5 })).toBeCloseTo(0.125, 12);
    expect(runChance({ length: 60, ratings: 60, share: 0.9 })).toBeCloseTo(0.9 ** 60, 12);
  });

  it('is more likely the more often somebody was rated', () => {
    expect(runChance({ length: 3, ratings: 4, share: 0.5 })).toBeCloseTo(0.1875, 12);
  });

  it('is certain where everybody is satisfied, and impossible beyond all ratings', () => {
    expect(runChance({ length: 9, ratings: 20, share: 1 })).toBe(1);
    expect(runChance({ length: 21, ratings: 20, share: 1 })).toBe(0);
  });

  it('is never told as rarer than it is, and exactly where there is room for one run only', () => {
    const some = fc.record({
      length: fc.integer({ min: 1, max: 9 }),
      ratings: fc.integer({ min: 1, max: 9 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(some, (run) => {
        const [told, exact] = [runChance(run), exactly(run.length, run.ratings, run.share)];
        expect(told).toBeGreaterThanOrEqual(exact - 1e-9);
        if (2 * run.length >= run.ratings) expect(told).toBeCloseTo(exact, 9);
      }),
    );
  });
});
