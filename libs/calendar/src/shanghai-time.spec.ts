import fc from 'fast-check';
import { shanghaiDate, shanghaiInstant, shanghaiIso, shanghaiTimeOfDay } from './shanghai-time';

describe('Shanghai time', () => {
  it('is eight hours ahead of UTC', () => {
    expect(shanghaiDate(new Date('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01');
    expect(shanghaiDate(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02');
    expect(shanghaiTimeOfDay(new Date('2026-03-01T16:00:01Z'))).toBe(1000);
    expect(shanghaiIso(new Date('2026-03-01T16:00:00.5Z'))).toBe('2026-03-02T00:00:00.500+08:00');
    expect(shanghaiInstant('2026-03-02', '09:30')).toEqual(new Date('2026-03-02T01:30:00Z'));
    expect(shanghaiInstant('2026-03-02', '24:00')).toEqual(new Date('2026-03-02T16:00:00Z'));
  });

  it('is the time the zone database gives for Asia/Shanghai', () => {
    const zone = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    });
    const anyInstant = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    const property = fc.property(anyInstant, (at) => {
      expect(shanghaiIso(at).slice(0, 19).replace('T', ', ')).toBe(zone.format(at));
      expect(new Date(shanghaiIso(at))).toEqual(at);
    });
    fc.assert(property);
  });

  it('is not told of an instant that is none, nor made from a date or time that is none', () => {
    const never = new Date(NaN);
    expect(() => shanghaiDate(never)).toThrow('Not an instant');
    expect(() => shanghaiTimeOfDay(never)).toThrow(RangeError);
    expect(() => shanghaiIso(never)).toThrow(RangeError);
    expect(() => shanghaiInstant('2026-02-29', '09:00')).toThrow('No such date: 2026-02-29');
    expect(() => shanghaiInstant('2026-02-28', '24:30')).toThrow('No such time of day: 24:30');
  });
});
