import { dateOfDay, dayNumber } from '#calendar/day-number';

export interface Period {
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
}

/** The period before one: whole months before whole months, else as many days. */
export function periodBefore({ from, to }: Period): Period {
  const last = dateOfDay(dayNumber(from) - 1);
  if (!from.endsWith('-01') || !dateOfDay(dayNumber(to) + 1).endsWith('-01'))
    return { from: dateOfDay(2 * dayNumber(from) - dayNumber(to) - 1), to: last };
  const months = monthOf(to) - monthOf(from) + 1;
  return { from: firstOf(monthOf(from) - months), to: last };
}

/** The same days of the year before; the 29th of February becomes the 28th, and a month's end stays one. */
export function yearBefore({ from, to }: Period): Period {
  const isEnd = dateOfDay(dayNumber(to) + 1).endsWith('-01');
  const sameEnd = dateOfDay(dayNumber(firstOf(monthOf(to) - 11)) - 1);
  return { from: sameDayBefore(from), to: isEnd ? sameEnd : sameDayBefore(to) };
}

/** Months since the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const sameDayBefore = (day: string): string =>
  day.endsWith('-02-29') ? `${Number(day.slice(0, 4)) - 1}-02-28` : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
