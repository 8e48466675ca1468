import type { GramCounts } from './gram-counts';
import { lengthOne, type SparseRows } from './sparse-rows';
import { bucketCount, firstTextBucket } from './text-grams';

/** A message as it is judged: by all it says, and by its title alone. */
export interface Views {
  readonly whole: SparseRows;
  readonly title: SparseRows;
}

/** A gram of fewer messages says nothing of others, and might say who wrote it. */
const leastMessages = 3;
/** More than 1: what is rare counts more than by its plain rarity. Chosen by cross-validation. */
const rarityPower = 1.25;

/**
 * The grams that are known, as buckets of a hash and nothing else, and how rare each is. Those of titles come first:
 * columns below `titleSize` are theirs.
 */
export class Vocabulary {
  readonly titleSize: number;
  private readonly columnOf = new Int32Array(bucketCount).fill(-1);

  /** @param buckets ascending */
  constructor(
    readonly buckets: Int32Array,
    readonly rarities: Float32Array,
  ) {
    buckets.forEach((bucket, column) => (this.columnOf[bucket] = column));
    const firstOfTexts = buckets.findIndex((bucket) => bucket >= firstTextBucket);
    this.titleSize = firstOfTexts < 0 ? buckets.length : firstOfTexts;
  }

  static of(counts: GramCounts): Vocabulary {
    const messages = counts.starts.length - 1;
    const having = new Int32Array(bucketCount);
    for (const bucket of counts.buckets) having[bucket] = (having[bucket] as number) + 1;
    const buckets: number[] = [];
    having.forEach((count, bucket) => count >= leastMessages && buckets.push(bucket));
    const rarities = buckets.map((bucket) => rarity(having[bucket] as number, messages));
    return new Vocabulary(Int32Array.from(buckets), Float32Array.from(rarities));
  }

  get size(): number {
    return this.buckets.length;
  }

  /** The column of a bucket, -1 when its gram is not known. */
  columnAt(bucket: number): number {
    return this.columnOf[bucket] as number;
  }

  /** What messages say in grams that are known: how often, each time less, times how rare; each row of length one. */
  views(counted: GramCounts): Views {
    const whole = this.rows(counted, this.size);
    const title = this.rows(counted, this.titleSize);
    return { whole, title };
  }

  private rows({ starts, buckets, counts }: GramCounts, columnsBelow: number): SparseRows {
    const rows = emptyRows(starts.length, buckets.length);
    let used = 0;
    for (let row = 0; row + 1 < starts.length; row += 1) {
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at += 1) {
        const column = this.columnAt(buckets[at] as number);
        if (column < 0 || column >= columnsBelow) continue;
        rows.columns[used] = column;
        rows.values[used] = (1 + Math.log(counts[at] as number)) * (this.rarities[column] as number);
        used += 1;
      }
      rows.starts[row + 1] = used;
    }
    lengthOne(rows);
    return { starts: rows.starts, columns: rows.columns.slice(0, used), values: rows.values.slice(0, used) };
  }
}

const rarity = (having: number, messages: number): number =>
  Math.pow(Math.log((1 + messages) / (1 + having)) + 1, rarityPower);

const emptyRows = (starts: number, entries: number): SparseRows => ({
  starts: new Int32Array(starts),
  columns: new Int32Array(entries),
  values: new Float32Array(entries),
});
