import { Refusal } from '../problems';
import type { Cell, TableRow } from './table-row';

export interface TableColumn<Key extends string> {
  readonly key: Key;
  readonly header: string;
  /** Without it the table is none. */
  readonly required: boolean;
}

/** A row by the keys of its columns; a column that is not there says nothing. */
export interface HeadedRow<Key extends string> {
  readonly line: number;
  readonly said: Readonly<Record<Key, string>>;
}

/** Rows by what the first line calls their columns, which may come in any order. @throws Refusal when it is no such table */
export function headedRows<Key extends string>(
  rows: readonly TableRow[],
  columns: readonly TableColumn<Key>[],
): HeadedRow<Key>[] {
  const [headings, ...others] = rows;
  const headers = (headings?.cells ?? []).map(textOf);
  const required = columns.filter((column) => column.required).map(({ header }) => header);
  const missing = required.filter((header) => !headers.includes(header));
  if (missing.length > 0)
    throw new Refusal('invalid', `第一行须有“${required.join('、')}”，缺少“${missing.join('、')}”`);
  return others.map(({ line, cells }) => {
    const said = columns.map(({ key, header }) => [key, textOf(cells[headers.indexOf(header)])]);
    return { line, said: Object.fromEntries(said) as Record<Key, string> };
  });
}

const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : String(cell).trim());
