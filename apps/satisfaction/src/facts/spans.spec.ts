import fc from 'fast-check';
import { spansOf } from './spans';

const day = fc
  .integer({ min: 0, max: 1_500 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));

/** Every day that a span covers. */
function daysOf({ grain, start }: { grain: string; start: string }): string[] {
  if (grain === 'day') return [start];
  const [year = 0, month = 0] = start.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: last }, (_, index) => `${start.slice(0, 8)}${String(index + 1).padStart(2, '0')}`);
}

describe('the months and days of a period', () => {
  it('are months where it has them whole, and days at its ends', () => {
    const spans = spansOf('2026-01-30', '2026-03-02').map(({ grain, start }) => `${grain} ${start}`);
    expect(spans).toEqual(['day 2026-01-30', 'day 2026-01-31', 'month 2026-02-01', 'day 2026-03-01', 'day 2026-03-02']);
    expect(spansOf('2024-02-01', '2024-02-29')).toEqual([{ grain: 'month', start: '2024-02-01' }]);
    expect(spansOf('2024-02-01', '2024-02-28')).toHaveLength(28);
    expect(spansOf('2026-02-01', '2026-02-28', 'day')).toHaveLength(28);
  });

  it('cover each of its days once, and no other', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const covered = spansOf(from, to).flatMap(daysOf);
        expect(covered).toEqual(spansOf(from, to, 'day').map(({ start }) => start));
        expect([covered[0], covered.at(-1)]).toEqual([from, to]);
      }),
    );
  });
});
