import { fitMargin } from './fit-margin';
import { weighed, type SparseRows } from './sparse-rows';

/** Rows of one column each. */
const rowsOf = (columns: readonly number[]): SparseRows => ({
  starts: Int32Array.from({ length: columns.length + 1 }, (_, at) => at),
  columns: Int32Array.from(columns),
  values: new Float32Array(columns.length).fill(1),
});

describe('the margin of a label', () => {
  const columns = [0, 0, 1, 1, 2, 2];
  const rows = rowsOf(columns);
  const isOfLabel = Uint8Array.from(columns, (column) => (column === 1 ? 1 : 0));
  const members = Int32Array.from(columns.keys());
  const size = { columns: 3, seed: 1 };

  it('has its messages on one side and all others on the other', () => {
    const { weights, offset } = fitMargin(rows, members, isOfLabel, size);
    columns.forEach((column, row) => {
      expect(Math.sign(weighed(rows, row, weights) + offset)).toBe(column === 1 ? 1 : -1);
    });
  });

  it('is nearly that of least loss and least weights', () => {
    const loss = ({ weights, offset }: ReturnType<typeof fitMargin>): number => {
      const missed = columns.map((column, row) => {
        const side = column === 1 ? 1 : -1;
        return Math.max(0, 1 - side * (weighed(rows, row, weights) + offset)) ** 2;
      });
      const square = weights.reduce((sum, weight) => sum + weight * weight, offset * offset);
      return square / 2 + 2 * missed.reduce((sum, each) => sum + each, 0);
    };
    const fitted = fitMargin(rows, members, isOfLabel, size);
    for (const change of [-0.1, 0.1])
      for (const column of [0, 1, 2]) {
        const weights = fitted.weights.with(column, (fitted.weights[column] ?? 0) + change);
        expect(loss({ weights, offset: fitted.offset })).toBeGreaterThan(loss(fitted));
      }
  });

  it('learns nothing from messages that are not among its members', () => {
    const { weights } = fitMargin(rows, Int32Array.from([0, 1, 2, 3]), isOfLabel, size);
    expect(weights[2]).toBe(0);
  });
});
