import { dateOfDay, dayNumber } from '#calendar/day-number';
import { noKey } from '../dimensions';
import { factKeys } from './fact-keys';
import type { NewlyCounted } from './fact-rows';
import type { Fact } from './facts-of';
import { measureNumbers } from './measures';
import type { Standing } from './standing';

/** A row of `satisfaction.tally`: start is YYYY-MM-DD. */
export type Sum = readonly [
  dimension: string,
  grain: 'day' | 'month',
  start: string,
  measure: number,
  key: string,
  imported: boolean,
  sum: number,
];

/** How many count in each place: a day, a measure, and whether what is imported is meant. */
type Cells = Map<number, number>;

/** Of what is counted, added up in every dimension as it is written, so that nobody reads it again for that. */
export class Sums {
  private readonly dimensions = Object.entries(factKeys).map(([name, { of }]) => ({
    ...{ name, of, cells: new Map<string, Cells>() },
  }));
  private readonly dayNumbers = new Map<string, number>();
  /** How many there are. */
  size = 0;

  add({ changes, standings }: Pick<NewlyCounted, 'changes' | 'standings'>): void {
    const under = standings.map((standing) => this.cellsOf(standing));
    for (const { facts } of changes)
      for (const fact of facts) {
        const standing = standings[fact.standing - 1];
        const place = this.placeOf(fact, standing?.imported ?? false);
        for (const cells of under[fact.standing - 1] ?? []) this.addTo(cells, place, fact.delta);
      }
  }

  /** Rows of days and of the months they make up, without those that came to nothing. */
  *rows(): Generator<Sum> {
    for (const { name, cells } of this.dimensions)
      for (const [key, sums] of cells) {
        yield* rowsOf(name, 'day', key, sums);
        yield* rowsOf(name, 'month', key, byMonth(sums));
      }
  }

  private cellsOf(standing: Standing): Cells[] {
    return this.dimensions.map(({ of, cells }) => {
      const key = of(standing) ?? noKey;
      const known = cells.get(key);
      if (known) return known;
      const begun: Cells = new Map();
      cells.set(key, begun);
      return begun;
    });
  }

  private addTo(cells: Cells, place: number, delta: number): void {
    const sum = cells.get(place);
    if (sum === undefined) this.size += 1;
    cells.set(place, (sum ?? 0) + delta);
  }

  private placeOf({ day, measure }: Fact, imported: boolean): number {
    let number = this.dayNumbers.get(day);
    if (number === undefined) this.dayNumbers.set(day, (number = dayNumber(day)));
    return (number * 2 + Number(imported)) * measuresAtMost + measure;
  }
}

/** Their numbers are below it. */
const measuresAtMost = Math.max(...measureNumbers) + 1;
const dayOf = (place: number): number => Math.floor(place / measuresAtMost / 2);

function byMonth(cells: Cells): Cells {
  const months: Cells = new Map();
  for (const [place, sum] of cells) {
    const day = dayOf(place);
    const first = dayNumber(`${dateOfDay(day).slice(0, 7)}-01`);
    const start = place - (day - first) * 2 * measuresAtMost;
    months.set(start, (months.get(start) ?? 0) + sum);
  }
  return months;
}

function* rowsOf(dimension: string, grain: Sum[1], key: string, cells: Cells): Generator<Sum> {
  for (const [place, sum] of cells)
    if (sum !== 0) {
      const [start, dayAndImported] = [dateOfDay(dayOf(place)), Math.floor(place / measuresAtMost)];
      const measure = place - dayAndImported * measuresAtMost;
      yield [dimension, grain, start, measure, key, dayAndImported % 2 !== 0, sum];
    }
}
