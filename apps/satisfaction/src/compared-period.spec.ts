import { comparedPeriod } from './compared-period';

const of = (from: string, to: string, comparison: 'previous' | 'last-year' = 'previous') => {
  const period = comparedPeriod({ from, to }, comparison);
  return [period.from, period.to];
};

describe('环比 compares', () => {
  it.each([
    ['a day with the day before', ['2026-03-01', '2026-03-01'], ['2026-02-28', '2026-02-28']],
    ['a week with the week before', ['2026-09-14', '2026-09-20'], ['2026-09-07', '2026-09-13']],
    ['a week as far as it has come', ['2026-09-14', '2026-09-16'], ['2026-09-07', '2026-09-09']],
    ['a whole month with a whole month', ['2026-02-01', '2026-02-28'], ['2026-01-01', '2026-01-31']],
    ['a month as far as it has come', ['2026-03-01', '2026-03-17'], ['2026-02-01', '2026-02-17']],
    ['a quarter with the quarter before', ['2026-04-01', '2026-06-30'], ['2026-01-01', '2026-03-31']],
    ['a quarter as far as it has come', ['2026-10-01', '2026-11-28'], ['2026-07-01', '2026-08-28']],
    ['a year as far as it has come', ['2026-01-01', '2026-11-28'], ['2025-01-01', '2025-11-28']],
    ['some months with as many before', ['2026-02-01', '2026-04-30'], ['2025-11-01', '2026-01-31']],
    ['some days with as many before', ['2026-09-03', '2026-09-12'], ['2026-08-24', '2026-09-02']],
  ] as const)('%s', (_, [from, to], expected) => {
    expect(of(from, to)).toEqual(expected);
  });
});

it('同比 compares with the same days of the year before, to the end of a February that ends', () => {
  expect(of('2026-09-03', '2026-09-12', 'last-year')).toEqual(['2025-09-03', '2025-09-12']);
  expect(of('2025-02-01', '2025-02-28', 'last-year')).toEqual(['2024-02-01', '2024-02-29']);
  expect(of('2024-02-01', '2024-02-29', 'last-year')).toEqual(['2023-02-01', '2023-02-28']);
});
