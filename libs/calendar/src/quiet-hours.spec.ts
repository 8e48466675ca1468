import fc from 'fast-check';
import { isQuiet, nextLoudInstant } from './quiet-hours';

const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`);

describe('quiet hours', () => {
  it.each([
    ['2026-03-02 20:59:59.999', false],
    ['2026-03-02 21:00', true],
    ['2026-03-03 00:00', true],
    ['2026-03-03 07:59:59.999', true],
    ['2026-03-03 08:00', false],
    ['2026-10-01 12:00', false],
  ])('at %s: %s', (time, quiet) => {
    expect(isQuiet(at(time))).toBe(quiet);
  });

  it('that lie within a day hold nothing before them', () => {
    expect(isQuiet(at('2026-03-02 10:00'), { from: '12:00', to: '14:00' })).toBe(false);
    expect(isQuiet(at('2026-03-02 13:00'), { from: '12:00', to: '14:00' })).toBe(true);
  });

  it('end at eight the next morning', () => {
    expect(nextLoudInstant(at('2026-12-31 21:00'))).toEqual(at('2027-01-01 08:00'));
    expect(nextLoudInstant(at('2027-01-01 03:20'))).toEqual(at('2027-01-01 08:00'));
    expect(nextLoudInstant(at('2027-01-01 08:00'))).toEqual(at('2027-01-01 08:00'));
    expect(nextLoudInstant(at('2027-01-01 15:04:05.678'))).toEqual(at('2027-01-01 15:04:05.678'));
  });

  it.each([
    ['12:00', '14:00', '2026-03-02 12:00', '2026-03-02 14:00'],
    ['12:00', '14:00', '2026-03-02 14:00', '2026-03-02 14:00'],
    ['22:30', '07:15', '2026-03-02 22:45', '2026-03-03 07:15'],
    ['22:30', '07:15', '2026-03-02 06:00', '2026-03-02 07:15'],
    ['08:00', '08:00', '2026-03-02 08:00', '2026-03-02 08:00'],
    ['20:00', '24:00', '2026-03-02 23:59', '2026-03-03 00:00'],
  ])('from %s to %s hold what comes at %s until %s', (from, to, time, loud) => {
    expect(nextLoudInstant(at(time), { from, to })).toEqual(at(loud));
  });

  it('never hold an alert for longer than eleven hours, nor into other quiet hours', () => {
    const property = fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (now) => {
        const loud = nextLoudInstant(now);
        expect(isQuiet(loud)).toBe(false);
        expect(loud.getTime() - now.getTime()).toBeGreaterThanOrEqual(0);
        expect(loud.getTime() - now.getTime()).toBeLessThanOrEqual(11 * 3_600_000);
      },
    );
    fc.assert(property);
  });
});
