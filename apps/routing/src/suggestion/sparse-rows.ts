/** Rows of which most columns are nought: of row i the columns and values from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Row times weights. */
export function weighed({ starts, columns, values }: SparseRows, row: number, weights: Float32Array): number {
  const end = starts[row + 1] as number;
  let sum = 0;
  for (let at = starts[row] as number; at < end; at += 1)
    sum += (values[at] as number) * (weights[columns[at] as number] as number);
  return sum;
}

/** Adds so many times the row to the weights. */
export function addTimes({ starts, columns, values }: SparseRows, row: number, weights: Float32Array, times: number) {
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at += 1) {
    const column = columns[at] as number;
    weights[column] = (weights[column] as number) + times * (values[at] as number);
  }
}

/** Makes each row's length one; a row of noughts stays one. */
export function lengthOne({ starts, values }: SparseRows): void {
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const [begin, end] = [starts[row] as number, starts[row + 1] as number];
    let sum = 0;
    for (let at = begin; at < end; at += 1) sum += (values[at] as number) ** 2;
    for (let at = begin; at < end; at += 1) values[at] = (values[at] as number) / Math.sqrt(sum);
  }
}
