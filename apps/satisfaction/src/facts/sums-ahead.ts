import type { Sql } from '#store/sql';
import type { NewlyCounted } from './fact-rows';
import { lastFact } from './fold';
import { Sums } from './sums';
import { writeSums } from './write-sums';

/** When there are so many they are written, and others begun. */
const sumsAtMost = 2_000_000;

/**
 * Sums that are kept while many tickets are counted, so that a million of them are not read again to be added up. They are
 * of the facts that follow those in the tallies, as far as one process has written them without a gap; where another has
 * written some, or a transaction came to nothing, they are thrown away, and the facts are folded like any others.
 */
export class SumsAhead {
  private sums: Sums | null = null;
  /** They are of the facts after the one and up to the other. */
  private from = '';
  private upTo = '';

  constructor(private readonly most = sumsAtMost) {}

  get isKept(): boolean {
    return this.sums !== null;
  }

  /** Goes on with them where they are of just the facts that are in no tally, and begins them where there are none such. */
  follow(foldedTo: string, last: string): void {
    if (foldedTo !== this.from || last !== this.upTo) this.sums = last === foldedTo ? new Sums() : null;
    [this.from, this.upTo] = [foldedTo, last];
  }

  /** Takes in what was just written, if they are kept. */
  async add(sql: Sql, counted: readonly NewlyCounted[]): Promise<void> {
    if (this.sums === null) return;
    for (const each of counted) this.sums.add(each);
    this.upTo = await lastFact(sql, this.upTo);
  }

  /** Writes them when they are many, or nothing more is to come for a while. */
  async write(sql: Sql, isLast: boolean): Promise<void> {
    if (this.sums === null || (!isLast && this.sums.size < this.most)) return;
    await writeSums(sql, this.sums, this.upTo);
    this.sums = isLast ? null : new Sums();
    this.from = this.upTo;
  }
}
