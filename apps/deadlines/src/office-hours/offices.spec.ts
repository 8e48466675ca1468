import { defaultOfficeHours } from '#calendar/office-hours';
import { stateCouncilYears } from '#calendar/state-council-years';
import { at } from '#testing/a-ticket';
import { officesOf, type KeptHours } from './offices';

const departments = new Map([
  ['bureau', null],
  ['station', 'bureau'],
  ['street', null],
]);
const hours = (departmentId: string | null, version: number, to: string | null): KeptHours => ({
  id: `${departmentId ?? 'house'} ${version}`,
  departmentId,
  version,
  sessions: to === null ? null : [{ from: '09:00', to }],
  source: '',
});
const closing = (versions: KeptHours[], of: string | null) => {
  const offices = officesOf({ years: stateCouncilYears(2026, 2026), hours: versions, departments });
  const { calendar, hours: row } = offices.of(of);
  expect(offices.keeping(row).calendar).toBe(calendar);
  return [calendar.closingAfter(at('2026-03-02 10:00'), 1).toISOString(), row];
};
const six = '2026-03-03T10:00:00.000Z';
const five = '2026-03-03T09:00:00.000Z';
const four = '2026-03-03T08:00:00.000Z';

describe('an office', () => {
  it('keeps the hours that the program knows, while nobody has set any', () => {
    expect(defaultOfficeHours.sessions.at(-1)?.to).toBe('18:00');
    expect(closing([], null)).toEqual([six, undefined]);
    expect(closing([], 'bureau')).toEqual([six, undefined]);
  });

  it('keeps those of the house in their newest version, whatever order they are read in', () => {
    const [old, now] = [hours(null, 1, '16:00'), hours(null, 2, '17:00')];
    expect(closing([old, now], 'street')).toEqual([five, 'house 2']);
    expect(closing([now, old], 'street')).toEqual([five, 'house 2']);
  });

  it('keeps its own where it has set some, and what is below it does too', () => {
    const kept = [hours(null, 1, '17:00'), hours('bureau', 1, '16:00')];
    expect(closing(kept, 'bureau')).toEqual([four, 'bureau 1']);
    expect(closing(kept, 'station')).toEqual([four, 'bureau 1']);
    expect(closing(kept, 'street')).toEqual([five, 'house 1']);
    expect(closing(kept, null)).toEqual([five, 'house 1']);
  });

  it('keeps those of the nearest above it that has its own', () => {
    const kept = [hours('bureau', 1, '16:00'), hours('station', 1, '17:00')];
    expect(closing(kept, 'station')).toEqual([five, 'station 1']);
  });

  it('goes back to those of the house when its own are ended', () => {
    expect(closing([hours('bureau', 1, '16:00'), hours('bureau', 2, null)], 'station')).toEqual([six, undefined]);
  });
});
