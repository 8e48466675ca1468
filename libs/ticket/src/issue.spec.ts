import { countsInIssue, issueGrowth } from './issue';
import { stateNames } from './state';

describe('a hot issue', () => {
  it('counts each of its tickets but those recorded by mistake and those taken back', () => {
    expect(stateNames.filter((state) => !countsInIssue(state))).toEqual(['withdrawn', 'void']);
  });

  it('never tells how fast it grows without numerator, denominator, population and version', () => {
    expect(issueGrowth).toEqual({
      name: 'issueGrowth',
      version: 1,
      label: '增长比',
      numerator: '近一时段件数',
      denominator: '前一时段件数',
      population: '归入该热点的工单，不含作废和撤单',
      dateBasis: '登记时间',
    });
  });
});
