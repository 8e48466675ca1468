import fc from 'fast-check';
import type { CalendarYear } from './calendar-year';
import type { Limit } from './limit';
import type { OfficeHours, Season } from './office-hours';
import { defaultOfficeHours } from './office-hours';

const firstYear = 2023;
const lastYear = 2026;
const dayMinutes = 1440;

/** The day of a date, and the date of a day, counted from 1970. */
const dayOf = (date: string) => Date.parse(`${date}T00:00Z`) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function yearRow(year: number): fc.Arbitrary<CalendarYear> {
  const first = dayOf(`${year}-01-01`);
  const length = dayOf(`${year + 1}-01-01`) - first;
  // One number says which day is moved and how; fast-check favours both ends, so the turn of the year is often moved.
  const moved = fc.integer({ min: -length, max: length - 1 });
  return fc.record({
    year: fc.constant(year),
    version: fc.integer({ min: 1, max: 3 }),
    source: fc.constant('random'),
    published: fc.integer({ min: 0, max: 19 }).map((n) => n > 0),
    days: fc
      .array(moved, { maxLength: 25, size: 'max' })
      .map((moves) => new Map(moves.map((n) => (n < 0 ? [first + n + length, true] : [first + n, false]))))
      .map((days) => [...days].map(([day, working]) => ({ date: dateOf(day), working, name: 'random' }))),
  });
}

/** Rows of four years with any days moved, some years unpublished; now and then a second version of the last year. */
export const anyYears: fc.Arbitrary<CalendarYear[]> = fc
  .tuple(...[2023, 2024, 2025, 2026, lastYear].map(yearRow))
  .map((rows) => (rows[4]?.version === rows[3]?.version ? rows.slice(0, 4) : rows));

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The usual office hours, or any one to three sessions between midnight and midnight. */
const anySessions: fc.Arbitrary<OfficeHours['sessions']> = fc.oneof(
  fc.constant(defaultOfficeHours.sessions),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 6, maxLength: 6 })
    .chain((bounds) => fc.constantFrom(2, 4, 6).map((n) => bounds.slice(0, n).sort((a, b) => a - b)))
    .map((bounds) =>
      bounds.flatMap((from, i) =>
        i % 2 === 0 ? [{ from: clock(from * 15), to: clock((bounds[i + 1] ?? 96) * 15) }] : [],
      ),
    ),
);

/** Dates of a leap year, in order. */
const dates = Array.from({ length: 366 }, (_, n) => dateOf(dayOf('2024-01-01') + n).slice(5));

/** None, one or two seasons that share no day, the last perhaps over the turn of the year. */
const anySeasons: fc.Arbitrary<Season[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { minLength: 4, maxLength: 4 }),
    fc.array(anySessions, { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([days, each, turns]) => {
    const sorted = days.toSorted((a, b) => a - b);
    const bounds = turns ? [...sorted.slice(1), ...sorted.slice(0, 1)] : sorted;
    return each.map((sessions, i) => ({
      from: dates[bounds[2 * i] ?? 0] ?? '',
      to: dates[bounds[2 * i + 1] ?? 0] ?? '',
      sessions,
    }));
  });

export const anyOfficeHours: fc.Arbitrary<OfficeHours> = fc.record({ sessions: anySessions, seasons: anySeasons });

const anyDay = fc.oneof(
  fc.integer({ min: dayOf(`${firstYear}-01-01`), max: dayOf(`${lastYear}-12-31`) }),
  fc
    .tuple(fc.integer({ min: firstYear, max: lastYear }), fc.integer({ min: -6, max: 6 }))
    .map(([year, n]) => dayOf(`${year}-12-31`) + n),
);

/** A whole minute since 1970 in Shanghai, often on the hour, where sessions and days begin and end. */
export const anyMinute: fc.Arbitrary<number> = fc
  .tuple(
    anyDay,
    fc.oneof(
      fc.integer({ min: 0, max: dayMinutes - 1 }),
      fc.integer({ min: 0, max: 23 }).map((h) => h * 60),
    ),
  )
  .map(([day, minute]) => day * dayMinutes + minute);

export const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 0, max: 240 }), unit: fc.constant('minutes' as const) }),
  fc.record({ amount: fc.integer({ min: 0, max: 100 }), unit: fc.constant('hours' as const) }),
  fc.record({ amount: fc.integer({ min: 0, max: 30 }), unit: fc.constant('office-hours' as const) }),
  fc.record({ amount: fc.integer({ min: 0, max: 20 }), unit: fc.constant('working-days' as const) }),
);
