import { fullLabel, isRate, type PaperCells, type PaperColumn, type PaperTable } from './paper';
import { cellWords } from './paper-words';

/** A table as rows of a file, its headings first and its totals last: no rate without what it is made of. */
export const paperRows = ({ columns, rows, totals }: PaperTable): string[][] => [
  columns.flatMap((column) => {
    const label = fullLabel(column, columns);
    return column.kind === 'rate' ? [label, `${label}（分子）`, `${label}（分母）`] : [label];
  }),
  ...[...rows, ...(totals ? [totals] : [])].map((cells) => columns.flatMap((column) => fieldsOf(column, cells))),
];

function fieldsOf(column: PaperColumn, cells: PaperCells): string[] {
  const cell = cells[column.key];
  const said = cell === null || cell === undefined ? '' : cellWords(column, cells);
  if (column.kind !== 'rate') return [said];
  return isRate(cell) ? [said, String(cell.numerator), String(cell.denominator)] : [said, '', ''];
}
