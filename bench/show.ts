import { figureRow, meets, type FigureName } from './figures';
import { mediansOf, type Measured } from './results';
import type { MachineFacts } from './stand/machine-facts';
import { median } from './statistics';

export function showMachine(facts: MachineFacts): void {
  const { processor, cores, memoryGb, node, postgres, fsync, synchronousCommit, queue, loadBefore } = facts;
  console.log(
    `${processor}, ${cores} cores, ${memoryGb} GB; Node ${node}; PostgreSQL ${postgres}, fsync ${fsync}, synchronous_commit ${synchronousCommit}; queue ${queue}`,
  );
  if (loadBefore > cores)
    console.log(
      `Load ${loadBefore} before the start: others are at work on this machine, so read the figures against the raw probe.`,
    );
}

/** Each figure with its target, and what the raw probe did at the time. */
export function showMeasured(measured: Measured): void {
  const raw = `${shown(median(measured.raw))} raw inserts/s`;
  for (const [name, value] of mediansOf(measured)) {
    const { label, unit } = figureRow(name);
    console.log(
      `${label.padEnd(50)}${`${shown(value)} ${unit}`.padStart(14)}   ${verdict(name, value).padEnd(26)} ${raw}`,
    );
  }
}

function verdict(name: FigureName, value: number): string {
  const { atLeast, atMost, unit } = figureRow(name);
  if (atLeast === undefined && atMost === undefined) return '';
  const target = atLeast === undefined ? `≤ ${atMost ?? ''} ${unit}` : `≥ ${atLeast} ${unit}`;
  return `${target} ${meets(name, value) ? 'met' : 'NOT MET'}`;
}

const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
