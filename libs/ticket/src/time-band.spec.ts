import { at } from '#testing/a-ticket';
import { bandOf, bandStart, isSameBand } from './time-band';

describe('two calls', () => {
  it.each([
    ['in one morning', '2026-03-02 09:00', '2026-03-02 11:59', true],
    ['before and after noon', '2026-03-02 11:59', '2026-03-02 12:00', false],
    ['in one afternoon', '2026-03-02 12:00', '2026-03-02 17:59', true],
    ['in the afternoon and in the evening', '2026-03-02 17:59', '2026-03-02 18:00', false],
    ['in one evening', '2026-03-02 18:00', '2026-03-02 23:59', true],
    ['on both sides of midnight', '2026-03-02 23:59', '2026-03-03 00:00', false],
    ['in the morning, and in the afternoon three days before', '2026-03-05 10:00', '2026-03-02 15:00', false],
    ['on two mornings', '2026-03-02 10:00', '2026-03-03 10:00', false],
    ['in one morning that in London is still night', '2026-03-02 00:00', '2026-03-02 08:30', true],
  ])('%s are in one part of the day, or are not', (_, first, second, same) => {
    expect(isSameBand(at(first), at(second))).toBe(same);
    expect(isSameBand(at(second), at(first))).toBe(same);
  });
});

describe('a part of the day', () => {
  it.each([
    ['2026-03-02 00:00', '上午', '2026-03-02 00:00'],
    ['2026-03-02 11:59', '上午', '2026-03-02 00:00'],
    ['2026-03-02 12:00', '下午', '2026-03-02 12:00'],
    ['2026-03-02 18:00', '晚间', '2026-03-02 18:00'],
    ['2026-03-02 23:59', '晚间', '2026-03-02 18:00'],
  ])('of %s is %s and began at %s', (instant, label, start) => {
    expect(bandOf(at(instant))).toBe(label);
    expect(bandStart(at(instant))).toEqual(at(start));
  });
});
