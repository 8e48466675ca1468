import { Calendar } from './calendar';
import { dateOfDay, dayNumber } from './day-number';
import type { OfficeHours } from './office-hours';
import { OfficeYear } from './office-year';
import { shanghaiIso } from './shanghai-time';
import { stateCouncilYears } from './state-council-years';

const sessions = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
];
/** A longer break at noon, from May to September. */
const summer = {
  from: '05-01',
  to: '09-30',
  sessions: [
    { from: '08:30', to: '12:00' },
    { from: '15:00', to: '18:30' },
  ],
};
const hours: OfficeHours = { sessions, seasons: [summer] };
const calendar = new Calendar(stateCouncilYears(2025, 2026), hours);
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const told = (instant: Date) => shanghaiIso(instant).slice(0, 16).replace('T', ' ');

describe('an office that keeps other hours in summer', () => {
  it('closes when the hours of that day say, whenever the time began to count', () => {
    expect(told(calendar.closingAfter(at('2026-04-29 10:00'), 1))).toBe('2026-04-30 18:00');
    // The first of May to the fifth are holidays.
    expect(told(calendar.closingAfter(at('2026-04-29 10:00'), 2))).toBe('2026-05-06 18:30');
    expect(told(calendar.workingDaysLater(at('2026-04-30 18:00'), 1))).toBe('2026-05-06 18:30');
    expect(told(calendar.workingDaysLater(at('2026-04-30 17:00'), 1))).toBe('2026-05-06 17:00');
  });

  it('counts each day’s minutes by its own hours, over the turn of a season too', () => {
    expect(calendar.officeMinutesBetween(at('2026-04-30 17:00'), at('2026-05-06 15:30'))).toBe(60 + 210 + 30);
    expect(told(calendar.addOfficeMinutes(at('2026-04-30 17:00'), 300))).toBe('2026-05-06 15:30');
    expect(told(calendar.subtractOfficeMinutes(at('2026-05-06 15:30'), 300))).toBe('2026-04-30 17:00');
    expect(told(calendar.openingBefore(at('2026-05-06 08:45')))).toBe('2026-05-06 08:30');
  });

  it('may keep a season over the turn of the year', () => {
    const winter = new OfficeYear({ sessions, seasons: [{ ...summer, from: '11-01', to: '02-29' }] });
    const opening = (date: string) => winter.on(Date.parse(`${date}T00:00Z`) / 86_400_000).opening / 60_000;
    expect(['2026-01-15', '2026-02-28', '2026-03-01', '2026-12-31'].map(opening)).toEqual([510, 510, 540, 510]);
  });

  it('has no two seasons on a day, none on a date that there is not, and sessions in order in each', () => {
    const refused =
      (...seasons: NonNullable<OfficeHours['seasons']>) =>
      () =>
        new OfficeYear({ sessions, seasons });
    expect(refused(summer, { ...summer, from: '09-30', to: '10-31' })).toThrow(RangeError);
    expect(refused({ ...summer, to: '09-31' })).toThrow(RangeError);
    expect(refused({ ...summer, sessions: [] })).toThrow(RangeError);
    expect(refused(summer, { ...summer, from: '10-01', to: '04-30' })).not.toThrow();
  });
});

describe('the hours of an office over some days', () => {
  const year = new OfficeYear(hours);
  const day = (date: string) => dayNumber(date);
  const stretchesOf = (from: string, to: string) =>
    year.stretches(day(from), day(to)).map((stretch) => [dateOfDay(stretch.from), dateOfDay(stretch.to)]);

  it('are one stretch as long as they stay the same, and another from the day on which they change', () => {
    expect(stretchesOf('2026-04-29', '2026-05-03')).toEqual([
      ['2026-04-29', '2026-05-01'],
      ['2026-05-01', '2026-05-03'],
    ]);
    expect(stretchesOf('2026-06-01', '2026-06-30')).toEqual([['2026-06-01', '2026-06-30']]);
    expect(stretchesOf('2026-06-01', '2026-06-01')).toEqual([['2026-06-01', '2026-06-01']]);
    const [before, during] = year.stretches(day('2026-04-30'), day('2026-05-02'));
    expect(before?.hours).toBe(year.on(day('2026-03-02')));
    expect(during?.hours).toBe(year.on(day('2026-09-30')));
  });

  it('are one stretch where there are no seasons', () => {
    const even = new OfficeYear({ sessions });
    expect([even.isEven, year.isEven]).toEqual([true, false]);
    expect(even.stretches(day('2026-04-29'), day('2026-05-03'))).toEqual([
      { from: day('2026-04-29'), to: day('2026-05-03'), hours: even.on(0) },
    ]);
  });

  it('may be those of a single day, and are refused where two seasons share one', () => {
    const single = { ...summer, from: '05-04', to: '05-04' };
    const festive = new OfficeYear({ sessions, seasons: [single] });
    const dates = ['2026-05-03', '2026-05-04', '2026-05-05'];
    expect(dates.map((date) => festive.on(day(date)) === festive.on(day('2026-03-02')))).toEqual([true, false, true]);
    expect(() => new OfficeYear({ sessions, seasons: [summer, single] })).toThrow('Two seasons keep 05-04');
  });
});
