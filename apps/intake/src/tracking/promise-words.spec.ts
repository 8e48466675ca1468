import { timeWords } from '#calendar/time-words';
import { at } from '#testing/a-ticket';
import { promiseOf } from './promise-words';
import type { TrackedClock } from './tracked-clocks';

const running: TrackedClock = {
  ...{ kind: 'citizen', state: 'running', dueAt: at('2026-03-11 18:00'), metAt: null },
  rule: { amount: 5, unit: 'working-days', margin: { amount: 2, unit: 'working-days' } },
};
type Around = Parameters<typeof promiseOf>[1];

const words = (clock: Partial<TrackedClock>, ticket: Partial<Around['ticket']> = {}, now = at('2026-03-03 10:00')) =>
  promiseOf(
    { ...running, ...clock },
    {
      ticket: { state: 'handling', handledAt: null, upstreamDueAt: null, ...ticket },
      ...{ lines: [], now, timeOf: (each) => timeWords(each, now) },
    },
  )?.words;

describe('the promise to a citizen', () => {
  it('is told as met or broken at once, before its clock has followed', () => {
    expect(words({}, { state: 'callback', handledAt: at('2026-03-10 09:00') })).toContain('已按时答复');
    expect(words({}, { state: 'callback', handledAt: at('2026-03-12 09:00') })).toContain('答复晚了');
  });

  it.each(['withdrawn', 'void', 'returned-up'] as const)('is told no more at once when it is %s', (state) => {
    expect(words({}, { state })).toBeUndefined();
  });

  it('says how it was counted only where it was counted in working days from the registration', () => {
    expect(words({})).toBe('我们承诺3月11日 18:00前答复您（自受理次日起7个工作日，周末和法定节假日不算）。');
    expect(words({ rule: { amount: 24, unit: 'hours' } })).toBe('我们承诺3月11日 18:00前答复您。');
    expect(words({}, { upstreamDueAt: at('2026-03-20 18:00') })).toBe('我们承诺3月11日 18:00前答复您。');
  });

  it('names the year when it is another one', () => {
    expect(words({ dueAt: at('2027-01-04 18:00') })).toContain('2027年1月4日 18:00前');
  });
});
