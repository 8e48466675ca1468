import type { EChartsCoreOption } from 'echarts/core';
import { isTimeSpan } from '#calendar/time-span';
import { isRate, type Report, type ReportColumn, type ReportRow } from './report-query';

/** More would be a thicket; the table has them all. */
const shownRows = 20;
const shownCounts = 4;
/** What citizens say, and how many of them were asked: the one is not shown without the other. */
const chartedRates = ['satisfactionRateA', 'participationRate', 'solvedRate'];

const colors = ['#1d5fa7', '#5a9bd8', '#8fb8a8', '#b9c4d0', '#d48806', '#389e0d'];

const percent = (row: ReportRow, { key }: ReportColumn): number | null => {
  const cell = row.cells[key];
  return isRate(cell) && cell.value !== null ? Math.round(cell.value * 1_000) / 10 : null;
};

const nameOf = (row: ReportRow, label: string): string => {
  const cell = row.cells[label];
  return typeof cell === 'string' ? cell : '未确定';
};

/** Bars for the first counts, lines for the first rates on an axis of their own. */
export function chartOption(report: Report): EChartsCoreOption {
  const rows = report.rows.slice(0, shownRows);
  const counts = report.columns.filter(({ kind, of }) => kind === 'count' && of === undefined).slice(0, shownCounts);
  const rates = report.columns.filter(
    ({ formula, of }) => formula && of === undefined && chartedRates.includes(formula),
  );
  const label = report.columns.find(({ kind }) => kind === 'label')?.key ?? '';
  const isTime = isTimeSpan(report.by);
  return {
    color: colors,
    animation: false,
    tooltip: { trigger: 'axis', confine: true },
    legend: { top: 4, type: 'scroll' },
    grid: { left: 48, right: 48, top: 64, bottom: rows.length > 6 ? 72 : 32 },
    xAxis: {
      type: 'category',
      data: rows.map((row) => nameOf(row, label)),
      axisLabel: { interval: 0, rotate: rows.length > 6 ? 30 : 0, width: 96, overflow: 'truncate' },
    },
    yAxis: [
      { type: 'value', name: '件', minInterval: 1 },
      { type: 'value', name: '%', min: 0, max: 100, splitLine: { show: false } },
    ],
    series: [
      ...counts.map((column) => ({
        type: 'bar',
        name: column.label,
        barMaxWidth: 22,
        data: rows.map((row) => row.cells[column.key]),
      })),
      ...rates.map((column) => ({
        // Between two departments lies nothing that a line could show.
        type: isTime ? 'line' : 'scatter',
        name: column.label,
        yAxisIndex: 1,
        symbolSize: isTime ? 6 : 10,
        connectNulls: true,
        data: rows.map((row) => percent(row, column)),
      })),
    ],
  };
}
