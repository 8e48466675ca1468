import { rateWords } from './rate-words';
import { isRate, type Report, type ReportCell, type ReportColumn } from './report-query';

/** A report as rows of a file, the headings first and the totals last: no rate without what it is made of. */
export function reportRows({ columns, rows, totals }: Report): string[][] {
  return [
    columns.flatMap(({ label, kind }) => (kind === 'rate' ? [label, `${label}（分子）`, `${label}（分母）`] : [label])),
    ...[...rows.map(({ cells }) => cells), totals].map((cells) =>
      columns.flatMap((column) => cellsOf(column, cells[column.key])),
    ),
  ];
}

function cellsOf({ kind }: ReportColumn, cell: ReportCell | undefined): string[] {
  if (isRate(cell)) return [rateWords(cell.value), String(cell.numerator), String(cell.denominator)];
  const text = String(cell ?? '');
  return kind === 'rate' ? [text, '', ''] : [text];
}
