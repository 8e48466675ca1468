import { areOutdated, countingRules } from './counting-rules';

describe('what was counted before', () => {
  it('is counted anew when nobody counted yet, or by measures of a version before or of ours that are others', () => {
    expect(areOutdated(null)).toBe(true);
    expect(areOutdated('0:abc')).toBe(true);
    expect(areOutdated(`${countingRules}0`)).toBe(true);
  });

  it('stays when it was counted by our measures, or by those of a later version', () => {
    expect(areOutdated(countingRules)).toBe(false);
    expect(areOutdated('999:abc')).toBe(false);
  });
});
