import { monthStart } from '#store/partitions';
import { firstIdAt } from '#store/uuid-v7';
import type { ListQuery } from '#platform/ticket-lists';

export type Stretch = NonNullable<ListQuery['between']>;

/** The months of a list in its order, one stretch after the other. */
export class Stretches {
  private month: Date;
  private end: string | null = null;

  /** @param beginning an instant of the first month */
  constructor(
    beginning: Date,
    private readonly descending: boolean,
  ) {
    this.month = monthStart(beginning, descending ? 1 : 0);
  }

  /** The ids between which the next so many months lie; all that are left for `Infinity`. */
  next(months: number): Stretch {
    const begin = this.end;
    this.end = months === Infinity ? null : firstIdAt(this.pass(months));
    return this.descending ? { from: this.end, before: begin } : { from: begin, before: this.end };
  }

  private pass(months: number): Date {
    this.month = monthStart(this.month, this.descending ? -months : months);
    return this.month;
  }
}
