import type { AuditedTicket } from './read-audited';

const dayMs = 86_400_000;
/** Shanghai has had one time all year since 1991. */
const shanghaiMs = 8 * 3_600_000;

/** When the first and the last line of a day were written, in ms since 1970. */
export interface Written {
  readonly first: number;
  readonly last: number;
}

/** By day in Shanghai, counted from 1970. */
export type DaysWritten = ReadonlyMap<number, Written>;

export const dayNumber = (at: Date): number => Math.floor((at.getTime() + shanghaiMs) / dayMs);

/** `2026-09-14` as the days since 1970. */
export const numberOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
export const dayOfNumber = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/**
 * The days on which lines were added to chains that an anchor of an earlier day had seen. Others prove nothing about a
 * house that was running: a seed writes at once whole histories of days long past.
 */
export function daysWritten(audited: readonly Pick<AuditedTicket, 'lines' | 'anchored'>[]): DaysWritten {
  const days = new Map<number, Written>();
  for (const { lines, anchored } of audited) {
    const [first] = anchored;
    if (!first) continue;
    const seen = numberOfDay(first.day);
    for (const { at } of lines.slice(first.seq)) if (dayNumber(at) > seen) add(days, dayNumber(at), at.getTime());
  }
  return days;
}

/** Of both together. */
export function allDays(each: readonly DaysWritten[]): DaysWritten {
  const days = new Map<number, Written>();
  for (const [day, { first, last }] of each.flatMap((some) => [...some])) {
    add(days, day, first);
    add(days, day, last);
  }
  return days;
}

function add(days: Map<number, Written>, day: number, at: number): void {
  const { first, last } = days.get(day) ?? { first: at, last: at };
  days.set(day, { first: Math.min(first, at), last: Math.max(last, at) });
}
