import { assert, constantFrom, integer, property } from 'fast-check';
import { dateOfDay, dayNumber } from './day-number';
import { lastOf, shifted, spanPeriod, timeSpanNames, timeSpans } from './time-span';

const anyDay = integer({ min: dayNumber('1999-12-25'), max: dayNumber('2060-01-10') }).map(dateOfDay);
const anySpan = constantFrom(...timeSpanNames);

it('has of every day one span of each kind: it begins no later, ends no earlier, and its key finds it again', () => {
  assert(
    property(anyDay, anySpan, (day, span) => {
      const { first, key, middle } = timeSpans[span];
      expect(first(day) <= day && day <= lastOf(span, day)).toBe(true);
      expect(key(middle(key(day)))).toBe(key(day));
      expect(first(middle(key(day)))).toBe(first(day));
      const next = dateOfDay(dayNumber(lastOf(span, day)) + 1);
      expect(first(next)).toBe(next);
      expect(key(next) > key(day)).toBe(true);
    }),
  );
});

it.each([
  ['2026-09-14', '2026-W38', '2026-Q3'],
  ['2027-01-01', '2026-W53', '2027-Q1'],
  ['2024-12-30', '2025-W01', '2024-Q4'],
])('knows %s as a day of %s and of %s', (day, week, quarter) => {
  expect([timeSpans.week.key(day), timeSpans.quarter.key(day)]).toEqual([week, quarter]);
});

it('ends with a shorter month’s last day', () => {
  expect(shifted('2026-03-31', { months: -1 })).toBe('2026-02-28');
  expect(shifted('2024-02-29', { months: -12 })).toBe('2023-02-28');
  expect(shifted('2026-01-15', { months: -1 })).toBe('2025-12-15');
});

it.each([
  ['day', 0, '2026-09-16', '2026-09-16'],
  ['week', 0, '2026-09-14', '2026-09-16'],
  ['week', 1, '2026-09-07', '2026-09-13'],
  ['month', 1, '2026-08-01', '2026-08-31'],
  ['quarter', 0, '2026-07-01', '2026-09-16'],
  ['year', 1, '2025-01-01', '2025-12-31'],
] as const)('takes the %s, %s back on Wednesday 16 September, from %s to %s', (span, back, from, to) => {
  expect(spanPeriod({ span, back }, '2026-09-16')).toEqual({ from, to });
});
