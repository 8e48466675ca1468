import fc from 'fast-check';
import {
  chanceOf,
  latenessFactorNames,
  latenessLevels,
  riskOf,
  type LatenessFacts,
  type LatenessModel,
} from './lateness';

/** A part at the start of its time, with a department that has as much to do as ever. */
const ordinary: LatenessFacts = {
  departmentId: 'lighting',
  rootCategory: 'roads',
  openParts: 10,
  usualParts: 10,
  elapsed: 0,
};

const nothing: LatenessModel['weights'] = { elapsed: {}, load: {}, department: {}, category: {} };
const knowing = (weights: Partial<LatenessModel['weights']>, base = 0): LatenessModel => ({
  base,
  weights: { ...nothing, ...weights },
});

/** Log-odds of a chance. */
const oddsOf = (chance: number): number => Math.log(chance / (1 - chance));

describe('how late a part is likely to be is read off', () => {
  it.each([
    [0, '0'],
    [0.199, '0'],
    [0.2, '1'],
    [0.4, '2'],
    [0.6, '3'],
    [0.749, '3'],
    [0.75, '4'],
    [0.899, '4'],
    [0.9, '5'],
    [3, '5'],
  ])('the share of its time that is over: %d is band %s', (elapsed, band) => {
    expect(latenessLevels({ ...ordinary, elapsed }).elapsed).toBe(band);
  });

  it.each([
    ['nothing at all on an idle desk', 0, 0, '1'],
    ['two where one is usual: nobody’s load', 2, 1, '2'],
    ['half of the usual', 5, 10, '0'],
    ['as many as ever', 10, 10, '1'],
    ['somewhat more', 12, 10, '2'],
    ['half as many again', 17, 10, '3'],
    ['more than twice as many', 26, 10, '4'],
  ])('what lies on the desk: %s', (_, openParts, usualParts, band) => {
    expect(latenessLevels({ ...ordinary, openParts, usualParts }).load).toBe(band);
  });

  it('the department, and the uppermost category where there is one', () => {
    expect(latenessLevels(ordinary)).toMatchObject({ department: 'lighting', category: 'roads' });
    expect(latenessLevels({ ...ordinary, rootCategory: null }).category).toBe('');
  });
});

describe('the chance that a part is late', () => {
  it('is even where nothing speaks for either', () => {
    expect(chanceOf(knowing({}), latenessLevels(ordinary))).toBe(0.5);
  });

  it('is the usual one where nobody has seen such a department or category', () => {
    const model = knowing({ department: { power: 3 }, category: { water: 2 } }, oddsOf(0.1));
    expect(riskOf(model, ordinary)).toEqual({ chance: 0.1, level: 'low', reasons: [] });
  });

  it.each(latenessFactorNames)('rises and falls with the weight of %s', (factor) => {
    const levels = latenessLevels(ordinary);
    const known = (weight: number) => chanceOf(knowing({ [factor]: { [levels[factor]]: weight } }), levels);
    expect(known(1)).toBeCloseTo(1 / (1 + Math.exp(-1)), 10);
    expect(known(-1)).toBeCloseTo(1 - known(1), 10);
  });

  it('adds up what speaks for it, and stays between none and certainty', () => {
    const weight = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(weight, weight, weight, (base, first, second) => {
        const model = knowing({ department: { lighting: first }, category: { roads: second } }, base);
        const chance = chanceOf(model, latenessLevels(ordinary));
        expect(oddsOf(chance)).toBeCloseTo(base + first + second, 6);
        expect(riskOf(model, ordinary).chance).toBe(Math.round(chance * 1_000) / 1_000);
      }),
    );
  });

  it.each([
    [0.199, 'low'],
    [0.2, 'medium'],
    [0.499, 'medium'],
    [0.5, 'high'],
  ])('of %d is called %s', (chance, level) => {
    expect(riskOf(knowing({}, oddsOf(chance)), ordinary)).toMatchObject({ chance, level });
  });
});

describe('why a part is likely to be late', () => {
  const times = (factor: number): number => Math.log(factor);

  it('is said in a clerk’s words, the strongest first', () => {
    const model = knowing({
      elapsed: { 4: times(3) },
      load: { 2: times(1.5) },
      department: { lighting: times(2) },
      category: { roads: times(1.8) },
    });
    const facts = { ...ordinary, elapsed: 0.758, openParts: 12, usualParts: 9.6 };
    expect(riskOf(model, facts).reasons).toEqual([
      { factor: 'elapsed', label: '时限已用75%', times: 3 },
      { factor: 'department', label: '承办单位近一年超期偏多', times: 2 },
      { factor: 'category', label: '这类诉求近一年超期偏多', times: 1.8 },
      { factor: 'load', label: '承办单位在办12件，平时约10件', times: 1.5 },
    ]);
  });

  it.each([
    ['what hardly raises the odds', 1.14, 0],
    ['what raises them by a fifth', 1.2, 1],
    ['what lowers them', 0.5, 0],
  ])('names %s: × %d gives %d reasons', (_, factor, count) => {
    expect(riskOf(knowing({ department: { lighting: times(factor) } }), ordinary).reasons).toHaveLength(count);
  });
});
