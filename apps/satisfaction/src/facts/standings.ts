import { isSame, type Standing } from './standing';

/** What a ticket has facts under, by number; one that it comes back to keeps its number. */
export class Standings {
  readonly begun: (Standing & { readonly number: number })[] = [];
  private last: { readonly standing: Standing; readonly number: number } | null = null;

  numberOf(standing: Standing): number {
    // Most of what is counted stands under what the one before stood under.
    if (this.last?.standing === standing) return this.last.number;
    const number = this.begun.find((known) => isSame(known, standing))?.number ?? this.begin(standing);
    this.last = { standing, number };
    return number;
  }

  private begin(standing: Standing): number {
    const number = this.begun.length + 1;
    this.begun.push({ ...standing, number });
    return number;
  }
}
