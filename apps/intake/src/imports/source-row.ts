import type { Cell } from '#platform/tables/table-row';

/** A row by the paths of its columns, or why it cannot be read at all. */
export interface SourceRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly fault?: string;
}
