import { Calendar } from '#calendar/calendar';
import { defaultOfficeHours } from '#calendar/office-hours';
import { shanghaiIso } from '#calendar/shanghai-time';
import { stateCouncilYears } from '#calendar/state-council-years';
import type { ATicket } from '#testing/a-ticket';
import type { ClockKind } from '#ticket/clock-kind';
import type { Line } from '#ticket/line';
import type { ToldLine } from '#store/clock-facts';
import { clocksOf } from './clocks-of';
import { defaultLimits } from './default-limits';
import { DueTimes } from './due-times';
import { defaultLadder } from './ladder/default-ladder';
import { Ladder } from './ladder/ladder';
import type { LadderRow } from './ladder/ladder-row';
import { Offices } from './office-hours/offices';
import { TimeLimits, type TimeLimit } from './time-limit';
import type { WantedClock } from './wanted-clock';

/** The limits a new system begins with, as rows of the table. */
export const limits = new TimeLimits(
  defaultLimits.flatMap(({ type = null, urgency = null, steps }) =>
    Object.entries(steps).map(([clock, limit]): TimeLimit => {
      const kind = clock as ClockKind;
      return {
        id: `${type ?? urgency ?? 'all'}/${kind}`,
        version: 1,
        type,
        urgency,
        categoryCode: null,
        clock: kind,
        source: '',
        validFrom: null,
        ...limit,
      };
    }),
  ),
);

export const calendar = new Calendar(stateCouncilYears(2025, 2026), defaultOfficeHours);
export const dueTimes = new DueTimes(limits, new Offices({ calendar }));

/** The ladder a new system begins with; a row is known by what it says. */
export const ladderRows = defaultLadder.map((rule): LadderRow => {
  const id = `${rule.ladder}/${rule.urgency}/${rule.rung}`;
  return { ...rule, id, version: 1, source: '', validFrom: new Date('2020-01-01T00:00:00+08:00'), validTo: null };
});
export const ladder = new Ladder(ladderRows, calendar);

/** Lines as they come back from the database: instants among the facts are text. */
export const stored = (lines: readonly Line[]): ToldLine[] =>
  lines.map((line) => ({ ...line, data: JSON.parse(JSON.stringify(line.data)) as ToldLine['data'] }));

export const clocksOfLines = (lines: readonly Line[]): WantedClock[] => clocksOf(stored(lines), dueTimes);

const read = (instant: Date | null): string => (instant ? shanghaiIso(instant).slice(0, 16).replace('T', ' ') : '');

/** Every clock of a kind, in the order they started: `running, due 2026-03-09 18:00`, `met 2026-03-02 10:03`, `cancelled`. */
export function clocks(ticket: ATicket, kind: ClockKind, departmentId?: string): string[] {
  const parts = ticket.now.assignments.filter((each) => each.departmentId === departmentId).map(({ id }) => id);
  return clocksOfLines(ticket.lines)
    .filter((clock) => clock.kind === kind)
    .filter(({ assignmentId }) => departmentId === undefined || parts.includes(assignmentId ?? ''))
    .map(({ state, dueAt, metAt }) => {
      if (state === 'met') return `met ${read(metAt)}`;
      return state === 'running' ? `running, due ${read(dueAt)}` : state;
    });
}

/** The last clock of a kind that was started. */
export const clock = (ticket: ATicket, kind: ClockKind, departmentId?: string): string | undefined =>
  clocks(ticket, kind, departmentId).at(-1);

export const due = (ticket: ATicket, kind: ClockKind): string =>
  read(clocksOfLines(ticket.lines).findLast((each) => each.kind === kind)?.dueAt ?? null);

export const yellow = (ticket: ATicket, kind: ClockKind): string =>
  read(clocksOfLines(ticket.lines).findLast((each) => each.kind === kind)?.yellowAt ?? null);

/** Kinds of the clocks that run. */
export const running = (ticket: ATicket): ClockKind[] =>
  clocksOfLines(ticket.lines).flatMap(({ state, kind }) => (state === 'running' ? [kind] : []));
