import { isTimeSpan, shifted, timeSpans } from '#calendar/time-span';
import { reportComparisons, type ReportComparison, type ReportDimension } from '#http-api/rating-shapes';
import type { ComparedPeriod } from './compared-period';
import { growth, pointsBetween } from './growth';
import type { Report } from './report-asked';

type Cells = Report['totals'];
type Cell = Cells[string] | undefined;
type Column = Report['columns'][number];

/** What a report is compared with. */
interface Other {
  readonly report: Report;
  readonly comparison: ReportComparison;
  readonly period: ComparedPeriod;
}

/** A report with what each of its figures was in another period beside it, and by how much it has changed since. */
export function comparedReport(report: Report, other: Other): Report {
  const { comparison, period } = other;
  const then = new Map(other.report.rows.map(({ key, cells }) => [key, cells]));
  return {
    ...report,
    columns: report.columns.flatMap((column) => [column, ...besideOf(column, comparison)]),
    rows: report.rows.map((row) => ({
      ...row,
      cells: compared(report.columns, row.cells, then.get(keyThen(report.by, row.key, period)) ?? {}),
    })),
    totals: compared(report.columns, report.totals, other.report.totals),
    compared: { with: comparison, from: period.from, to: period.to },
  };
}

const before = (key: string): string => `${key}@before`;
const change = (key: string): string => `${key}@change`;

function besideOf({ key, kind, formula }: Column, comparison: ReportComparison): Column[] {
  if (kind !== 'count' && kind !== 'rate') return [];
  const labels = reportComparisons[comparison];
  return [
    { ...{ kind, formula, of: key }, key: before(key), label: labels.before },
    { kind: kind === 'count' ? 'change' : 'points', formula: null, of: key, key: change(key), label: labels.label },
  ];
}

/** Who has no row in the other period had nothing then. */
function compared(columns: readonly Column[], now: Cells, then: Cells): Cells {
  const beside = columns.flatMap(({ key, kind }): [string, Cells[string]][] => {
    if (kind === 'count') {
      const count = countIn(then[key]);
      return [
        [before(key), count],
        [change(key), growth(countIn(now[key]), count)],
      ];
    }
    if (kind !== 'rate') return [];
    return [
      [before(key), then[key] ?? { value: null, numerator: 0, denominator: 0 }],
      [change(key), pointsBetween(valueIn(now[key]), valueIn(then[key]))],
    ];
  });
  return { ...now, ...Object.fromEntries(beside) };
}

const countIn = (cell: Cell): number => (typeof cell === 'number' ? cell : 0);
const valueIn = (cell: Cell): number | null => (typeof cell === 'object' && cell !== null ? cell.value : null);

/** A day, week or month is compared with the one so much earlier; whatever else has a key is the same then. */
function keyThen(by: ReportDimension, key: string | null, { shift }: ComparedPeriod): string | null {
  if (key === null || !isTimeSpan(by)) return key;
  const { key: keyOf, middle } = timeSpans[by];
  return keyOf(shifted(middle(key), shift));
}
