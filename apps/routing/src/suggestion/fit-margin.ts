import { Random } from '#platform/random';
import { addTimes, weighed, type SparseRows } from './sparse-rows';

/** How far on which side of one label a row lies: weights times row, plus the offset. */
export interface Margin {
  readonly weights: Float32Array;
  readonly offset: number;
}

/** How much a message on the wrong side costs against large weights. Chosen by cross-validation. */
const cost = 2;
/** Rounds at most, and when the largest step that is left is so small, it is good enough. */
const mostRounds = 8;
const smallStep = 0.1;

/**
 * A linear support vector machine with squared hinge loss, by descent in its dual, one row after the other, without the
 * rows that are safely on their side (Hsieh et al., A Dual Coordinate Descent Method for Large-scale Linear SVM, 2008).
 * @param members which rows to learn from
 * @param isOfLabel by row: 1 when it is of the label
 */
export function fitMargin(
  rows: SparseRows,
  members: Int32Array,
  isOfLabel: Uint8Array,
  { columns, seed }: { readonly columns: number; readonly seed: number },
): Margin {
  const descent = new Descent(rows, isOfLabel, columns);
  const order = new Random(seed);
  const open = members.slice();
  let [left, step] = [open.length, Infinity];
  for (let round = 0; round < mostRounds && step > smallStep; round += 1) {
    order.shuffle(open, left);
    const before = step;
    step = 0;
    for (let at = left - 1; at >= 0; at -= 1) {
      const gradient = descent.visit(open[at] as number);
      step = Math.max(step, Math.abs(gradient));
      if (gradient !== 0 || descent.gradient <= before) continue;
      left -= 1;
      const row = open[at] as number;
      open[at] = open[left] as number;
      open[left] = row;
    }
  }
  return descent;
}

class Descent implements Margin {
  readonly weights: Float32Array;
  offset = 0;
  /** Of the row that was visited last, whether or not it was followed. */
  gradient = 0;
  private readonly shares: Float64Array;

  constructor(
    private readonly rows: SparseRows,
    private readonly isOfLabel: Uint8Array,
    columns: number,
  ) {
    this.weights = new Float32Array(columns);
    this.shares = new Float64Array(rows.starts.length - 1);
  }

  /** Moves the weights by what one row asks. Answers how much it asked; 0 when it has no share and wants none. */
  visit(row: number): number {
    const side = this.isOfLabel[row] === 1 ? 1 : -1;
    const share = this.shares[row] as number;
    const softness = 0.5 / cost;
    this.gradient = side * (weighed(this.rows, row, this.weights) + this.offset) - 1 + softness * share;
    if (share === 0 && this.gradient >= 0) return 0;
    // A row's length is one, and so is what the offset adds.
    const moved = Math.max(0, share - this.gradient / (2 + softness));
    this.shares[row] = moved;
    this.offset += side * (moved - share);
    addTimes(this.rows, row, this.weights, side * (moved - share));
    return this.gradient;
  }
}
