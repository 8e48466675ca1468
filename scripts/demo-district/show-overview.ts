import { formulas } from '#satisfaction/formulas';
import type { Overview } from './read-overview';

type Formula = keyof typeof formulas;

/** Each satisfaction rate with how many took part in it. */
const pairs = [
  ['satisfactionRateA', 'participationRate'],
  ['satisfactionRateB', 'participationRateB'],
  ['satisfactionRateC', 'participationRate'],
  ['satisfactionRateD', 'participationRateD'],
] as const satisfies readonly (readonly [Formula, Formula])[];

/** What the report shows of the period, line by line. */
export function overviewLines({ from, to, totals }: Overview): string[] {
  const rateOf = (formula: Formula) => `${formulas[formula].label} ${shown(totals[formula])}`;
  const [received, handled, closed] = [totals['received'], totals['handled'], totals['closed']].map(Number);
  return [
    `${from} – ${to}：受理 ${received}，办结 ${handled}，结案 ${closed}`,
    ...pairs.map(([rate, participation]) => `${rateOf(rate)}，${rateOf(participation)}`),
  ];
}

function shown(cell: Overview['totals'][string] | undefined): string {
  if (typeof cell !== 'object' || cell === null) return '–';
  const { value, numerator, denominator } = cell;
  return `${numerator}/${denominator} = ${value === null ? '–' : `${(value * 100).toFixed(2)}%`}`;
}
