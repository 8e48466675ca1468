/** A rate with what it is made of; no value where nothing could be counted. */
export function rate(
  { numerator: above, denominator: below }: { readonly numerator: string; readonly denominator: string },
  counted: Partial<Record<string, number>>,
): { value: number | null; numerator: number; denominator: number } {
  const [numerator, denominator] = [counted[above] ?? 0, counted[below] ?? 0];
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}
