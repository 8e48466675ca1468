import { clockKinds } from '#ticket/clock-kind';
import type { ClockRow } from '#store/clock-rows';
import type { StandingClocks } from '#store/clock-facts';
import type { RulesInForce } from './deadline-rules';
import { KnownDueTimes } from './known-due-times';
import { readClockRule } from './read-clock-rule';
import { reconcile, type Reconciled } from './reconcile-clocks';
import type { WantedClock } from './wanted-clock';

/**
 * Clocks after days came to be worked otherwise, or a rung to come at another time, counted from what stands beside each
 * of them: where nothing has moved a due time since it was set, the history behind it tells nothing more. Null for a
 * ticket of which only its history tells: that is the one way by which everything else is computed (clocks-of.ts).
 */
export function recounted({ ticket, clocks, areTold }: StandingClocks, rules: RulesInForce): Reconciled | null {
  if (!areTold || ticket.ownDueAt) return null;
  const dueTimes = new KnownDueTimes(rules.dueTimes);
  const running = clocks.filter(({ state }) => state === 'running');
  const wanted = running.flatMap((clock) => (clock.round === ticket.round ? (countedAnew(clock, dueTimes) ?? []) : []));
  return wanted.length === running.length ? reconcile(ticket, wanted, clocks, noNewClock, rules.ladder) : null;
}

function noNewClock(): never {
  throw new Error('a clock begins that was not stored');
}

/** Null where its due time was moved or set by somebody, or its rungs wait. */
function countedAnew(clock: ClockRow, dueTimes: KnownDueTimes): WantedClock | null {
  const { key, kind, assignmentId, round, generation, state, startedAt, metAt } = clock;
  const rule = readClockRule(clock.rule);
  // A further attempt may be due with the one before it, and leave no trace beside the clock.
  if (!rule || rule.steps.length > 0 || 'given' in rule || kind === 'callback') return null;
  if (clock.nextMarkAt === null && !clockKinds[kind].silent) return null;
  const due = dueTimes.anew(rule);
  const standing = { key, kind, assignmentId, round, generation, state, startedAt, metAt };
  return due && { ...standing, ...due, underReview: false, paused: false };
}
