import fc from 'fast-check';
import { types } from 'pg';
import { parseInstant } from './parse-instant';

describe('an instant as PostgreSQL writes it', () => {
  it.each([
    ['2026-11-25 19:02:24+00', '2026-11-25T19:02:24.000Z'],
    ['2026-11-25 19:02:24.1+00', '2026-11-25T19:02:24.100Z'],
    ['2026-11-25 19:02:24.123456+00', '2026-11-25T19:02:24.123Z'],
    ['2026-11-26 03:02:24+08', '2026-11-25T19:02:24.000Z'],
    ['2026-11-26 00:32:24.5+05:30', '2026-11-25T19:02:24.500Z'],
    ['0099-11-25 19:02:24+00', '0099-11-25T19:02:24.000Z'],
    ['12026-11-25 19:02:24+00', '+012026-11-25T19:02:24.000Z'],
  ])('%s is read to the millisecond', (text, iso) => {
    expect(parseInstant(text).toISOString()).toBe(iso);
  });

  it.each(['infinity', '-infinity', '0044-03-15 12:00:00+00 BC'])('%s is left to the driver', (text) => {
    const byDriver = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text') as (text: string) => unknown;
    expect(parseInstant(text)).toEqual(byDriver(text));
  });

  it('comes back as it was written', () => {
    const instants = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (at) => {
        const text = at.toISOString().replace('T', ' ').replace('Z', '+00');
        expect(parseInstant(text)).toEqual(at);
      }),
    );
  });
});
