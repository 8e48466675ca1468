import { isAfter, type Position } from './entry';

/** Something that was told of a ticket, and when it happened. */
export interface Stamped extends Position {
  readonly at: Date;
}

/** What came when figures as of a later instant had been shown, and from when on they know of it. */
export interface Late extends Position {
  readonly recordedAt: Date;
}

export interface Stamps {
  /** For each entry, from when on the figures know of it. */
  readonly recordedAt: readonly Date[];
  /** Of those entries that came too late, which from now on are known from another instant than their own. */
  readonly late: readonly Late[];
}

/**
 * From when on the figures know of each entry: from its own instant, and never before the one that stands ahead of it. One
 * that comes when figures as of a later instant have been shown already is known from after that: what was shown stays as
 * it was.
 * @param counted up to where the ticket was counted before
 * @param shownAsOf the latest instant as of which figures were shown; null before the first
 * @param lateBefore what came too late before
 */
export function recordedAt(
  entries: readonly Stamped[],
  { counted, shownAsOf, lateBefore }: { counted: Position; shownAsOf: Date | null; lateBefore: readonly Late[] },
): Stamps {
  const late: Late[] = [];
  const known = new Map(lateBefore.map((each) => [keyOf(each), each.recordedAt]));
  const after = shownAsOf && new Date(shownAsOf.getTime() + 1);
  let last = new Date(-8.64e15);
  const stamps = entries.map((entry) => {
    const own = latest(known.get(keyOf(entry)) ?? entry.at, last);
    const isLate = after !== null && isAfter(entry, counted) && own < after;
    if (isLate) late.push({ seq: entry.seq, due: entry.due, recordedAt: after });
    return (last = isLate ? after : own);
  });
  return { recordedAt: stamps, late };
}

const keyOf = ({ seq, due }: Position): string => `${seq}.${due}`;

const latest = (one: Date, other: Date): Date => (one > other ? one : other);
