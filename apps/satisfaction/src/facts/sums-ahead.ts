import type { Sql } from '#store/sql';
import type { NewlyCounted } from './fact-rows';
import { lastFact } from './fold';
import { Sums } from './sums';
import { writeSums } from './write-sums';

/** More sums than these are written before others are begun: some hundred bytes each. */
const sumsAtMost = 2_000_000;

/**
 * Sums that are kept while many tickets are counted, so that a million of them are not read again to be added up. They are
 * of the facts that follow those in the tallies, as far as one process has written them without a gap; where another has
 * written some, or a transaction came to nothing, they are thrown away, and the facts are folded like any others.
 */
export class SumsAhead {
  private sums: Sums | null = null;
  /** The last fact that is in them. */
  private upTo = '';

  get isKept(): boolean {
    return this.sums !== null;
  }

  /** Goes on with them, or begins them, where the last fact there is allows it. */
  follow(foldedTo: string, last: string): void {
    if (last !== this.upTo) this.sums = last === foldedTo ? new Sums() : null;
    this.upTo = last;
  }

  /** Takes in what was just written, if they are kept. */
  async add(sql: Sql, counted: readonly NewlyCounted[]): Promise<void> {
    if (this.sums === null) return;
    for (const each of counted) this.sums.add(each);
    this.upTo = await lastFact(sql, this.upTo);
  }

  /** Writes them when they are many, or nothing more is to come for a while. */
  async write(sql: Sql, isLast: boolean): Promise<void> {
    if (this.sums === null || (!isLast && this.sums.size < sumsAtMost)) return;
    await writeSums(sql, this.sums, this.upTo);
    this.sums = isLast ? null : new Sums();
  }
}
