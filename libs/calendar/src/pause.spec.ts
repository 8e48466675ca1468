import { Calendar } from './calendar';
import { defaultOfficeHours } from './office-hours';
import { afterPause } from './pause';
import { shanghaiInstant, shanghaiIso } from './shanghai-time';
import { stateCouncilYears } from './state-council-years';

const calendar = new Calendar(stateCouncilYears(2025, 2026), defaultOfficeHours);
const at = (text: string) => shanghaiInstant(text.slice(0, 10), text.slice(11));
const read = (instant: Date) => shanghaiIso(instant).slice(0, 16).replace('T', ' ');
const after = (due: string, from: string, to: string, unit: 'hours' | 'office-hours' | 'working-days') =>
  read(afterPause(calendar, at(due), { from: at(from), to: at(to) }, unit));

describe('a due time after a pause', () => {
  it('moves by its length where time runs day and night', () => {
    expect(after('2026-03-03 10:00', '2026-03-02 12:30', '2026-03-07 13:15', 'hours')).toBe('2026-03-08 10:45');
  });

  it('moves by the office hours within it where only those count', () => {
    expect(after('2026-03-02 17:00', '2026-03-02 11:00', '2026-03-02 15:00', 'office-hours')).toBe('2026-03-03 10:00');
    expect(after('2026-03-09 10:00', '2026-03-06 18:00', '2026-03-09 09:00', 'office-hours')).toBe('2026-03-09 10:00');
  });

  it('moves by the working days that open within it: one that had opened before was worked', () => {
    expect(after('2026-03-09 18:00', '2026-03-04 10:00', '2026-03-06 10:00', 'working-days')).toBe('2026-03-11 18:00');
    expect(after('2026-03-09 18:00', '2026-03-04 10:00', '2026-03-04 17:00', 'working-days')).toBe('2026-03-09 18:00');
    expect(after('2026-03-09 18:00', '2026-03-04 20:00', '2026-03-05 09:01', 'working-days')).toBe('2026-03-10 18:00');
  });

  it('counts a day that opens as the pause begins, and not one that opens as it ends', () => {
    expect(after('2026-03-09 18:00', '2026-03-04 09:00', '2026-03-04 09:01', 'working-days')).toBe('2026-03-10 18:00');
    expect(after('2026-03-09 18:00', '2026-03-03 20:00', '2026-03-04 09:00', 'working-days')).toBe('2026-03-09 18:00');
  });

  it('leaves out the holidays and takes in the days made up for them, of the pause and of what is left', () => {
    // 1 to 7 October are holidays, 10 October is a Saturday that is worked.
    expect(after('2026-09-30 18:00', '2026-09-29 10:00', '2026-10-09 10:00', 'working-days')).toBe('2026-10-10 18:00');
  });

  it('asks nothing of a year that lies behind it', () => {
    expect(after('2026-12-31 18:00', '2026-12-31 10:00', '2026-12-31 20:00', 'working-days')).toBe('2026-12-31 18:00');
    expect(after('2026-12-30 18:00', '2026-12-30 20:00', '2027-01-01 09:00', 'hours')).toBe('2027-01-01 07:00');
  });

  it('keeps the time of day of a date that does not end with the office', () => {
    expect(after('2026-03-09 15:00', '2026-03-04 20:00', '2026-03-06 10:00', 'working-days')).toBe('2026-03-11 15:00');
  });
});

describe('an office that closes at midnight', () => {
  it('ends the day that was worked, not the one that begins then', () => {
    const night = new Calendar(stateCouncilYears(2026, 2026), { sessions: [{ from: '16:00', to: '24:00' }] });
    const friday = shanghaiInstant('2026-03-06', '24:00');
    const pause = { from: at('2026-03-05 10:00'), to: at('2026-03-05 20:00') };
    expect(read(afterPause(night, friday, pause, 'working-days'))).toBe('2026-03-10 00:00');
  });
});

describe('a calendar that notes what it was asked', () => {
  it('names the years an answer rests on, and no others', () => {
    const asked = new Set<{ year: number; version: number }>();
    const noting = calendar.noting(asked);
    noting.closingAfter(at('2025-12-30 10:00'), 0);
    expect([...asked]).toEqual([]);
    noting.closingAfter(at('2025-12-30 10:00'), 1);
    expect([...asked].map(({ year }) => year)).toEqual([2025]);
    noting.closingAfter(at('2025-12-30 10:00'), 5);
    expect([...asked].map(({ year }) => year)).toEqual([2025, 2026]);
    expect(calendar.isWorkingDay('2026-03-02')).toBe(noting.isWorkingDay('2026-03-02'));
  });
});
