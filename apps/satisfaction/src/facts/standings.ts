import { isSameStanding, type Standing } from './standing';

/** A ticket's standings by their numbers: another one begins when it changes. */
export class Standings {
  readonly begun: (Standing & { readonly number: number })[] = [];
  private current: Standing | null = null;
  /** Of the current one; 0 before the first. */
  number = 0;

  /** The number of what the ticket stands under now. */
  numberOf(standing: Standing): number {
    if (this.current && isSameStanding(this.current, standing)) return this.number;
    this.current = standing;
    this.begun.push({ ...standing, number: (this.number += 1) });
    return this.number;
  }
}
