import type { Standing } from './standing';

/** What a ticket has facts under, by number; one that it comes back to keeps its number. */
export class Standings {
  readonly begun: (Standing & { readonly number: number })[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(standing: Standing): number {
    const key = keyOf(standing);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.begun.length + 1;
    this.numbers.set(key, number);
    this.begun.push({ ...standing, number });
    return number;
  }
}

/** The same for what is the same standing. */
export const keyOf = (standing: Standing): string =>
  [
    ...[standing.departmentId, standing.areaCode, standing.categoryCode, standing.type, standing.channel],
    ...[standing.imported, standing.team, standing.agent],
  ].join('\n');
