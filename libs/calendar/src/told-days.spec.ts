import { dayNumber } from './day-number';
import { stateCouncilYears } from './state-council-years';
import { isWorked, ToldDays } from './told-days';

const [published] = stateCouncilYears(2026, 2026);
const unpublished = { year: 2027, version: 0, source: '', published: false, days: [] };
const days = new ToldDays(published ? [published, unpublished] : []);
const between = (from: string, to: string) => days.between(dayNumber(from), dayNumber(to));

describe('the days of a receipt', () => {
  it('are each what the notice makes of them, with the holiday by its name', () => {
    expect(between('2026-09-30', '2026-10-01').map(({ date, kind, name }) => [date, kind, name])).toEqual([
      ['2026-09-30', 'working', null],
      ['2026-10-01', 'holiday', '国庆节'],
    ]);
    expect(between('2026-09-20', '2026-09-20')).toEqual([
      {
        day: dayNumber('2026-09-20'),
        date: '2026-09-20',
        kind: 'make-up',
        name: '国庆节',
        year: { year: 2026, version: 1 },
      },
    ]);
    expect(between('2026-09-12', '2026-09-13').map(({ kind }) => kind)).toEqual(['weekend', 'weekend']);
  });

  it('are those from the first to the last, both included, however often they are asked for', () => {
    expect(between('2026-03-02', '2026-03-06')).toHaveLength(5);
    expect(between('2026-03-02', '2026-03-06')).toEqual(between('2026-03-02', '2026-03-06'));
    expect(between('2026-03-02', '2026-03-01')).toEqual([]);
  });

  it('leave out years that nobody has announced, or that the rows do not tell', () => {
    expect(between('2026-12-30', '2027-01-02').map(({ date }) => date)).toEqual(['2026-12-30', '2026-12-31']);
    expect(between('2025-12-30', '2026-01-01').map(({ date }) => date)).toEqual(['2026-01-01']);
  });

  it('open the office on working and make-up days, and on no other', () => {
    const kinds = ['working', 'make-up', 'weekend', 'holiday'] as const;
    expect(kinds.map((kind) => isWorked({ kind }))).toEqual([true, true, false, false]);
  });
});
