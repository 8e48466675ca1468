import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { figureRow, meets, type FigureName, type Sample } from './figures';
import type { MachineFacts } from './stand/machine-facts';
import { median } from './statistics';

/** All runs of one bench. */
export interface Measured {
  readonly bench: string;
  readonly samples: readonly Sample[];
  /** Raw inserts a second just before each run. */
  readonly raw: readonly number[];
}

/** The medians of a bench's figures. */
export function mediansOf({ samples }: Measured): [FigureName, number][] {
  const names = Object.keys(samples[0] ?? {}) as FigureName[];
  return names.flatMap((name) => {
    const values = samples.flatMap((sample) => sample[name] ?? []);
    return values.length > 0 ? [[name, median(values)] as [FigureName, number]] : [];
  });
}

/** Keeps a run for comparison; answers the file. From the clone's root. */
export async function keep(facts: MachineFacts, measured: readonly Measured[]): Promise<string> {
  const at = new Date().toISOString();
  const directory = join(__dirname, '../../bench/results');
  const file = join(directory, `${at.replace(/[:.]/g, '-')}.json`);
  const benches = measured.map((each) => ({
    ...each,
    figures: Object.fromEntries(
      mediansOf(each).map(([name, value]) => [name, { ...figureRow(name), median: value, met: meets(name, value) }]),
    ),
  }));
  await mkdir(directory, { recursive: true });
  await writeFile(file, `${JSON.stringify({ at, machine: facts, benches }, null, 2)}\n`);
  return file;
}
