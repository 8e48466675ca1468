import type { Report } from './report-query';
import { reportRows } from './report-rows';

const column = (key: string, label: string, kind: 'label' | 'count' | 'rate') => ({ key, label, kind, formula: null });
const half = { value: 0.5, numerator: 1, denominator: 2 };

it('takes a report out with every rate’s numerator and denominator, and the totals last', () => {
  const report = {
    columns: [
      column('by', '承办单位', 'label'),
      column('asked', '申请退单', 'count'),
      column('rate', '不当退单率', 'rate'),
    ],
    rows: [
      { key: 'a', cells: { by: '水利局', asked: 2, rate: half } },
      { key: 'b', cells: { by: '公安局', asked: 0, rate: { value: null, numerator: 0, denominator: 0 } } },
    ],
    totals: { by: '合计', asked: 2, rate: half },
  } as unknown as Report;
  expect(reportRows(report)).toEqual([
    ['承办单位', '申请退单', '不当退单率', '不当退单率（分子）', '不当退单率（分母）'],
    ['水利局', '2', '50.0%', '1', '2'],
    ['公安局', '0', '—', '0', '0'],
    ['合计', '2', '50.0%', '1', '2'],
  ]);
});
