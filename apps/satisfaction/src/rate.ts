import type { Weighed } from './formulas';

/** A rate with what it is made of; no value where nothing could be counted. */
export function rate(
  formula: { readonly numerator: string | readonly Weighed<string>[]; readonly denominator: string },
  counted: Partial<Record<string, number>>,
): { value: number | null; numerator: number; denominator: number } {
  const of = (measure: string): number => counted[measure] ?? 0;
  const numerator = partsOf(formula.numerator).reduce((sum, { measure, tenths }) => sum + tenths * of(measure), 0) / 10;
  const denominator = of(formula.denominator);
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

/** What a part of a rate is made of; a measure by itself counts whole. */
export const partsOf = <Name extends string>(part: Name | readonly Weighed<Name>[]): readonly Weighed<Name>[] =>
  typeof part === 'string' ? [{ measure: part, tenths: 10 }] : part;
