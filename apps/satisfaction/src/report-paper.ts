import { isTimeSpan } from '#calendar/time-span';
import type { Paper, PaperChart } from '#documents/paper';
import { shanghaiText } from '#http-api/list-columns';
import { reportComparisons, reportDimensions } from '#http-api/rating-shapes';
import type { Report } from './report-asked';

/** What stands beside the figures: who issues them, on which day, and who took them out. */
export interface Issue {
  readonly office: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly mark: string;
}

/** More counts would be a thicket. */
const chartedCounts = 4;
/** What citizens say, and how many of them were asked: the one is not shown without the other. */
const chartedRates = ['satisfactionRateA', 'participationRate', 'solvedRate'];

/** A report as it leaves the house. */
export function reportPaper(report: Report, { office, date, mark }: Issue): Paper {
  const { label, columns, rows, totals, formulas, by } = report;
  const title = `${label}（按${reportDimensions[by].label}）`;
  const table = { columns, rows: rows.map(({ cells }) => cells), totals, formulas };
  return {
    title: paperName(report),
    head: headOf(report, office),
    sections: [{ title, table, chart: chartOf(report) }],
    ...{ date, mark },
  };
}

/** 总体情况 2026-09-01至2026-09-30 */
export const paperName = ({ label, from, to }: Report): string => `${label} ${from}至${to}`;

const headOf = ({ from, to, asOf, compared }: Report, office: string): Paper['head'] => [
  ['统计单位', office],
  ['统计周期', `${from}至${to}`],
  ['统计截止时间', shanghaiText(asOf)],
  ...(compared ? ([[reportComparisons[compared.with].label, `与${compared.from}至${compared.to}比较`]] as const) : []),
];

function chartOf({ by, columns }: Report): PaperChart {
  const own = columns.filter(({ of }) => of === undefined);
  const keysOf = (kind: string): string[] => own.filter((column) => column.kind === kind).map(({ key }) => key);
  const rates = keysOf('rate');
  return {
    label: by,
    counts: keysOf('count').slice(0, chartedCounts),
    // Between two departments lies nothing that a line could show.
    rates: isTimeSpan(by) ? rates.filter((key) => chartedRates.includes(key) || rates.length === 1) : [],
  };
}
