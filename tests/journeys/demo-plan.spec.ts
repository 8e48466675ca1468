import fc from 'fast-check';
import { shanghaiDate } from '#calendar/shanghai-time';
import { sampleByWeight } from '../../scripts/demo-district/draws';
import { isAsked } from '../../scripts/demo-district/endings';
import { district2021, inProportion } from '../../scripts/demo-district/period-figures';
import { calendarOf, planPeriod } from '../../scripts/demo-district/plan';
import type { PlannedCase } from '../../scripts/demo-district/planned-case';
import { Random } from '#platform/random';

const countOf = (cases: readonly PlannedCase[], holds: (planned: PlannedCase) => boolean): number =>
  cases.filter(holds).length;
const seeds = fc.integer({ min: 1, max: 2 ** 31 });

describe('a simulated period', () => {
  it('is planned to what was published, whatever the seed', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 400, max: 1_500 }), (seed, received) => {
        const figures = inProportion(district2021, received);
        const cases = planPeriod(figures, seed);
        expect(cases).toHaveLength(received);
        expect(countOf(cases, ({ ending }) => ending === 'withdrawn' || ending === 'in-hand')).toBe(
          received - figures.handled,
        );
        expect(countOf(cases, ({ ending }) => ending === 'dissatisfied')).toBe(
          figures.handled - figures.notDissatisfied,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('lies within its days, in the order of the calls, and lets nobody be dissatisfied who is never asked', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const cases = planPeriod(inProportion(district2021, 600), seed);
        const instants = cases.map(({ at }) => at.getTime());
        expect(instants).toEqual(instants.toSorted((left, right) => left - right));
        for (const { at } of cases)
          expect(shanghaiDate(at) >= '2021-01-01' && shanghaiDate(at) <= '2021-07-31').toBe(true);
        const dissatisfied = cases.filter(({ ending, way }) => ending === 'dissatisfied' && way === 'dispatched');
        expect(dissatisfied.filter((planned) => !isAsked(planned))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same for the same seed, and another for another', () => {
    const figures = inProportion(district2021, 500);
    expect(planPeriod(figures, 7)).toEqual(planPeriod(figures, 7));
    expect(planPeriod(figures, 7)).not.toEqual(planPeriod(figures, 8));
  });

  it('has its seasons, its working days, and callers who call again', () => {
    const cases = planPeriod(inProportion(district2021, 6_000), 1);
    const inMonth = (month: string) => countOf(cases, ({ at }) => shanghaiDate(at).startsWith(month));
    expect(inMonth('2021-07')).toBeGreaterThan(1.4 * inMonth('2021-02'));
    const calendar = calendarOf(district2021);
    const isWorked = ({ at }: PlannedCase) => calendar.isWorkingDay(shanghaiDate(at));
    expect(countOf(cases, isWorked) / cases.length).toBeGreaterThan(0.78);
    const callers = new Set(cases.map(({ caller }) => caller));
    expect(callers.size).toBeLessThan(0.7 * cases.length);
    expect(countOf(cases, ({ categoryCode }) => categoryCode === 'school.enrol')).toBeGreaterThan(0);
  });

  it('takes none twice and nothing that weighs nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), seeds, (weights, seed) => {
        const places = weights.map((_, place) => place);
        const able = weights.filter((weight) => weight > 0).length;
        const weightOf = (place: number) => weights[place] ?? 0;
        const drawn = sampleByWeight(places, able, weightOf, new Random(seed));
        expect(drawn.toSorted((left, right) => left - right)).toEqual(places.filter((place) => weightOf(place) > 0));
        expect(() => sampleByWeight(places, able + 1, weightOf, new Random(seed))).toThrow(RangeError);
      }),
    );
  });
});
