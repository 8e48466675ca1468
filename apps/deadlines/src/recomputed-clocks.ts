import type { ClockKind } from '#ticket/clock-kind';
import { readAllClockFacts, readStandingClocks, type ClockFacts, type StandingClocks } from '#store/clock-facts';
import type { ClockRow, KeptClocks } from '#store/clock-rows';
import type { Sql } from '#store/sql';
import { uuidInMonthOf } from '#store/uuid-v7';
import { clocksOf } from './clocks-of';
import type { RulesInForce } from './deadline-rules';
import { KnownDueTimes } from './known-due-times';
import { reconcile } from './reconcile-clocks';
import { recounted } from './recounted-clocks';
import type { Touches } from './rule-change';

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

/** What of the rules was changed: where it is only how days are worked, or when rungs come, what is counted stands. */
export type ChangedBy = Touches['by'];
const leavesBases: Readonly<Record<ChangedBy, boolean>> = { days: true, ladder: true, offices: false, class: false };

/** Computes the clocks of these tickets, which lie in one month, by these rules. Nothing is written. */
export async function recomputed(
  sql: Sql,
  ticketIds: readonly string[],
  rules: RulesInForce,
  by: ChangedBy,
): Promise<Recomputed> {
  const counted = leavesBases[by] ? countedAnew(await readStandingClocks(sql, ticketIds), rules) : [];
  const done = new Set(counted.map(({ told }) => told.ticketId));
  const others = ticketIds.filter((id) => !done.has(id));
  const facts = others.length > 0 ? await readAllClockFacts(sql, others) : [];
  const told = facts.map((one) => ({ clocks: one.clocks, told: toldAnew(one, rules), id: one.ticket.id }));
  const known = [...counted, ...told.flatMap(({ clocks, told: each }) => (each ? [{ clocks, told: each }] : []))];
  const changed = known.filter((each) => each.told.changed.length > 0);
  return {
    kept: changed.map((each) => each.told),
    moves: changed.flatMap((each) => movesOf(each.clocks, each.told)),
    unknown: told.filter((each) => each.told === null).map(({ id }) => id),
  };
}

interface Known {
  /** As they are stored. */
  readonly clocks: readonly ClockRow[];
  readonly told: KeptClocks;
}

/** Those that can be counted without their history. */
const countedAnew = (standing: readonly StandingClocks[], rules: RulesInForce): Known[] =>
  standing.flatMap((each) => {
    const anew = recounted(each, rules);
    const { id: ticketId, seq } = each.ticket;
    return anew ? [{ clocks: each.clocks, told: { ticketId, seq, ...anew } }] : [];
  });

/** Null when a due time cannot be known: better the one that stands than none. */
function toldAnew({ ticket, lines, clocks }: ClockFacts, { dueTimes, ladder }: RulesInForce): KeptClocks | null {
  const known = new KnownDueTimes(dueTimes);
  const wanted = clocksOf(lines, known);
  if (known.fault) return null;
  const { id, seq } = ticket;
  return { ticketId: id, seq, ...reconcile(ticket, wanted, clocks, () => uuidInMonthOf(id), ladder) };
}

function movesOf(clocks: readonly ClockRow[], { ticketId, changed }: KeptClocks): ClockMove[] {
  return changed.flatMap((clock) => {
    const before = clocks.find(({ key }) => key === clock.key);
    const [from, to] = [dueOf(before), dueOf(clock)];
    return from?.getTime() === to?.getTime() ? [] : [{ ticketId, kind: clock.kind, from, to }];
  });
}

/** When a clock that runs is due. */
const dueOf = (clock: KeptClocks['changed'][number] | undefined): Date | null =>
  clock?.state === 'running' ? clock.dueAt : null;
