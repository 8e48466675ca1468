import { comparedPeriod } from './compared-period';
import { comparedReport } from './compared-report';
import type { Report } from './report-asked';

const rate = (numerator: number, denominator: number) => ({
  ...{ numerator, denominator },
  value: denominator === 0 ? null : numerator / denominator,
});

function aReport(
  by: Report['by'],
  days: { from: string; to: string },
  counts: Record<string, [number, number]>,
): Report {
  const cellsOf = ([received, handled]: [number, number]) => ({ received, handledRate: rate(handled, received) });
  const all = Object.values(counts).reduce<[number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  return {
    ...{ name: 'overview', label: '总体情况', by, ...days, formulas: [], asOf: '2026-10-01T00:00:00.000Z' },
    columns: [
      { key: by, label: '名称', kind: 'label', formula: null },
      { key: 'received', label: '受理量', kind: 'count', formula: null },
      { key: 'handledRate', label: '办结率', kind: 'rate', formula: 'handledRate' },
    ],
    rows: Object.entries(counts).map(([key, each]) => ({ key, cells: { [by]: key, ...cellsOf(each) } })),
    totals: { [by]: '合计', ...cellsOf(all) },
  };
}

function comparedBy(
  by: Report['by'],
  now: Record<string, [number, number]>,
  then: Record<string, [number, number]>,
  comparison: 'previous' | 'last-year' = 'previous',
): Report {
  const days = { from: '2026-09-01', to: '2026-09-30' };
  const period = comparedPeriod(days, comparison);
  return comparedReport(aReport(by, days, now), { report: aReport(by, period, then), comparison, period });
}

const cellsOf = (report: Report, key: string) => report.rows.find((row) => row.key === key)?.cells;

it('stands beside each figure what it was, and how much it has changed: counts by a share, rates in percentage points', () => {
  const report = comparedBy('type', { help: [12, 9] }, { help: [10, 5], praise: [2, 2] });
  expect(report.columns.map(({ key, kind, of }) => [key, kind, of])).toEqual([
    ['type', 'label', undefined],
    ['received', 'count', undefined],
    ['received@before', 'count', 'received'],
    ['received@change', 'change', 'received'],
    ['handledRate', 'rate', undefined],
    ['handledRate@before', 'rate', 'handledRate'],
    ['handledRate@change', 'points', 'handledRate'],
  ]);
  const cells = cellsOf(report, 'help');
  expect(cells).toMatchObject({ received: 12, 'received@before': 10, 'handledRate@before': rate(5, 10) });
  expect(cells?.['received@change']).toBeCloseTo(0.2);
  expect(cells?.['handledRate@change']).toBeCloseTo(25);
  expect(report.totals).toMatchObject({ 'received@before': 12, 'received@change': 0 });
  expect(report.compared).toEqual({ with: 'previous', from: '2026-08-01', to: '2026-08-31' });
});

it('says nothing of a change where there was nothing to compare with', () => {
  const cells = cellsOf(comparedBy('type', { help: [12, 9] }, {}), 'help');
  expect(cells).toMatchObject({ 'received@before': 0, 'received@change': null, 'handledRate@change': null });
});

it.each([
  ['day', 'previous', '2026-09-14', '2026-08-14'],
  ['day', 'last-year', '2026-09-14', '2025-09-14'],
  ['week', 'last-year', '2026-W38', '2025-W38'],
  ['month', 'previous', '2026-09', '2026-08'],
  ['quarter', 'last-year', '2026-Q3', '2025-Q3'],
  ['year', 'last-year', '2026', '2025'],
] as const)('compares a %s (%s) with the one so much earlier: %s with %s', (by, comparison, now, then) => {
  const report = comparedBy(by, { [now]: [3, 0] }, { [then]: [2, 0] }, comparison);
  expect(cellsOf(report, now)).toMatchObject({ 'received@before': 2, 'received@change': 0.5 });
});
