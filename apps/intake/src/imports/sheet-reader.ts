import { BadFile } from '#platform/tables/bad-file';
import type { Cell, TableRow } from '#platform/tables/table-row';
import type { XlsxStrings } from './xlsx-strings';
import type { XmlPart } from './xml-parts';

/** A sheet of ours has some thirty columns. */
const mostColumns = 1_000;

/** A cell as the sheet writes it: a word by its place, or a value. */
interface WrittenCell {
  readonly column: number;
  readonly type: string;
  text: string;
}

interface WrittenRow {
  readonly line: number;
  readonly cells: WrittenCell[];
}

/** Gathers a sheet's rows from what its XML says (ECMA-376, §18.3.1.73). */
export class SheetReader {
  private complete: WrittenRow[] = [];
  private row: WrittenRow = { line: 0, cells: [] };
  private cell: WrittenCell | undefined;
  /** Inside of `v` or `t`: what stands there is the cell's. */
  private isValue = false;

  constructor(private readonly strings: XlsxStrings) {}

  see(part: XmlPart): void {
    if (part.kind === 'open') this.begin(part.name, part.attributes);
    else if (part.kind === 'close') this.end(part.name);
    else if (this.isValue && this.cell) this.cell.text += part.text;
  }

  /** The rows that are complete since it was asked last. */
  async rows(): Promise<TableRow[]> {
    const { complete } = this;
    this.complete = [];
    const rows: TableRow[] = [];
    for (const { line, cells } of complete) {
      const said: (Cell | undefined)[] = [];
      for (const cell of cells) said[cell.column] = await this.said(cell);
      rows.push({ line, cells: Array.from(said) });
    }
    return rows;
  }

  private begin(name: string, { r, t }: Readonly<Record<string, string>>): void {
    if (name === 'row') this.row = { line: Number(r ?? this.row.line + 1), cells: [] };
    if (name === 'c') this.cell = { column: this.columnOf(r), type: t ?? 'n', text: '' };
    if (name === 'v' || name === 't') this.isValue = true;
  }

  private end(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    if (name === 'c' && this.cell) {
      this.row.cells.push(this.cell);
      this.cell = undefined;
    }
    if (name === 'row') this.complete.push(this.row);
  }

  /** `C7` is column 2; a cell that says nothing stands beside the one before. */
  private columnOf(reference: string | undefined): number {
    const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
    const column = letters
      ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      : (this.row.cells.at(-1)?.column ?? -1) + 1;
    if (column >= mostColumns) throw new BadFile(`列数过多，最多${mostColumns}列`);
    return column;
  }

  private async said({ type, text }: WrittenCell): Promise<Cell | undefined> {
    if (type === 's') return this.strings.at(Number(text));
    if (type === 'b') return text === '1';
    if (type !== 'n' || text === '') return text;
    // Fifteen digits are all that a number keeps; of a longer one the end is lost already.
    return longDigits.test(text) ? lostDigits : Number(text);
  }
}

const longDigits = /^-?\d{16,}(\.0*)?$|[eE]\+?(1[5-9]|[2-9]\d)$/;

/** Stands for a number whose last digits Excel has lost; no column takes it. */
export const lostDigits = Number.POSITIVE_INFINITY;
