/** One thing that is wrong with a row, in a clerk's words. They name the column and never what stands in it: it may be somebody's. */
export interface RowFault {
  /** By its label; null where it is about the whole row. */
  readonly column: string | null;
  readonly reason: string;
}

/** One row is not taken. Everything that is wrong with it is told at once: who repairs the file sends it once more, not five times. */
export class RowRefused extends Error {
  /** The column, if all that is wrong is in one. */
  readonly column: string | null;
  readonly reason: string;

  constructor(faults: readonly [RowFault, ...RowFault[]]) {
    const [first, ...others] = faults;
    const reason = others.length === 0 ? first.reason : faults.map(told).join('；');
    super(reason);
    this.name = 'RowRefused';
    this.column = others.length === 0 ? first.column : null;
    this.reason = reason;
  }

  static at(column: string | null, reason: string): RowRefused {
    return new RowRefused([{ column, reason }]);
  }
}

const told = ({ column, reason }: RowFault): string => (column === null ? reason : `${column}：${reason}`);
