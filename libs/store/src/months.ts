import { monthLabel, partitionedTables } from './partitions';
import { instantOf, isUuid } from './uuid-v7';

/** The tables whose rows lie in their ticket's month, as they are named in statements. */
const parents = new RegExp(`\\b(${Object.keys(partitionedTables).join('|').replaceAll('.', '\\.')})\\b`, 'g');

/** A table by a name that stays as it is: its rows of all months, in a statement about a ticket of one. */
export const ofAnyMonth = (table: keyof typeof partitionedTables): string =>
  table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');

/** The months that have partitions, and statements that name them. */
export class Months {
  private known = new Set<string>();
  private readonly texts = new Map<string, Map<string, string>>();

  /** Months of which partitions exist, such as 2026m11. */
  know(months: readonly string[]): void {
    this.known = new Set(months);
  }

  /** The month of a ticket's id, or null when it has no partition (yet): then the parent table answers. */
  monthOf(ticketId: string): string | null {
    if (!isUuid(ticketId)) return null;
    const month = monthLabel(instantOf(ticketId));
    return this.known.has(month) ? month : null;
  }

  /** The statement with each partitioned table replaced by its partition of this month. */
  within(month: string, text: string): string {
    let months = this.texts.get(text);
    if (!months) this.texts.set(text, (months = new Map<string, string>()));
    let named = months.get(month);
    if (named === undefined) months.set(month, (named = text.replace(parents, `$1_y${month}`)));
    return named;
  }
}
