import type { ToldLine } from '#ticket/retold';
import { shanghaiDate } from '#store/shanghai-date';
import type { CountedTicket, NewlyCounted } from './fact-rows';
import { factsOf } from './facts-of';
import { recordedAt } from './recorded-at';
import { retell } from './retell';
import { Standings } from './standings';

/**
 * What lines since a ticket was last counted add to the figures. Its whole history is told again, so what it adds up to
 * is the same however often, and in whatever portions, it is counted.
 * @param shownAsOf the latest instant as of which figures were shown
 */
export function countedAnew(
  counted: CountedTicket,
  lines: readonly ToldLine[],
  shownAsOf: Date | null,
): NewlyCounted | null {
  const { ticketId, seq: countedSeq, standing } = counted;
  const tickets = retell(ticketId, lines);
  const last = tickets.at(-1);
  if (!last) return null;
  const lateBefore = new Map(counted.late.map(({ seq, at }) => [seq, new Date(at)]));
  const stamps = recordedAt(lines, { countedSeq, shownAsOf, lateBefore });
  // Whoever stands under nothing has no facts yet, or none any more.
  const from = standing === 0 ? 0 : countedSeq;
  const standings = new Standings();
  const day = shanghaiDate(last.registeredAt);
  const steps = tickets.map((ticket, index) => ({ ticket, name: lines[index]?.name ?? 'register' }));
  const facts = factsOf(steps, counted.team).flatMap((changes, index) => {
    const told = changes.map(({ standing: under, ...fact }) => ({
      ...fact,
      ...{ standing: standings.numberOf(under), day, recordedAt: stamps.recordedAt[index] ?? last.registeredAt },
    }));
    return (tickets[index]?.seq ?? 0) > from ? told : [];
  });
  return {
    ...{ ticketId, seq: last.seq, standing: standings.number, facts, late: stamps.late },
    standings: standings.begun.filter(({ number }) => number > standing),
  };
}
