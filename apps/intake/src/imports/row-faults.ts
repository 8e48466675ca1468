import type { z } from 'zod';
import { inputFault } from '#http-api/input-fault';
import { columnOf, importColumns, type ColumnPath } from './import-columns';
import { RowRefused, type RowFault } from './row-refused';

/** What is wrong with one row, gathered while it is read. */
export class RowFaults {
  private readonly faults: RowFault[] = [];

  /** One for each column: what follows from it says nothing more. */
  add(column: string | null, reason: string): void {
    if (column === null || !this.faults.some((fault) => fault.column === column)) this.faults.push({ column, reason });
  }

  /** What `read` gives; undefined once its refusal is noted. */
  unless<Value>(read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      this.add(error.column, error.reason);
      return undefined;
    }
  }

  /** The body as its shape reads it; undefined once it is noted why it does not. */
  parsed<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> | undefined {
    const read = shape.safeParse(body, { error: inputFault });
    if (read.success) return read.data;
    const isReadWhole = this.faults.length === 0;
    // What several fields say together is judged once each of them can be read.
    for (const { path, message, code } of read.error.issues)
      if (isReadWhole || code !== 'custom') this.add(labelOf(path.join('.')), message);
    return undefined;
  }

  /** @throws RowRefused if anything is wrong */
  refuse(): void {
    const [first, ...others] = this.faults;
    if (first) throw new RowRefused([first, ...others]);
  }
}

/** How the column of a field is called; null where none holds it. */
export const labelOf = (path: string | undefined): string | null =>
  path !== undefined && path in importColumns ? columnOf(path as ColumnPath).label : null;
