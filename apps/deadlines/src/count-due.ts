import type { Calendar } from '#calendar/calendar';
import type { CalendarYear } from '#calendar/calendar-year';
import { dueAt, yellowAt, type Limit } from '#calendar/limit';
import { afterPause, type Pause } from '#calendar/pause';
import type { ClockBasis, ClockRule, ClockStep } from './clock-rule';
import { unitOf } from './clock-rule';
import { withinOwnLimit, withinUpstream } from './department-bound';

/** When a step is due, when it turns yellow, and how that was counted. */
export interface Due {
  readonly dueAt: Date;
  readonly yellowAt: Date | null;
  readonly rule: ClockRule;
}

/** One stage of the counting: what led from one instant to the next due time. */
export interface Stage {
  readonly by: 'given' | 'limit' | 'margin' | 'upstream' | ClockStep;
  readonly from: Date;
  readonly dueAt: Date;
}

/**
 * Counts a due time from its beginning through everything that moved it, so that nothing is ever added up: the same
 * basis and steps give the same instant on any day. @throws UnpublishedYear
 */
export function countDue(calendar: Calendar, basis: ClockBasis, steps: readonly ClockStep[]): Due {
  const asked = new Set<Pick<CalendarYear, 'year' | 'version'>>();
  const noting = calendar.noting(asked);
  const stages = stagesOf(noting, basis, steps);
  const due = stages.at(-1)?.dueAt ?? basis.start;
  const yellow = 'given' in basis ? null : warningAt(noting, stages, basis);
  const years = [...asked]
    .map(({ year, version }) => ({ year, version }))
    .sort((left, right) => left.year - right.year);
  return { dueAt: due, yellowAt: yellow, rule: { ...basis, steps, calendar: years } };
}

/** Each stage that a due time went through, in order; the last one's is the due time. @throws UnpublishedYear */
export function stagesOf(calendar: Calendar, basis: ClockBasis, steps: readonly ClockStep[]): Stage[] {
  const stages = firstStages(calendar, basis);
  for (const step of steps) {
    const from = stages.at(-1)?.dueAt ?? basis.start;
    stages.push({ by: step, from, dueAt: afterStep(calendar, from, step, basis) });
  }
  return stages;
}

function firstStages(calendar: Calendar, basis: ClockBasis): Stage[] {
  const { start, margin, upstream } = basis;
  if ('given' in basis) return [{ by: 'given', from: start, dueAt: basis.given }];
  const stages: Stage[] = [{ by: 'limit', from: start, dueAt: dueAt(calendar, start, basis) }];
  const add = (by: Stage['by'], count: (from: Date) => Date) => {
    const from = stages.at(-1)?.dueAt ?? start;
    stages.push({ by, from, dueAt: count(from) });
  };
  if (margin) add('margin', (from) => dueAt(calendar, from, margin));
  if (upstream) add('upstream', (from) => withinUpstream(calendar, from, start, upstream));
  return stages;
}

function afterStep(calendar: Calendar, due: Date, step: ClockStep, basis: ClockBasis): Date {
  switch (step.kind) {
    case 'pause':
      // What had passed by then stands: its red stays.
      return due <= step.from ? due : shifted(calendar, due, step, basis);
    case 'promise':
      return step.to <= step.from ? due : shifted(calendar, due, step, basis);
    case 'extension':
      return later(due, step.until);
    case 'own-limit':
      return withinOwnLimit(calendar, due, basis.start, step);
    case 'handed-on':
      return step.given || step.dueAt < due ? step.dueAt : due;
    case 'send-back':
      return step.submittedAt && due < step.submittedAt ? due : later(due, dueAt(calendar, step.at, step));
  }
}

/** A superior's date stands, whatever is put aside here; but a department is never left with less than it had. */
function shifted(calendar: Calendar, due: Date, pause: Pause, basis: ClockBasis): Date {
  const moved = afterPause(calendar, due, pause, unitOf(basis));
  return basis.upstream ? later(due, withinUpstream(calendar, moved, pause.to, basis.upstream)) : moved;
}

const later = (one: Date, other: Date): Date => (one < other ? other : one);

/** The share of the time after which a clock warns is a share of the time that counted: a pause moves it too. */
function warningAt(calendar: Calendar, stages: readonly Stage[], basis: ClockBasis & Limit): Date {
  const due = stages.at(-1)?.dueAt ?? basis.start;
  const { since, limit } = countedFrom(stages, basis);
  if (limit.unit === 'working-days') return yellowAt(calendar, since, due, limit);
  const pauses = stages
    .flatMap(({ by }) => (typeof by === 'object' && by.kind === 'pause' ? [by] : []))
    .filter(({ from }) => from >= since && from < due);
  const worked = pauses.reduce((end, pause) => beforePause(calendar, end, pause, limit.unit), due);
  return pauses.reduce(
    (at, pause) => (at > pause.from ? afterPause(calendar, at, pause, limit.unit) : at),
    yellowAt(calendar, since, worked, limit),
  );
}

/** A send-back that gave more time began to count anew, until an extension gave the whole another end. */
function countedFrom(stages: readonly Stage[], basis: ClockBasis & Limit): { since: Date; limit: Limit } {
  const last = stages
    .filter(({ from, dueAt: due }) => from < due)
    .map(({ by }) => by)
    .findLast((by) => typeof by === 'object' && (by.kind === 'send-back' || by.kind === 'extension'));
  if (typeof last === 'object' && last.kind === 'send-back') return { since: last.at, limit: last };
  return { since: basis.start, limit: wholeLimit(basis) };
}

/** The limit with what comes on top of it, which decides how long before its due a clock turns yellow. */
const wholeLimit = ({ amount, unit, margin }: ClockBasis & Limit): Limit => {
  if (!margin) return { amount, unit };
  return unit === margin.unit ? { amount: amount + margin.amount, unit } : margin;
};

const beforePause = (calendar: Calendar, end: Date, { from, to }: Pause, unit: Limit['unit']): Date =>
  unit === 'office-hours'
    ? calendar.subtractOfficeMinutes(end, calendar.officeMinutesBetween(from, to))
    : new Date(end.getTime() - (to.getTime() - from.getTime()));
