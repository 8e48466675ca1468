import type { RouteAnswer } from '#http-api/routes';
import { clockKinds } from '#ticket/clock-kind';
import type { ClockRow } from '#store/clock-rows';
import { unitOf, type ClockBasis, type ClockRule } from '../clock-rule';
import { stagesOf, type Stage } from '../count-due';
import { DayCount } from './day-count';
import type { NamedCalendar, NamedHours } from './named-calendar';
import { receiptLines } from './receipt-lines';

export type Receipt = RouteAnswer<'GET /api/clocks/:id/receipt'>;
export type ReceiptStage = Receipt['stages'][number];
export type ReceiptDay = ReceiptStage['days'][number];

export type SaidLimit = Pick<Extract<Receipt['steps'][number], { kind: 'own-limit' }>, 'by' | 'reason' | 'source'>;

/** What a receipt is made of, beside the clock. */
export interface ReceiptFacts {
  readonly ticketId: string;
  /** Whose part it is the clock of. */
  readonly part: Receipt['part'];
  /** Since when the ticket is held, while it is. */
  readonly heldSince: Date | null;
  /** Where the limit comes from; null where its row is gone or there is none. */
  readonly limitSource: string | null;
  /** Who set the limits of its own that moved it, and why, by the lines that say so. */
  readonly ownLimits: ReadonlyMap<number, SaidLimit>;
  /** The calendar years and office hours in the versions that the clock's rule names. */
  readonly named: NamedCalendar;
}

/** How the due time of a clock came about, stage by stage and day by day. @throws UnpublishedYear */
export function receiptOf(clock: Omit<ClockRow, 'rule'>, rule: ClockRule, facts: ReceiptFacts): Receipt {
  const { years, officeHours, calendar, days } = facts.named;
  const count = new DayCount(days, calendar);
  const stages = stagesOf(count.calendar, rule, rule.steps).map((stage) => toldStage(stage, rule, count));
  const told = {
    ...factsOf(clock, facts),
    ...basisOf(rule, facts.limitSource),
    steps: stepsOf(rule, facts.ownLimits),
    officeHours: officeHours.sessions.map(({ from, to }) => ({ from, to })),
    hours: hoursOf(officeHours),
    calendars: years.map(({ year, version, source }) => ({ year, version, source })),
    stages,
  };
  return { ...told, lines: receiptLines(told) };
}

const unsaid: SaidLimit = { by: null, reason: null, source: null };

const stepsOf = ({ steps }: ClockRule, said: ReceiptFacts['ownLimits']): Receipt['steps'] =>
  steps.map((step) => {
    const told = JSON.parse(JSON.stringify(step)) as Receipt['steps'][number];
    return told.kind === 'own-limit' ? { ...told, ...(said.get(told.seq) ?? unsaid) } : told;
  });

const hoursOf = ({ departmentId, version, source }: NamedHours): Receipt['hours'] => ({
  departmentId,
  version,
  source,
});

function factsOf(clock: Omit<ClockRow, 'rule'>, { ticketId, part, heldSince }: ReceiptFacts) {
  const { id: clockId, kind, state, yellowAt, dueAt, metAt } = clock;
  const isPaused = state === 'running' && kind !== 'held';
  return {
    clockId,
    ticketId,
    kind,
    label: clockKinds[kind].label,
    part,
    state,
    pausedSince: isPaused ? (heldSince?.toISOString() ?? null) : null,
    yellowAt: yellowAt?.toISOString() ?? null,
    dueAt: dueAt.toISOString(),
    metAt: metAt?.toISOString() ?? null,
  };
}

function basisOf(rule: ClockRule, source: string | null) {
  const { start, margin = null, upstream } = rule;
  return {
    start: start.toISOString(),
    limit:
      'given' in rule
        ? null
        : { id: rule.limitId, version: rule.limitVersion, source, amount: rule.amount, unit: rule.unit },
    given: 'given' in rule ? rule.given.toISOString() : null,
    margin,
    upstream: upstream ? { dueAt: upstream.dueAt.toISOString(), bounds: upstream.bounds } : null,
  };
}

/** What sets a due time without counting to it. */
const uncounted: readonly ReceiptStage['by'][] = ['given', 'upstream', 'extension', 'handed-on'];

function toldStage({ by, from, dueAt }: Stage, basis: ClockBasis, count: DayCount): ReceiptStage {
  const step = typeof by === 'object' ? by : null;
  const name = typeof by === 'object' ? by.kind : by;
  const unit = unitOfStage(by, basis);
  const isPause = (step?.kind === 'pause' || step?.kind === 'promise') && from < dueAt;
  // A due time at midnight ends the day before; only a start counts from the day it lies in.
  const since = step?.kind === 'send-back' ? step.at : step ? new Date(from.getTime() - 1) : from;
  const isCounted = from < dueAt && !uncounted.includes(name);
  return {
    by: name,
    from: from.toISOString(),
    dueAt: dueAt.toISOString(),
    within: isPause ? count.within(step, unit) : [],
    days: isCounted ? count.onward(since, dueAt, unit) : [],
  };
}

function unitOfStage(by: Stage['by'], basis: ClockBasis) {
  if (typeof by === 'object') return by.kind === 'send-back' ? by.unit : unitOf(basis);
  return by === 'limit' && !('given' in basis) ? basis.unit : unitOf(basis);
}
