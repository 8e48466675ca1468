import fc from 'fast-check';
import { Calendar } from './calendar';
import type { CalendarYear } from './calendar-year';
import { dueAt, yellowAt } from './limit';
import { MinuteOracle } from './minute-oracle.spec-support';
import type { OfficeHours } from './office-hours';
import { afterPause } from './pause';
import { anyLimit, anyMinute, anyOfficeHours, anyYears } from './random-calendar.spec-support';
import { UnpublishedYear } from './unpublished-year';

const runs = { numRuns: 500 };
const anySetting = fc.tuple(anyYears, anyOfficeHours);
const amount = fc.integer({ min: 0, max: 4000 });

const instant = (minute: number) => new Date((minute - 8 * 60) * 60_000);
const minuteOf = (at: Date) => Math.ceil(at.getTime() / 60_000) + 8 * 60;
const dateOf = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 10);
const dayOf = (date: string) => Date.parse(`${date}T00:00Z`) / 86_400_000;

/** What a computation comes to: its answer, or the year it is refused for. */
function outcome(compute: () => unknown): unknown {
  try {
    return compute();
  } catch (error) {
    if (error instanceof UnpublishedYear) return `unpublished ${error.year}`;
    throw error;
  }
}

function both([years, hours]: [CalendarYear[], OfficeHours]) {
  return { calendar: new Calendar(years, hours), oracle: new MinuteOracle(years, hours) };
}

describe('the calendar agrees with walking through every minute', () => {
  it('about which days are worked', () => {
    const property = fc.property(anySetting, anyMinute, (setting, at) => {
      const { calendar, oracle } = both(setting);
      const day = dayOf(dateOf(at));
      expect(outcome(() => calendar.isWorkingDay(dateOf(at)))).toBe(outcome(() => oracle.isWorking(day)));
    });
    fc.assert(property, runs);
  });

  it('about the working day so many days on or back', () => {
    const property = fc.property(anySetting, anyMinute, fc.integer({ min: 0, max: 300 }), (setting, at, n) => {
      const { calendar, oracle } = both(setting);
      const day = dayOf(dateOf(at));
      expect(outcome(() => dayOf(calendar.workingDayAfter(dateOf(at), n)))).toBe(
        outcome(() => oracle.workingDayAfter(day, n)),
      );
      expect(outcome(() => dayOf(calendar.workingDayBefore(dateOf(at), n)))).toBe(
        outcome(() => oracle.workingDayAfter(day, n, -1)),
      );
    });
    fc.assert(property, runs);
  });

  it('about the instant so much office time on or back', () => {
    const property = fc.property(anySetting, anyMinute, amount, (setting, at, minutes) => {
      const { calendar, oracle } = both(setting);
      expect(outcome(() => minuteOf(calendar.addOfficeMinutes(instant(at), minutes)))).toBe(
        outcome(() => oracle.add(at, minutes)),
      );
      expect(outcome(() => minuteOf(calendar.subtractOfficeMinutes(instant(at), minutes)))).toBe(
        outcome(() => oracle.subtract(at, minutes)),
      );
    });
    fc.assert(property, runs);
  });

  it('about the office time between two instants', () => {
    const property = fc.property(anySetting, anyMinute, fc.integer({ min: 0, max: 20_000 }), (setting, at, length) => {
      const { calendar, oracle } = both(setting);
      expect(outcome(() => calendar.officeMinutesBetween(instant(at), instant(at + length)))).toBe(
        outcome(() => oracle.between(at, at + length)),
      );
    });
    fc.assert(property, runs);
  });

  it('about when a limit is due', () => {
    const property = fc.property(anySetting, anyMinute, anyLimit, (setting, start, limit) => {
      const { calendar, oracle } = both(setting);
      expect(outcome(() => minuteOf(dueAt(calendar, instant(start), limit)))).toBe(
        outcome(() => oracle.dueAt(start, limit)),
      );
    });
    fc.assert(property, { numRuns: 1500 });
  });

  it('about when yellow shows, also for a due time that was moved', () => {
    const move = fc.oneof(fc.constant(0), fc.integer({ min: -8000, max: 8000 }));
    const property = fc.property(anySetting, anyMinute, anyLimit, move, (setting, start, limit, moved) => {
      const { calendar, oracle } = both(setting);
      const due = outcome(() => oracle.dueAt(start, limit) + moved);
      if (typeof due !== 'number') return;
      expect(outcome(() => minuteOf(yellowAt(calendar, instant(start), instant(due), limit)))).toBe(
        outcome(() => oracle.yellowAt(start, due, limit)),
      );
    });
    fc.assert(property, { numRuns: 1500 });
  });

  it('about where a due time stands after a pause', () => {
    const length = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 60_000 }));
    const property = fc.property(
      anySetting,
      anyMinute,
      anyMinute,
      length,
      anyLimit,
      (setting, due, from, long, limit) => {
        const { calendar, oracle } = both(setting);
        const pause = { from: instant(from), to: instant(from + long) };
        expect(outcome(() => minuteOf(afterPause(calendar, instant(due), pause, limit.unit)))).toBe(
          outcome(() => oracle.afterPause(due, from, from + long, limit)),
        );
      },
    );
    fc.assert(property, runs);
  });
});
