import type { ClockKind } from '#ticket/clock-kind';
import { readAllClockFacts, readStandingClocks, type ClockFacts, type StandingClocks } from '#store/clock-facts';
import type { ClockRow, KeptClocks } from '#store/clock-rows';
import type { Sql } from '#store/sql';
import { uuidInMonthOf } from '#store/uuid-v7';
import { clocksOf } from './clocks-of';
import type { RulesInForce } from './deadline-rules';
import { KnownDueTimes } from './known-due-times';
import { reconcile, type Reconciled } from './reconcile-clocks';
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
  const known = [...counted, ...facts.flatMap((one) => toldAnew(one, rules) ?? [])];
  const isKnown = new Set(known.map(({ told }) => told.ticketId));
  const changed = known.filter(({ told }) => told.changed.length > 0);
  return {
    kept: changed.map(({ told }) => told),
    moves: changed.flatMap(movesOf),
    unknown: facts.map(({ ticket }) => ticket.id).filter((id) => !isKnown.has(id)),
  };
}

/** What is known of a ticket's clocks by the other rules. */
interface Known {
  /** As they are stored. */
  readonly clocks: readonly ClockRow[];
  readonly told: KeptClocks;
}

const knownOf = ({ ticket, clocks }: Pick<ClockFacts, 'ticket' | 'clocks'>, anew: Reconciled): Known => ({
  clocks,
  told: { ticketId: ticket.id, seq: ticket.seq, ...anew },
});

/** Those that can be counted without their history. */
const countedAnew = (standing: readonly StandingClocks[], rules: RulesInForce): Known[] =>
  standing.flatMap((each) => {
    const anew = recounted(each, rules);
    return anew ? knownOf(each, anew) : [];
  });

/** Null when a due time cannot be known: better the one that stands than none. */
function toldAnew(facts: ClockFacts, { dueTimes, ladder }: RulesInForce): Known | null {
  const { ticket, lines, clocks } = facts;
  const asked = new KnownDueTimes(dueTimes);
  const wanted = clocksOf(lines, asked);
  if (asked.fault) return null;
  return knownOf(
    facts,
    reconcile(ticket, wanted, clocks, () => uuidInMonthOf(ticket.id), ladder),
  );
}

function movesOf({ clocks, told: { ticketId, changed } }: Known): ClockMove[] {
  return changed.flatMap((clock) => {
    const before = clocks.find(({ key }) => key === clock.key);
    const [from, to] = [dueOf(before), dueOf(clock)];
    return from?.getTime() === to?.getTime() ? [] : [{ ticketId, kind: clock.kind, from, to }];
  });
}

/** When a clock that runs is due. */
const dueOf = (clock: KeptClocks['changed'][number] | undefined): Date | null =>
  clock?.state === 'running' ? clock.dueAt : null;
