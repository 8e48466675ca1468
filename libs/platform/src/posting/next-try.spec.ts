import { nextTry } from './next-try';
import { retryAfterMs } from './retry-after';

const at = new Date('2026-09-14T09:30:00+08:00');
const waitMs = (attempts: number, chance: number, asked?: number): number =>
  nextTry(at, { attempts, retryAfterMs: asked }, chance).getTime() - at.getTime();

describe('what could not be delivered is tried again', () => {
  it('after 5, 10, 20 seconds and so on, and then every hour', () => {
    expect([1, 2, 3, 9, 10, 11, 5_000].map((attempts) => waitMs(attempts, 0) / 1_000)).toEqual([
      5, 10, 20, 1_280, 2_560, 3_600, 3_600,
    ]);
  });

  it('up to a quarter sooner, so that not all come back at once', () => {
    expect([waitMs(2, 0.5), waitMs(2, 1)]).toEqual([8_750, 7_500]);
  });

  it('not before they ask for it', () => {
    expect([waitMs(1, 1, 60_000), waitMs(5, 0, 1_000)]).toEqual([60_000, 80_000]);
  });
});

describe('a Retry-After header', () => {
  it.each([
    [null, null],
    ['120', 120_000],
    ['0', 0],
    ['86400', 3_600_000],
    ['Mon, 14 Sep 2026 01:31:00 GMT', 60_000],
    ['Mon, 14 Sep 2026 01:00:00 GMT', 0],
    ['soon', null],
  ])('that says %s asks for %s ms', (header, asked) => {
    expect(retryAfterMs(header, at)).toBe(asked);
  });
});
