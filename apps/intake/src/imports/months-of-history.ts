import type { Database } from '#store/database';
import { ensurePartitions, existingMonths, monthLabel } from '#store/partitions';

/** History may be of months that have no tables yet. */
export class MonthsOfHistory {
  private readonly known = new Set<string>();

  constructor(private readonly database: Database) {}

  /** Makes what these instants' tickets need. Making a partition waits for everybody else, so only those that lack. */
  async prepare(instants: readonly Date[]): Promise<void> {
    const missing = new Map(instants.map((at) => [monthLabel(at), at]));
    if ([...missing.keys()].every((month) => this.known.has(month))) return;
    for (const month of await existingMonths(this.database.sql)) this.known.add(month);
    for (const [month, at] of missing) {
      if (this.known.has(month)) continue;
      await this.database.session((sql) => ensurePartitions(sql, at, at));
      this.known.add(month);
    }
    await this.database.learnMonths();
  }
}
