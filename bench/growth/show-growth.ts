import type { Cost, CostName } from './costs';
import type { Measured, MeasuredBySize } from './measure-costs';

/** How many times as much as with the fewest tickets anything may cost. */
const mostGrowth = 1.5;

type Costs = Readonly<Record<CostName, Cost>>;

/** One table: p50 and p95 in milliseconds at each size, how much the median grew, and whether that is as it should be. */
export function showGrowth(costs: Costs, sizes: MeasuredBySize): void {
  const heads = [...sizes.keys()].map((size) => size.toLocaleString('en').padStart(16));
  console.log(`\n${'ms, p50 / p95'.padEnd(40)}${heads.join('')}   growth   verdict`);
  for (const [name, cost] of Object.entries<Cost>(costs)) {
    const row = [...sizes.values()].map((measured) => measured[name as CostName]);
    const cells = row.map(({ p50, p95 }) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`.padStart(16));
    const growth = (row.at(-1)?.p50 ?? NaN) / (row[0]?.p50 ?? NaN);
    console.log(
      `${cost.label.padEnd(40)}${cells.join('')}${`${growth.toFixed(2)} ×`.padStart(9)}   ${verdict(cost, growth, row)}`,
    );
  }
}

function verdict({ atMostP95, findsMore }: Cost, growth: number, row: readonly Measured[]): string {
  const isSlow = atMostP95 !== undefined && row.some(({ p95 }) => p95 > atMostP95);
  const faults = [
    ...(growth > mostGrowth && !findsMore ? [`more than ${mostGrowth} ×`] : []),
    ...(isSlow ? [`p95 more than ${atMostP95} ms`] : []),
  ];
  return faults.length === 0 ? `met${findsMore ? ' (finds more)' : ''}` : `NOT MET: ${faults.join(', ')}`;
}
