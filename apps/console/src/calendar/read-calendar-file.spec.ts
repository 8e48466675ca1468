import { readCalendarFile, UnreadableCalendar } from './read-calendar-file';

const newYear = { date: '2027-01-01', working: false, name: '元旦' };
const madeUp = { date: '2027-02-06', working: true, name: '春节' };

describe('a file of holidays', () => {
  it('is read as this system answers a year, as its days alone, and as chinese-days publishes them', () => {
    const published = {
      holidays: { '2026-10-01': 'National Day,国庆节,3', '2027-01-01': "New Year's Day,元旦,1" },
      workdays: { '2027-02-06': 'Spring Festival,春节,4' },
    };
    for (const file of [[newYear, madeUp], { year: 2027, days: [madeUp, newYear] }, published])
      expect(readCalendarFile(JSON.stringify(file), 2027)).toEqual([newYear, madeUp]);
  });

  it('is read line by line, with a heading and a mark of its encoding', () => {
    const file = '\uFEFF日期,安排,节日\r\n2027-01-01,放假,元旦\r\n2027-02-06,上班,春节\r\n';
    expect(readCalendarFile(file, 2027)).toEqual([newYear, madeUp]);
  });

  it('leaves out what is as Monday to Friday are anyway', () => {
    expect(readCalendarFile('2027-01-01,放假,元旦\n2027-01-02,放假,元旦', 2027)).toEqual([newYear]);
  });

  it.each([
    ['nothing of the year', JSON.stringify([newYear]), 2028],
    ['a line that nobody understands', '2027-01-01,放假,元旦\n一月二日,放假,元旦', 2027],
    ['a date that there is not', '2027-02-30,放假,元旦', 2027],
    ['JSON of something else', '{"a":1}', 2027],
  ])('is refused with %s', (_, file, year) => {
    expect(() => readCalendarFile(file, year)).toThrow(UnreadableCalendar);
  });
});
