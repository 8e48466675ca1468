import { OfficeDay } from './office-day';

const hour = 3_600_000;
const officeDay = (...sessions: [string, string][]) =>
  new OfficeDay({ sessions: sessions.map(([from, to]) => ({ from, to })) });

describe('an office day', () => {
  it('may have sessions that touch, and may last from midnight to midnight', () => {
    const day = officeDay(['00:00', '12:00'], ['12:00', '24:00']);
    expect(day).toMatchObject({ opening: 0, closing: 24 * hour, length: 24 * hour });
    expect(day.firstTimeAt(12 * hour)).toBe(12 * hour);
  });

  it('reaches the same office time first at noon and last when the office opens again', () => {
    const day = officeDay(['09:00', '12:00'], ['14:00', '18:00']);
    expect(day.firstTimeAt(3 * hour)).toBe(12 * hour);
    expect(day.lastTimeAt(3 * hour)).toBe(14 * hour);
  });

  it('has no more office time than its sessions', () => {
    const day = officeDay(['09:00', '12:00']);
    expect(day.firstTimeAt(3 * hour)).toBe(12 * hour);
    expect(() => day.firstTimeAt(3 * hour + 1)).toThrow('A day has less office time than 10800001 ms');
    expect(() => day.lastTimeAt(3 * hour)).toThrow(RangeError);
  });

  it('needs sessions that are in order, have length and exist', () => {
    expect(() => officeDay()).toThrow('Office hours need at least one session');
    expect(() => officeDay(['14:00', '18:00'], ['09:00', '12:00'])).toThrow('Not a session in order: 09:00–12:00');
    expect(() => officeDay(['09:00', '12:00'], ['11:59', '18:00'])).toThrow(RangeError);
    expect(() => officeDay(['09:00', '09:00'])).toThrow(RangeError);
    expect(() => officeDay(['18:00', '09:00'])).toThrow(RangeError);
  });

  it.each(['9:00', '24:01', '25:00', '12:60', '09:00:00', 'x09:00', '2026-03-02', ''])(
    'is not told by a clock that shows %p',
    (time) => {
      expect(() => officeDay([time, '24:00'])).toThrow(new RangeError(`No such time of day: ${time}`));
    },
  );
});
