/** What stands in a cell. A number may be a date, as Excel counts days; only its column knows. */
export type Cell = string | number | boolean;

/** Cells in their order, from a table. */
export interface TableRow {
  /** As a spreadsheet counts: the headings are line 1. */
  readonly line: number;
  readonly cells: readonly (Cell | undefined)[];
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '');
