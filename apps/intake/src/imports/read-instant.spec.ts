import fc from 'fast-check';
import { shanghaiIso } from '#calendar/shanghai-time';
import { readInstant } from './read-instant';

/** Whole seconds between 1971 and 2190. */
const instants = fc.integer({ min: 31_536_000, max: 6_942_672_000 }).map((seconds) => new Date(seconds * 1_000));

/** Ways in which a clerk, a spreadsheet or a program writes an instant. */
const ways: Readonly<Record<string, (parts: RegExpExecArray, at: Date) => string | number>> = {
  'a program': (_, at) => at.toISOString(),
  'a program in Shanghai': (_, at) => shanghaiIso(at),
  'a database': ([, y, m, d, time]) => `${y}-${m}-${d} ${time}`,
  'a clerk': ([, y, m, d, time]) => `${y}/${Number(m)}/${Number(d)} ${time?.replace(/^0/, '')}`,
  'a clerk with dots': ([, y, m, d, time]) => `${y}.${Number(m)}.${d} ${time}`,
  'a letter': ([, y, m, d, time]) => `${y}年${Number(m)}月${Number(d)}日 ${time}`,
  'a minute-taker': ([, y, m, d, time]) => {
    const [hour, minute, second] = (time ?? '').split(':');
    return `${y}年${m}月${d}日${Number(hour)}时${minute}分${second}秒`;
  },
  Excel: (_, at) => (at.getTime() + 8 * 3_600_000) / 86_400_000 + 25_569,
};

describe('a time in a cell', () => {
  it.each(Object.keys(ways))('is the instant that %s meant, in Shanghai’s time', (who) => {
    fc.assert(
      fc.property(instants, (at) => {
        const parts = /^(\d+)-(\d\d)-(\d\d)T([\d:]{8})/.exec(shanghaiIso(at));
        const said = parts && ways[who]?.(parts, at);
        expect(readInstant(said ?? '')?.toISOString()).toBe(at.toISOString());
      }),
    );
  });

  it('may be a day, or a day and an hour', () => {
    expect(readInstant('2026/10/8')?.toISOString()).toBe('2026-10-07T16:00:00.000Z');
    expect(readInstant(' 2026/10/8 9:00 ')?.toISOString()).toBe('2026-10-08T01:00:00.000Z');
    expect(readInstant('2026年10月8日9时')?.toISOString()).toBe('2026-10-08T01:00:00.000Z');
    expect(readInstant(46_303.375)?.toISOString()).toBe('2026-10-08T01:00:00.000Z');
  });

  it.each([
    '',
    '昨天',
    '2026-13-01',
    '2026-02-30',
    '2026/10/8 25:00',
    '8/10/2026',
    '20261008',
    13_800_001_234,
    7,
    true,
  ])('is not to be had from %p', (said) => {
    expect(readInstant(said)).toBeNull();
  });

  it('never fails, whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.stringMatching(/^[\d年月日时分秒:/. -]{0,20}$/)), (said) => {
        const at = readInstant(said);
        expect(at === null || !Number.isNaN(at.getTime())).toBe(true);
      }),
    );
  });
});
