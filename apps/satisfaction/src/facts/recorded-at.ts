/** A line of a ticket's history, and when the figures learnt of it where that was after they had been shown. */
export interface Stamped {
  readonly seq: number;
  readonly at: Date;
}

export interface Stamps {
  /** For each line, from when on the figures know of it. */
  readonly recordedAt: readonly Date[];
  /** Of those lines that came too late, which from now on are known from another instant than their own. */
  readonly late: readonly { readonly seq: number; readonly recordedAt: Date }[];
}

/**
 * From when on the figures know of each line: from its own instant, and never before the line that stands ahead of it. A
 * line that comes when figures as of a later instant have been shown already is known from after that: what was shown
 * stays as it was.
 * @param countedSeq up to which line the ticket was counted before
 * @param shownAsOf the latest instant as of which figures were shown; null before the first
 * @param lateBefore lines that came too late before, and from when on they are known
 */
export function recordedAt(
  lines: readonly Stamped[],
  {
    countedSeq,
    shownAsOf,
    lateBefore,
  }: { countedSeq: number; shownAsOf: Date | null; lateBefore: ReadonlyMap<number, Date> },
): Stamps {
  const late: { seq: number; recordedAt: Date }[] = [];
  const after = shownAsOf && new Date(shownAsOf.getTime() + 1);
  let last = new Date(-8.64e15);
  const stamps = lines.map(({ seq, at }) => {
    const own = latest(lateBefore.get(seq) ?? at, last);
    const isLate = after !== null && seq > countedSeq && own < after;
    if (isLate) late.push({ seq, recordedAt: after });
    return (last = isLate ? after : own);
  });
  return { recordedAt: stamps, late };
}

const latest = (one: Date, other: Date): Date => (one > other ? one : other);
