const sorted = (values: readonly number[]): number[] => [...values].sort((left, right) => left - right);

/** The value that `share` of all are at most; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const inOrder = sorted(values);
  return inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
