import { Calendar } from './calendar';
import type { CalendarYear } from './calendar-year';
import { defaultOfficeHours } from './office-hours';
import { shanghaiIso } from './shanghai-time';
import { stateCouncilYears } from './state-council-years';
import { UnpublishedYear } from './unpublished-year';

let calendar: Calendar;

beforeEach(() => {
  calendar = new Calendar(stateCouncilYears(2024, 2027), defaultOfficeHours);
});

const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`);

const year = (row: Partial<CalendarYear>): CalendarYear => ({
  year: 2026,
  version: 1,
  source: 'test',
  published: true,
  days: [],
  ...row,
});
const calendarOf = (...rows: Partial<CalendarYear>[]) => new Calendar(rows.map(year), defaultOfficeHours);

describe('working days', () => {
  it.each([
    ['2025-10-01', false, 'National Day'],
    ['2025-09-28', true, 'the Sunday made up before National Day 2025'],
    ['2025-10-11', true, 'the Saturday made up after National Day 2025'],
    ['2026-09-20', true, 'the Sunday made up before National Day 2026'],
    ['2026-10-10', true, 'the Saturday made up after National Day 2026'],
    ['2026-10-11', false, 'a plain Sunday'],
    ['2026-10-12', true, 'a plain Monday'],
    ['2026-01-01', false, 'the first day of a year'],
    ['2024-12-31', true, 'the last day of a leap year'],
  ])('%s: %s, %s', (date, working) => {
    expect(calendar.isWorkingDay(date)).toBe(working);
  });

  it('are counted without the day they are counted from, whether it is worked or not', () => {
    expect(calendar.workingDayAfter('2026-09-30', 1)).toBe('2026-10-08');
    expect(calendar.workingDayAfter('2026-10-03', 1)).toBe('2026-10-08');
    expect(calendar.workingDayBefore('2026-10-08', 1)).toBe('2026-09-30');
    expect(calendar.workingDayBefore('2026-10-03', 1)).toBe('2026-09-30');
  });

  it('none after a day is that day, whether it is worked or not', () => {
    expect(calendar.workingDayAfter('2026-10-03', 0)).toBe('2026-10-03');
    expect(calendar.workingDayBefore('2026-10-03', 0)).toBe('2026-10-03');
  });

  it('are counted across several years', () => {
    // 2025 has 365 days, 104 of them at weekends, 18 weekdays off and 5 weekend days made up.
    expect(calendar.workingDayAfter('2024-12-31', 248)).toBe('2025-12-31');
    expect(calendar.workingDayAfter('2024-12-31', 249)).toBe('2026-01-04');
    expect(calendar.workingDayBefore('2026-01-04', 249)).toBe('2024-12-31');
  });

  it('cannot be counted in negative or split numbers', () => {
    expect(() => calendar.workingDayAfter('2026-03-02', -1)).toThrow('Not a number of days: -1');
    expect(() => calendar.workingDayBefore('2026-03-02', 1.5)).toThrow('Not a number of days: 1.5');
  });

  it.each(['2026-02-30', '2026-3-2', '2026-13-01', 'tomorrow', ''])('are not asked of %p, which is no date', (date) => {
    expect(() => calendar.isWorkingDay(date)).toThrow(new RangeError(`No such date: ${date}`));
    expect(() => calendar.workingDayAfter(date, 0)).toThrow(RangeError);
    expect(() => calendar.workingDayBefore(date, 0)).toThrow(RangeError);
  });
});

describe('office time', () => {
  it('opens at nine and closes at six in Shanghai', () => {
    expect(shanghaiIso(calendar.openingBefore(at('2026-03-02 09:01')))).toBe('2026-03-02T09:00:00.000+08:00');
    expect(shanghaiIso(calendar.officeClosing('2026-03-02'))).toBe('2026-03-02T18:00:00.000+08:00');
  });

  it('opened last on the working day before, until it opens and where it stays shut', () => {
    for (const before of ['2026-03-02 00:00', '2026-03-02 09:00', '2026-02-28 23:59']) {
      expect(shanghaiIso(calendar.openingBefore(at(before)))).toBe('2026-02-28T09:00:00.000+08:00');
    }
    expect(shanghaiIso(calendar.openingBefore(at('2026-10-05 12:00')))).toBe('2026-09-30T09:00:00.000+08:00');
  });

  it('closes at six on the working day so many days on, counted from the next', () => {
    expect(shanghaiIso(calendar.closingAfter(at('2026-03-02 08:00'), 1))).toBe('2026-03-03T18:00:00.000+08:00');
    expect(shanghaiIso(calendar.closingAfter(at('2026-09-30 17:00'), 1))).toBe('2026-10-08T18:00:00.000+08:00');
    expect(calendar.closingAfter(at('2026-10-03 08:00'), 0)).toEqual(at('2026-10-03 08:00'));
    expect(() => calendar.closingAfter(at('2026-03-02 08:00'), 0.5)).toThrow('Not a number of days: 0.5');
  });

  it('is seven hours a working day and none on a holiday', () => {
    expect(calendar.officeMinutesBetween(at('2026-03-02 00:00'), at('2026-03-03 00:00'))).toBe(420);
    expect(calendar.officeMinutesBetween(at('2026-10-01 00:00'), at('2026-10-08 00:00'))).toBe(0);
    expect(calendar.officeMinutesBetween(at('2025-12-31 12:00'), at('2026-01-04 09:30'))).toBe(270);
  });

  it('is negative backwards', () => {
    expect(calendar.officeMinutesBetween(at('2026-03-02 18:00'), at('2026-03-02 11:00'))).toBe(-300);
    expect(calendar.officeMinutesBetween(at('2026-01-04 09:30'), at('2025-12-31 12:00'))).toBe(-270);
  });

  it('counts parts of a minute', () => {
    expect(calendar.officeMinutesBetween(at('2026-03-02 11:59:15'), at('2026-03-02 14:00:15'))).toBe(1);
    expect(calendar.officeMinutesBetween(at('2026-03-02 11:59:15'), at('2026-03-02 12:30'))).toBe(0.75);
  });

  it('added ends as early, and taken away begins as late, as it can', () => {
    expect(shanghaiIso(calendar.addOfficeMinutes(at('2026-03-02 09:00'), 180))).toContain('T12:00');
    expect(shanghaiIso(calendar.subtractOfficeMinutes(at('2026-03-02 18:00'), 240))).toContain('T14:00');
    expect(shanghaiIso(calendar.subtractOfficeMinutes(at('2026-03-02 18:00'), 420))).toContain('02T09:00');
    expect(shanghaiIso(calendar.subtractOfficeMinutes(at('2026-03-02 09:00'), 1))).toContain('02-28T17:59');
  });

  it('is not added or taken away in negative or endless amounts', () => {
    expect(() => calendar.addOfficeMinutes(at('2026-03-02 09:00'), -1)).toThrow('Not an amount of time: -1');
    expect(() => calendar.subtractOfficeMinutes(at('2026-03-02 09:00'), Infinity)).toThrow(RangeError);
  });
});

describe('the rows of years', () => {
  it('that are missing or unpublished are an error a clerk understands', () => {
    expect(() => calendar.isWorkingDay('2027-03-01')).toThrow('2027年的放假调休安排尚未公布');
    expect(() => calendar.isWorkingDay('1999-03-01')).toThrow(new UnpublishedYear(1999));
    expect(() => calendar.officeMinutesBetween(at('2026-12-31 09:00'), at('2027-01-01 00:00'))).toThrow(
      UnpublishedYear,
    );
    expect(new UnpublishedYear(2027)).toMatchObject({ name: 'UnpublishedYear', year: 2027 });
  });

  it('count in their highest version, in whatever order they come', () => {
    const rows = [1, 3, 2].map((version) =>
      year({ version, days: version === 3 ? [{ date: '2026-03-02', working: false, name: '' }] : [] }),
    );
    expect(new Calendar(rows, defaultOfficeHours).isWorkingDay('2026-03-02')).toBe(false);
    expect(calendarOf({ version: 2 }, { version: 1, published: false }).isWorkingDay('2026-03-02')).toBe(true);
    const withdrawn = calendarOf({ version: 1 }, { version: 2, published: false });
    expect(() => withdrawn.isWorkingDay('2026-03-02')).toThrow(UnpublishedYear);
  });

  it('are named with their versions, so that a due time can be explained', () => {
    const versioned = calendarOf({ year: 2024, version: 7 }, { year: 2025, version: 2 }, { year: 2026, version: 5 });
    expect(versioned.versionsBetween(at('2025-12-31 23:59'), at('2026-01-01 00:00'))).toEqual([
      { year: 2025, version: 2 },
      { year: 2026, version: 5 },
    ]);
    expect(versioned.versionsBetween(at('2025-01-01 00:00'), at('2024-12-31 23:59'))).toHaveLength(2);
    expect(versioned.versionsBetween(at('2026-01-01 00:00'), at('2026-12-31 23:59'))).toEqual([
      { year: 2026, version: 5 },
    ]);
    expect(() => versioned.versionsBetween(at('2026-12-31 23:59'), at('2027-01-01 00:00'))).toThrow(UnpublishedYear);
  });

  it('are named with the version of the office hours that somebody has set', () => {
    const set = new Calendar(stateCouncilYears(2026, 2026), { ...defaultOfficeHours, version: 3 });
    expect(set.versionsBetween(at('2026-03-02 10:00'), at('2026-03-03 10:00'))).toEqual([
      { year: 2026, version: 1, hours: 3 },
    ]);
  });

  it('may not name a day of another year, a day that is none, or a day twice', () => {
    const day = (date: string) => ({ date, working: false, name: '' });
    expect(() => calendarOf({ days: [day('2025-12-31')] })).toThrow('2025-12-31 is not a day of 2026');
    expect(() => calendarOf({ days: [day('2026-02-29')] })).toThrow('No such date: 2026-02-29');
    expect(() => calendarOf({ days: [day('2026-05-01'), day('2026-05-01')] })).toThrow('2026-05-01 is listed twice');
  });
});
