import type { ToldLine } from '#ticket/retold';
import type { DueTold } from '#store/due-told';
import { entriesOf, isAfter } from './entry';
import type { CountedTicket, NewlyCounted } from './fact-rows';
import { factsOf } from './facts-of';
import { recordedAt } from './recorded-at';
import { retell } from './retell';

/** Everything that was told of a ticket so far. */
export interface ToldTicket {
  readonly lines: readonly ToldLine[];
  readonly dues: readonly DueTold[];
}

/**
 * What was told of a ticket since it was last counted adds to the figures. All of it is told again, so what it adds up to
 * is the same however often, and in whatever portions, it is counted.
 * @param shownAsOf the latest instant as of which figures were shown
 */
export function countedAnew(
  counted: CountedTicket,
  { lines, dues }: ToldTicket,
  shownAsOf: Date | null,
): NewlyCounted | null {
  const { ticketId, standing } = counted;
  const entries = entriesOf(lines, retell(ticketId, lines), dues);
  const last = entries.at(-1);
  // Read before somebody else counted further: what was told since is owed again, and counted with this.
  if (!last || isAfter(counted, last)) return null;
  const stamps = recordedAt(entries, { counted, shownAsOf, lateBefore: counted.late });
  const { facts, standings } = factsOf(entries, counted.team);
  // Whoever stands under nothing has no facts yet, or none any more.
  const isNew = entries.map((entry) => standing === 0 || isAfter(entry, counted));
  return {
    ...{ ticketId, seq: last.seq, due: last.due, late: stamps.late },
    ...{ standings: standings.begun, knownStandings: standing },
    changes: facts.flatMap((changed, index) =>
      isNew[index] && changed.length > 0 ? [{ recordedAt: stamps.recordedAt[index] ?? last.at, facts: changed }] : [],
    ),
  };
}
