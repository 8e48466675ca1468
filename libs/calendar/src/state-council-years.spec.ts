import type { CalendarYear } from './calendar-year';
import { stateCouncilYears } from './state-council-years';

const only = (year: number) => stateCouncilYears(year, year)[0] as CalendarYear;
const off = (year: number) =>
  only(year)
    .days.filter(({ working }) => !working)
    .map(({ date }) => date.slice(5));
const madeUp = (year: number) =>
  only(year)
    .days.filter(({ working }) => working)
    .map(({ date }) => date.slice(5));

describe("the State Council's notices", () => {
  it('of 2026 give the weekdays off and the weekend days made up', () => {
    expect(off(2026).join(' ')).toBe(
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    );
    expect(madeUp(2026).join(' ')).toBe('01-04 02-14 02-28 05-09 09-20 10-10');
  });

  it('of 2025 give the weekdays off and the weekend days made up', () => {
    expect(off(2025).join(' ')).toBe(
      '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
    );
    expect(madeUp(2025).join(' ')).toBe('01-26 02-08 04-27 09-28 10-11');
  });

  it('of one year may move the last days of the year before', () => {
    expect(madeUp(2018)).toContain('12-29');
    expect(off(2018)).toContain('12-31');
  });

  it('name the holiday and themselves in Chinese', () => {
    expect(only(2026)).toMatchObject({ year: 2026, version: 1, published: true });
    expect(only(2026).source).toMatch(/^国务院办公厅关于2026年部分节假日安排的通知（据 chinese-days \d+\.\d+\.\d+）$/);
    expect(only(2026).days).toContainEqual({ date: '2026-10-01', working: false, name: '国庆节' });
    expect(only(2026).days).toContainEqual({ date: '2026-10-10', working: true, name: '国庆节' });
  });

  it('are known for every year from 2004 to 2026', () => {
    const years = stateCouncilYears(2004, 2026);
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
    for (const { published, days } of years) {
      expect(published).toBe(true);
      expect(days.length).toBeGreaterThan(15);
    }
  });

  it.each([2003, 2099])('that are not known, as for %i, leave the year unpublished and without days', (year) => {
    expect(only(year)).toEqual({
      year,
      version: 0,
      source: expect.stringContaining(`未收录${year}年放假通知`) as string,
      published: false,
      days: [],
    });
  });

  it('say only what differs from Monday to Friday, in order', () => {
    for (const { days } of stateCouncilYears(2004, 2026)) {
      for (const { date, working } of days) {
        const weekend = ['Sat', 'Sun'].includes(new Date(`${date}T00:00Z`).toUTCString().slice(0, 3));
        expect({ date, working }).toEqual({ date, working: weekend });
      }
      expect(days).toEqual([...days].sort((a, b) => a.date.localeCompare(b.date)));
    }
  });
});
