import { fullLabel, isRate, type PaperCells, type PaperColumn, type PaperColumnKind, type PaperTable } from './paper';

/** A cell of a workbook: what it holds, or how it is worked out and what came out here. */
export type SheetValue = string | number | null | { readonly formula: string; readonly result: string | number };

/** One column of a sheet; a rate has three, for its numerator and its denominator stand beside it. */
export interface SheetColumn {
  readonly id: string;
  readonly label: string;
  readonly format?: string;
  /** Whether its totals are the sum of its rows. */
  readonly isSummed: boolean;
  /** What a cell holds; `place` says where another column of the same row stands. */
  readonly valueOf: (cells: PaperCells, place: (id: string) => string) => SheetValue;
}

const percent = '0.0%';
const numeratorOf = (key: string): string => `${key}/numerator`;
const denominatorOf = (key: string): string => `${key}/denominator`;

/** The columns of a table as a sheet has them: whoever changes a number sees the rates move. */
export const sheetColumns = (table: PaperTable): SheetColumn[] =>
  table.columns.flatMap((column) => makers[column.kind](column, table));

const makers: Readonly<Record<PaperColumnKind, (column: PaperColumn, table: PaperTable) => SheetColumn[]>> = {
  label: (column, { columns }) => [{ ...named(column, columns), isSummed: false, valueOf: held(column) }],
  count: (column, { columns }) => [{ ...named(column, columns), isSummed: true, valueOf: held(column) }],
  plain: (column, { columns }) => [{ ...named(column, columns), isSummed: false, valueOf: held(column) }],
  rate: rateColumns,
  change: (column, { columns }) => [
    { ...named(column, columns), format: '+0.0%;-0.0%;0.0%', isSummed: false, valueOf: changeIn(column, columns) },
  ],
  points: (column, { columns }) => [
    { ...named(column, columns), format: '+0.0;-0.0;0.0', isSummed: false, valueOf: pointsIn(column, columns) },
  ],
};

const named = (column: PaperColumn, columns: readonly PaperColumn[]) => ({
  id: column.key,
  label: fullLabel(column, columns),
});

const held =
  ({ key }: PaperColumn) =>
  (cells: PaperCells): SheetValue => {
    const cell = cells[key] ?? null;
    return isRate(cell) ? cell.value : cell;
  };

function rateColumns(column: PaperColumn, table: PaperTable): SheetColumn[] {
  const { id, label } = named(column, table.columns);
  const [numerator, denominator] = [numeratorOf(id), denominatorOf(id)];
  const formula = table.formulas.find(({ name }) => name === column.formula);
  const partOf = (part: 'numerator' | 'denominator') => (cells: PaperCells, place: (id: string) => string) => {
    const cell = cells[id];
    if (!isRate(cell)) return null;
    const own = column.of === undefined ? countNamed(formula?.[part], table) : undefined;
    // The number in its own column, where it has one: changed there, it moves every rate that it is part of.
    return own && cells[own.key] === cell[part] ? { formula: place(own.key), result: cell[part] } : cell[part];
  };
  return [
    { id, label, format: percent, isSummed: false, valueOf: dividedIn(id) },
    { id: numerator, label: `${label}（分子）`, isSummed: true, valueOf: partOf('numerator') },
    { id: denominator, label: `${label}（分母）`, isSummed: true, valueOf: partOf('denominator') },
  ];
}

const countNamed = (label: string | undefined, { columns }: PaperTable): PaperColumn | undefined =>
  columns.find((column) => column.kind === 'count' && column.of === undefined && column.label === label);

const dividedIn =
  (id: string): SheetColumn['valueOf'] =>
  (cells, place) => {
    const cell = cells[id];
    if (!isRate(cell)) return null;
    const [numerator, denominator] = [place(numeratorOf(id)), place(denominatorOf(id))];
    return { formula: `IF(${denominator}=0,"",${numerator}/${denominator})`, result: cell.value ?? '' };
  };

/** What the column is of, and what that was before. */
function comparedBy(
  { of = '', compares }: PaperColumn,
  columns: readonly PaperColumn[],
): { now: string; before: string } {
  if (compares) return compares;
  const before = columns.find((each) => each.of === of && (each.kind === 'count' || each.kind === 'rate'));
  return { now: of, before: before?.key ?? of };
}

function changeIn(column: PaperColumn, columns: readonly PaperColumn[]): SheetColumn['valueOf'] {
  const { now, before } = comparedBy(column, columns);
  return (cells, place) => ({
    formula: `IF(N(${place(before)})=0,"",${place(now)}/${place(before)}-1)`,
    result: numberIn(cells, column),
  });
}

function pointsIn(column: PaperColumn, columns: readonly PaperColumn[]): SheetColumn['valueOf'] {
  const { now, before } = comparedBy(column, columns);
  return (cells, place) => ({
    formula: `IF(OR(${place(now)}="",${place(before)}=""),"",(${place(now)}-${place(before)})*100)`,
    result: numberIn(cells, column),
  });
}

function numberIn(cells: PaperCells, { key }: PaperColumn): number | string {
  const cell = cells[key];
  return typeof cell === 'number' ? cell : '';
}
