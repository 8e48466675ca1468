import { rateWords } from './rate-words';
import { isRate, type ReportCell, type ReportColumn, type ReportRow } from './report-query';

interface ComparedNoteProps {
  /** The columns that stand beside the figure. */
  readonly beside: readonly ReportColumn[];
  readonly cells: ReportRow['cells'];
}

/** What a figure was in the other period, and by how much it has changed since. */
export const ComparedNote = ({ beside, cells }: ComparedNoteProps) =>
  beside.map((column) => (
    <span key={column.key} className="rate-parts compared">
      {column.label} {words(column, cells[column.key])}
    </span>
  ));

function words({ kind }: ReportColumn, cell: ReportCell | undefined): string {
  if (isRate(cell)) return rateWords(cell.value);
  if (typeof cell !== 'number') return '—';
  if (kind === 'change') return signed(cell * 100, '%');
  return kind === 'points' ? signed(cell, '个百分点') : String(cell);
}

const signed = (value: number, unit: string): string => `${value > 0 ? '+' : ''}${value.toFixed(1)}${unit}`;
