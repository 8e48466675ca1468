import { dateOfDay, dayNumber } from './day-number';

/** Dates are YYYY-MM-DD. */
export type Shift = { readonly days: number } | { readonly months: number };

interface SpanRow {
  /** The day with which the span that has this day begins. */
  readonly first: (day: string) => string;
  /** To the next one. */
  readonly shift: Shift;
  /** What the span that has this day is known by; the keys of one kind sort as they follow each other. */
  readonly key: (day: string) => string;
  /** A day well within the span of this key. */
  readonly middle: (key: string) => string;
}

const part = (from: number, to?: number) => (text: string) => text.slice(from, to);
const year = part(0, 4);
const monthOf = (day: string): number => Number(day.slice(5, 7));
const quarterOf = (day: string): number => Math.ceil(monthOf(day) / 3);
const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Monday's week (ISO 8601): the first of a year is the one that has its first Thursday. */
const monday = (day: string): string => dateOfDay(dayNumber(day) - ((dayNumber(day) + 3) % 7));
const thursday = (day: string): string => dateOfDay(dayNumber(monday(day)) + 3);
const weekOf = (day: string): number =>
  Math.floor((dayNumber(thursday(day)) - dayNumber(`${year(thursday(day))}-01-01`)) / 7) + 1;

/** The calendar's spans of time, the shortest first. */
export const timeSpans = {
  day: { first: (day) => day, shift: { days: 1 }, key: (day) => day, middle: (key) => key },
  week: {
    first: monday,
    shift: { days: 7 },
    key: (day) => `${year(thursday(day))}-W${twoDigits(weekOf(day))}`,
    middle: (key) => dateOfDay(dayNumber(thursday(`${year(key)}-01-04`)) + 7 * (Number(key.slice(6)) - 1)),
  },
  month: {
    first: (day) => `${day.slice(0, 7)}-01`,
    shift: { months: 1 },
    key: part(0, 7),
    middle: (key) => `${key}-15`,
  },
  quarter: {
    first: (day) => `${year(day)}-${twoDigits(3 * quarterOf(day) - 2)}-01`,
    shift: { months: 3 },
    key: (day) => `${year(day)}-Q${quarterOf(day)}`,
    middle: (key) => `${year(key)}-${twoDigits(3 * Number(key.slice(6)) - 1)}-15`,
  },
  year: {
    first: (day) => `${year(day)}-01-01`,
    shift: { months: 12 },
    key: year,
    middle: (key) => `${key}-07-01`,
  },
} as const satisfies Record<string, SpanRow>;

export type TimeSpan = keyof typeof timeSpans;
export const timeSpanNames = Object.keys(timeSpans) as TimeSpan[];
export const isTimeSpan = (name: string): name is TimeSpan => Object.hasOwn(timeSpans, name);

/** So much later, or earlier; a month that is too short ends with its last day. */
export function shifted(day: string, by: Shift): string {
  if ('days' in by) return dateOfDay(dayNumber(day) + by.days);
  const first = new Date(Date.UTC(Number(year(day)), monthOf(day) - 1 + by.months, 1)).toISOString().slice(0, 10);
  const date = Math.min(Number(day.slice(8)), Number(lastOfMonth(first).slice(8)));
  return `${first.slice(0, 8)}${twoDigits(date)}`;
}

export const times = (shift: Shift, n: number): Shift =>
  'days' in shift ? { days: shift.days * n } : { months: shift.months * n };

export const lastOf = (span: TimeSpan, day: string): string => {
  const { first, shift } = timeSpans[span];
  return dateOfDay(dayNumber(shifted(first(day), shift)) - 1);
};

export const lastOfMonth = (day: string): string => {
  const [of = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(of, month, 0)).toISOString().slice(0, 10);
};

/**
 * The period of a span as somebody asks for it on a day: from its beginning to that day, or one that is over, whole.
 * @param back 0 for the one that goes on, 1 for the one before
 */
export function spanPeriod(
  { span, back }: { span: TimeSpan; back: number },
  today: string,
): { from: string; to: string } {
  const { first, shift } = timeSpans[span];
  const from = shifted(first(today), times(shift, -back));
  return { from, to: back === 0 ? today : lastOf(span, from) };
}
