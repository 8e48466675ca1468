import { rateWords } from './rate-words';
import { isRate, type Figure, type ReportCell } from './report-query';

interface FigureCellProps {
  readonly cell: ReportCell | undefined;
  readonly isOpenable: boolean;
  open(part: Figure['part']): void;
}

/** A count, or a rate with its numerator and denominator; each leads to its tickets. */
export function FigureCell({ cell, isOpenable, open }: FigureCellProps) {
  const count = (value: number, part: Figure['part']) =>
    isOpenable && value > 0 ? (
      <button type="button" className="figure" onClick={() => open(part)}>
        {value}
      </button>
    ) : (
      value
    );
  if (typeof cell === 'number') return count(cell, 'numerator');
  if (!isRate(cell)) return cell ?? '—';
  return (
    <span className="rate">
      <span className="rate-value">{rateWords(cell.value)}</span>
      <span className="rate-parts">
        {count(cell.numerator, 'numerator')}/{count(cell.denominator, 'denominator')}
      </span>
    </span>
  );
}
