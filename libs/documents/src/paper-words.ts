import { isRate, type PaperCell, type PaperCells, type PaperColumn, type PaperColumnKind } from './paper';

const nothing = '—';
const signed = (value: number, unit: string): string => `${value > 0 ? '+' : ''}${value.toFixed(1)}${unit}`;
/** A name or a number; a dash for anything else. */
export const plainWords = (cell: PaperCell | undefined): string =>
  typeof cell === 'string' || typeof cell === 'number' ? String(cell) : nothing;
const ofNumber = (words: (value: number) => string) => (cell: PaperCell) =>
  typeof cell === 'number' ? words(cell) : nothing;

/** How each kind of cell is said. */
const words: Readonly<Record<PaperColumnKind, (cell: PaperCell) => string>> = {
  label: plainWords,
  count: plainWords,
  plain: plainWords,
  rate: (cell) => (isRate(cell) && cell.value !== null ? `${(cell.value * 100).toFixed(1)}%` : nothing),
  change: ofNumber((value) => signed(value * 100, '%')),
  points: ofNumber((value) => signed(value, '个百分点')),
};

/** A cell in words, a rate by its value alone. */
export const cellWords = ({ key, kind }: PaperColumn, cells: PaperCells): string => words[kind](cells[key] ?? null);

/** A rate with what it is made of: 95.0%（114/120）. */
export function wholeWords(column: PaperColumn, cells: PaperCells): string {
  const cell = cells[column.key];
  const said = cellWords(column, cells);
  return isRate(cell) ? `${said}（${cell.numerator}/${cell.denominator}）` : said;
}
