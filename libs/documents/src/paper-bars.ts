import { isRate, type PaperCells, type PaperSection } from './paper';
import { plainWords } from './paper-words';

/** More would be a thicket; the table beside it has them all. */
const mostRows = 20;

export interface Bars {
  readonly categories: readonly string[];
  readonly counts: readonly Series[];
  /** In percent; null where nothing was counted. */
  readonly rates: readonly Series[];
}

interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** What a section's chart shows; null without one, or without rows. */
export function barsOf({ table, chart }: PaperSection): Bars | null {
  const rows = table.rows.slice(0, mostRows);
  if (!chart || rows.length === 0) return null;
  const seriesOf = (valueOf: (cells: PaperCells, key: string) => number | null) => (key: string) => ({
    name: table.columns.find((column) => column.key === key)?.label ?? key,
    values: rows.map((cells) => valueOf(cells, key)),
  });
  return {
    categories: rows.map((cells) => plainWords(cells[chart.label])),
    counts: chart.counts.map(seriesOf(countIn)),
    rates: chart.rates.map(seriesOf(percentIn)),
  };
}

function countIn(cells: PaperCells, key: string): number | null {
  const cell = cells[key];
  return typeof cell === 'number' ? cell : null;
}

function percentIn(cells: PaperCells, key: string): number | null {
  const cell = cells[key];
  return isRate(cell) && cell.value !== null ? Math.round(cell.value * 1_000) / 10 : null;
}
