import { countsInIssue, issueGrowth } from './issue';
import { stateNames } from './state';

describe('a hot issue', () => {
  it('counts each of its tickets but those recorded by mistake and those taken back', () => {
    expect(stateNames.filter((state) => !countsInIssue(state))).toEqual(['withdrawn', 'void']);
  });

  it('never tells how fast it grows without what was counted, against what, of which tickets and by which date', () => {
    const { name, version, ...words } = issueGrowth;
    expect(`${name} ${version}`).toBe('issueGrowth 1');
    expect(Object.keys(words)).toEqual(['label', 'numerator', 'denominator', 'population', 'dateBasis']);
    for (const word of Object.values(words)) expect(word).toMatch(/^\p{Script=Han}/u);
    expect(words.numerator).not.toBe(words.denominator);
  });
});
