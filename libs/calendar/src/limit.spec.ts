import { Calendar } from './calendar';
import type { Limit } from './limit';
import { dueAt, yellowAt } from './limit';
import { defaultOfficeHours } from './office-hours';
import { shanghaiIso } from './shanghai-time';
import { stateCouncilYears } from './state-council-years';
import { UnpublishedYear } from './unpublished-year';

let calendar: Calendar;

beforeEach(() => {
  calendar = new Calendar(stateCouncilYears(2024, 2027), defaultOfficeHours);
});

/** A time in Shanghai written '2026-09-30 17:00'. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`);
const read = (instant: Date) => shanghaiIso(instant).slice(0, 16).replace('T', ' ');
const due = (start: string, limit: Limit) => read(dueAt(calendar, at(start), limit));
const yellow = (start: string, end: string, limit: Limit) => read(yellowAt(calendar, at(start), at(end), limit));
const workingDays = (amount: number): Limit => ({ amount, unit: 'working-days' });
const officeHours = (amount: number): Limit => ({ amount, unit: 'office-hours' });

describe('limits in natural time', () => {
  it('run through night, weekend and holiday', () => {
    expect(due('2026-09-30 23:50', { amount: 10, unit: 'minutes' })).toBe('2026-10-01 00:00');
    expect(due('2026-10-01 12:34', { amount: 24, unit: 'hours' })).toBe('2026-10-02 12:34');
    expect(due('2026-10-01 12:00', { amount: 1.5, unit: 'hours' })).toBe('2026-10-01 13:30');
  });

  it('never ask for a holiday notice', () => {
    expect(due('2027-12-31 23:00', { amount: 24, unit: 'hours' })).toBe('2028-01-01 23:00');
    expect(yellow('2027-12-31 23:00', '2028-01-01 23:00', { amount: 24, unit: 'hours' })).toBe('2028-01-01 18:12');
  });
});

describe('limits in office hours', () => {
  it('end at noon when they are used up at noon', () => {
    expect(due('2026-03-04 10:00', officeHours(2))).toBe('2026-03-04 12:00');
    expect(due('2026-03-04 16:00', officeHours(2))).toBe('2026-03-04 18:00');
    expect(due('2026-03-04 09:00', officeHours(7))).toBe('2026-03-04 18:00');
  });

  it.each([
    ['before opening', '2026-03-04 07:30', '2026-03-04 11:00'],
    ['across the lunch break', '2026-03-04 11:00', '2026-03-04 15:00'],
    ['at the stroke of noon', '2026-03-04 12:00', '2026-03-04 16:00'],
    ['during the lunch break', '2026-03-04 13:00', '2026-03-04 16:00'],
    ['an hour before closing', '2026-03-04 17:00', '2026-03-05 10:00'],
    ['at closing', '2026-03-04 18:00', '2026-03-05 11:00'],
    ['on Friday evening', '2026-03-06 20:00', '2026-03-09 11:00'],
    ['on a free Saturday', '2026-03-07 10:00', '2026-03-09 11:00'],
    ['on a make-up Saturday', '2026-10-10 10:00', '2026-10-10 12:00'],
    ['in the last hour before National Day', '2026-09-30 17:00', '2026-10-08 10:00'],
    ['in the middle of a holiday', '2026-10-03 10:00', '2026-10-08 11:00'],
    ['in the last hour of the year, New Year being made up on Sunday', '2025-12-31 17:00', '2026-01-04 10:00'],
  ])('of two hours, started %s', (_, start, end) => {
    expect(due(start, officeHours(2))).toBe(end);
  });

  it('keep seconds and split hours', () => {
    const end = dueAt(calendar, at('2026-03-04 11:59:30.250'), officeHours(0.5));
    expect(shanghaiIso(end)).toBe('2026-03-04T14:29:30.250+08:00');
  });

  it('show yellow after 80 % of their office time', () => {
    expect(yellow('2026-03-04 10:00', '2026-03-04 12:00', officeHours(2))).toBe('2026-03-04 11:36');
    expect(yellow('2026-09-30 17:00', '2026-10-08 10:00', officeHours(2))).toBe('2026-10-08 09:36');
    expect(yellow('2026-03-04 17:00', '2026-03-05 15:00', officeHours(5))).toBe('2026-03-05 12:00');
  });

  it('that never met an open office are yellow from the start', () => {
    expect(yellow('2026-10-01 10:00', '2026-10-02 10:00', officeHours(2))).toBe('2026-10-01 10:00');
  });
});

describe('limits in working days', () => {
  it('begin on the next working day and end at closing', () => {
    expect(due('2026-03-02 00:00', workingDays(1))).toBe('2026-03-03 18:00');
    expect(due('2026-03-02 23:59', workingDays(1))).toBe('2026-03-03 18:00');
    expect(due('2026-03-02 10:00', workingDays(5))).toBe('2026-03-09 18:00');
  });

  it('started on a free day begin on the first working day after it', () => {
    expect(due('2026-03-07 10:00', workingDays(1))).toBe('2026-03-09 18:00');
    expect(due('2026-10-03 10:00', workingDays(1))).toBe('2026-10-08 18:00');
  });

  it('count make-up workdays and skip the days they are worked for', () => {
    expect(due('2025-09-26 10:00', workingDays(1))).toBe('2025-09-28 18:00');
    expect(due('2025-09-30 10:00', workingDays(3))).toBe('2025-10-11 18:00');
    expect(due('2026-09-18 10:00', workingDays(1))).toBe('2026-09-20 18:00');
    expect(due('2026-09-30 10:00', workingDays(5))).toBe('2026-10-13 18:00');
    expect(due('2026-10-10 10:00', workingDays(1))).toBe('2026-10-12 18:00');
  });

  it('cross into a year whose notice is known', () => {
    expect(due('2025-12-31 10:00', workingDays(1))).toBe('2026-01-04 18:00');
    expect(due('2024-12-25 10:00', workingDays(5))).toBe('2025-01-02 18:00');
  });

  it('are refused when they reach a year whose notice is not known, rather than guessed', () => {
    expect(due('2026-12-24 10:00', workingDays(5))).toBe('2026-12-31 18:00');
    expect(() => due('2026-12-24 10:00', workingDays(6))).toThrow(new UnpublishedYear(2027));
    expect(() => due('2026-12-31 17:30', officeHours(1))).toThrow(new UnpublishedYear(2027));
  });

  it('of three and more show yellow when the last day opens', () => {
    expect(yellow('2026-09-30 10:00', '2026-10-12 18:00', workingDays(4))).toBe('2026-10-12 09:00');
    expect(yellow('2026-03-02 10:00', '2026-03-05 18:00', workingDays(3))).toBe('2026-03-05 09:00');
  });

  it('of one or two show yellow four office hours before they are due', () => {
    expect(yellow('2026-03-02 10:00', '2026-03-04 18:00', workingDays(2))).toBe('2026-03-04 14:00');
    expect(yellow('2026-03-02 10:00', '2026-03-03 18:00', workingDays(1))).toBe('2026-03-03 14:00');
    expect(yellow('2026-09-30 10:00', '2026-10-08 10:00', workingDays(1))).toBe('2026-09-30 15:00');
  });

  it('moved by an extension show yellow on the new last day', () => {
    expect(yellow('2026-03-02 10:00', '2026-03-16 18:00', workingDays(5))).toBe('2026-03-16 09:00');
  });

  it("cut short by a superior's date show yellow when the office last opens before it", () => {
    expect(yellow('2026-03-02 10:00', '2026-03-07 12:00', workingDays(5))).toBe('2026-03-06 09:00');
    expect(yellow('2026-03-02 10:00', '2026-03-06 00:00', workingDays(5))).toBe('2026-03-05 09:00');
    expect(yellow('2026-03-02 10:00', '2026-03-06 09:00', workingDays(5))).toBe('2026-03-05 09:00');
    expect(yellow('2026-03-02 10:00', '2026-03-06 09:01', workingDays(5))).toBe('2026-03-06 09:00');
  });

  it('cut shorter than their warning are yellow from the start, and so are those past before they began', () => {
    expect(yellow('2026-03-02 10:00', '2026-03-02 18:00', workingDays(5))).toBe('2026-03-02 10:00');
    expect(yellow('2026-03-02 15:00', '2026-03-02 18:00', workingDays(1))).toBe('2026-03-02 15:00');
    expect(yellow('2026-03-02 10:00', '2026-03-01 10:00', officeHours(2))).toBe('2026-03-02 10:00');
  });
});

describe('limits of nothing and nonsense', () => {
  const units = ['minutes', 'hours', 'office-hours', 'working-days'] as const;

  it.each(units)('0 %s are due at once, even where no calendar is known', (unit) => {
    expect(due('2027-06-05 03:00', { amount: 0, unit })).toBe('2027-06-05 03:00');
  });

  it.each(units)('-1 and NaN %s are refused', (unit) => {
    expect(() => due('2026-03-02 10:00', { amount: -1, unit })).toThrow(RangeError);
    expect(() => due('2026-03-02 10:00', { amount: NaN, unit })).toThrow(RangeError);
  });

  it.each(units)('an infinite number of %s is refused', (unit) => {
    expect(() => due('2026-03-02 10:00', { amount: Infinity, unit })).toThrow(RangeError);
  });

  it('of negative length are refused by their length', () => {
    expect(() => due('2026-03-02 10:00', { amount: -2, unit: 'hours' })).toThrow('from an instant: -120 min');
  });

  it('half a working day is refused', () => {
    expect(() => due('2026-03-02 10:00', workingDays(0.5))).toThrow('Not a number of days: 0.5');
  });

  it.each(units)('%s from no instant at all are refused', (unit) => {
    expect(() => dueAt(calendar, new Date(NaN), { amount: 1, unit })).toThrow(RangeError);
  });
});

it('works out a due time in less than 20 microseconds', () => {
  const limits = [workingDays(10), officeHours(2), workingDays(1), { amount: 24, unit: 'hours' } as const];
  const microsecondsEach = (round: number) => {
    const before = process.cpuUsage();
    for (let i = 0; i < 250; i++) {
      const start = new Date(Date.UTC(2024, round, 5) + i * 9_000_017);
      for (const limit of limits) dueAt(calendar, start, limit);
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / (250 * limits.length);
  };
  // Processor time, in the best of many short rounds: what the code costs, not what else the machine is doing.
  expect(Math.min(...Array.from({ length: 24 }, (_, round) => microsecondsEach(round)))).toBeLessThan(20);
});
