import { formulas } from './formulas';
import { rate } from './rate';

describe('a rate', () => {
  it('is its numerator over its denominator, both told', () => {
    expect(rate(formulas.satisfactionRateA, { satisfied: 102, rated: 120 })).toEqual({
      ...{ value: 0.85, numerator: 102, denominator: 120 },
    });
  });

  it('is none of nothing', () => {
    expect(rate(formulas.satisfactionRateA, {})).toEqual({ value: null, numerator: 0, denominator: 0 });
  });

  it('counts whoever is basically satisfied by eight tenths under formula C, exactly', () => {
    const counted = { fullySatisfied: 1, basicallySatisfied: 3, rated: 5 };
    expect(rate(formulas.satisfactionRateC, counted)).toEqual({ value: 3.4 / 5, numerator: 3.4, denominator: 5 });
  });

  it('counts whoever was never asked as satisfied under formula D alone', () => {
    // As a district once published it: 71,122 handled, of which 69,884 were not dissatisfied.
    const { value } = rate(formulas.satisfactionRateD, { closed: 71_122, closedNotDissatisfied: 69_884 });
    expect(value?.toFixed(4)).toBe('0.9826');
    const asks = Object.values(formulas).filter(({ numerator }) =>
      JSON.stringify(numerator).includes('NotDissatisfied'),
    );
    expect(asks).toEqual([formulas.satisfactionRateD]);
  });
});

it('is explained for every formula, with an example of all that it is made of', () => {
  for (const { explained, example, ...formula } of Object.values(formulas)) {
    expect(explained).toMatch(/^[^a-z]*。$/);
    const { value, denominator } = rate(formula, example);
    expect(denominator).toBeGreaterThan(0);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
  }
});
