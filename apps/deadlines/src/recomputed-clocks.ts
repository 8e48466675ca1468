import type { ClockKind } from '#ticket/clock-kind';
import { readAllClockFacts, type ClockFacts, type KeptClocks } from '#store/clock-rows';
import type { Sql } from '#store/sql';
import { uuidInMonthOf } from '#store/uuid-v7';
import { clocksOf } from './clocks-of';
import type { RulesInForce } from './deadline-rules';
import { KnownDueTimes } from './known-due-times';
import { reconcile } from './reconcile-clocks';

/** A clock whose due time is another by other rules; null where there was or will be none. */
export interface ClockMove {
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** What other rules make of some tickets. */
export interface Recomputed {
  /** What is to be written: tickets with a clock that changed, and no others. */
  readonly kept: readonly KeptClocks[];
  readonly moves: readonly ClockMove[];
  /** Tickets left as they are, since by these rules a clock of theirs falls into a year without a notice. */
  readonly unknown: readonly string[];
}

/** Computes the clocks of these tickets, which lie in one month, by these rules. Nothing is written. */
export async function recomputed(sql: Sql, ticketIds: readonly string[], rules: RulesInForce): Promise<Recomputed> {
  const facts = await readAllClockFacts(sql, ticketIds);
  const each = facts.map((one) => ({ one, told: toldAnew(one, rules) }));
  const known = each.flatMap(({ one, told }) => (told && told.changed.length > 0 ? [{ one, told }] : []));
  return {
    kept: known.map(({ told }) => told),
    moves: known.flatMap(({ one, told }) => movesOf(one, told)),
    unknown: each.filter(({ told }) => told === null).map(({ one }) => one.ticket.id),
  };
}

/** Null when a due time cannot be known: better the one that stands than none. */
function toldAnew({ ticket, lines, clocks }: ClockFacts, { dueTimes, ladder }: RulesInForce): KeptClocks | null {
  const known = new KnownDueTimes(dueTimes);
  const wanted = clocksOf(lines, known);
  if (known.fault) return null;
  const { id, seq } = ticket;
  return { ticketId: id, seq, ...reconcile(ticket, wanted, clocks, () => uuidInMonthOf(id), ladder) };
}

function movesOf({ clocks }: ClockFacts, { ticketId, changed }: KeptClocks): ClockMove[] {
  return changed.flatMap((clock) => {
    const before = clocks.find(({ key }) => key === clock.key);
    const [from, to] = [dueOf(before), dueOf(clock)];
    return from?.getTime() === to?.getTime() ? [] : [{ ticketId, kind: clock.kind, from, to }];
  });
}

/** When a clock that runs is due. */
const dueOf = (clock: KeptClocks['changed'][number] | undefined): Date | null =>
  clock?.state === 'running' ? clock.dueAt : null;
