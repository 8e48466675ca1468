import fc from 'fast-check';
import { at } from '#testing/a-ticket';
import { Calendar } from '#calendar/calendar';
import { defaultOfficeHours } from '#calendar/office-hours';
import { shanghaiIso } from '#calendar/shanghai-time';
import { stateCouncilYears } from '#calendar/state-council-years';
import { clockHolders } from '#ticket/clock-holder';
import type { ClockKind } from '#ticket/clock-kind';
import { rungNames } from '#ticket/rung';
import { urgencies, type Urgency } from '#ticket/urgency';
import { dueTimes, ladder, ladderRows } from '../told-clocks.spec-support';
import { Ladder } from './ladder';

const read = (instant: string) => shanghaiIso(new Date(instant)).slice(0, 16).replace('T', ' ');

/** The rungs of a clock of a help ticket that starts then, as `urge 2026-03-17 18:00`. */
function climbed(kind: ClockKind, urgency: Urgency, start: string): string[] {
  const startedAt = at(start);
  const due = dueTimes.step(kind, startedAt, { type: 'help', urgency, upstreamDueAt: null });
  if (!due) throw new Error('there is no such step');
  return ladder.rungsOf({ kind, startedAt, ...due }, urgency).map((time) => `${time.rung} ${read(time.at)}`);
}

describe('the ladder', () => {
  it('of an ordinary ticket goes to the head, an order’s draft, the district office and the month’s notice', () => {
    expect(climbed('finish', 'normal', '2026-03-02 10:00')).toEqual([
      'yellow 2026-03-09 09:00',
      'red 2026-03-09 18:00',
      'urge 2026-03-10 18:00',
      'supervision 2026-03-11 18:00',
      'district-office 2026-03-16 18:00',
      'monthly-notice 2026-04-01 09:00',
    ]);
  });

  it('of an unsigned ticket begins with a reminder and goes as far', () => {
    const rungs = climbed('sign', 'normal', '2026-03-02 10:00');
    expect(rungs[0]).toBe('reminder 2026-03-02 10:00');
    expect(rungs.slice(2, 6).map((rung) => rung.split(' ')[0])).toEqual([
      'red',
      'urge',
      'supervision',
      'district-office',
    ]);
  });

  it('of an undispatched ticket climbs within the hotline', () => {
    expect(climbed('dispatch', 'normal', '2026-03-02 10:00')).toEqual([
      'yellow 2026-03-02 11:36',
      'red 2026-03-02 12:00',
      'shift-lead 2026-03-03 18:00',
      'supervisor 2026-03-04 18:00',
      'manager 2026-03-09 18:00',
    ]);
  });

  it('of an urgent ticket climbs after 2, 4 and 8 hours, day and night', () => {
    expect(climbed('sign', 'urgent', '2026-03-02 20:00')).toEqual([
      'reminder 2026-03-02 20:00',
      'yellow 2026-03-02 21:36',
      'red 2026-03-02 22:00',
      'urge 2026-03-03 00:00',
      'supervision 2026-03-03 02:00',
      'district-office 2026-03-03 06:00',
      'monthly-notice 2026-04-01 09:00',
    ]);
  });

  it('of a critical ticket is at the head at once, and at the duty office after two hours', () => {
    expect(climbed('sign', 'critical', '2026-03-02 20:00').slice(2)).toEqual([
      'red 2026-03-02 20:30',
      'urge 2026-03-02 20:30',
      'supervision 2026-03-02 21:30',
      'duty-office 2026-03-02 22:30',
      'monthly-notice 2026-04-01 09:00',
    ]);
  });

  it('warns nobody of a clock that is silent', () => {
    expect(climbed('return-window', 'normal', '2026-03-02 10:00')).toEqual([]);
  });

  it('leaves out what falls into a year whose holidays nobody has announced, until somebody has', () => {
    const clock = {
      kind: 'finish',
      startedAt: at('2026-12-25 10:00'),
      yellowAt: null,
      dueAt: at('2026-12-30 18:00'),
    } as const;
    expect(ladder.rungsOf(clock, 'normal').map(({ rung }) => rung)).toEqual(['red', 'urge']);
    const nextYear = { year: 2027, version: 1, source: '', published: true, days: [] };
    const calendar = new Calendar([...stateCouncilYears(2026, 2026), nextYear], defaultOfficeHours);
    expect(new Ladder(ladderRows, calendar).rungsOf(clock, 'normal')).toHaveLength(5);
  });

  it('takes no rung by a row that was not in force when it would have come', () => {
    const late = ladderRows.map((row) => (row.rung === 'urge' ? { ...row, validFrom: at('2026-03-10 18:01') } : row));
    const young = new Ladder(late, new Calendar(stateCouncilYears(2026, 2026), defaultOfficeHours));
    const due = { startedAt: at('2026-03-02 10:00'), yellowAt: null, dueAt: at('2026-03-09 18:00') };
    expect(young.rungsOf({ kind: 'contact', ...due }, 'normal').map(({ rung }) => rung)).toEqual(['red']);
  });
});

describe('the rungs of any clock', () => {
  const kinds = Object.keys(clockHolders) as ClockKind[];
  const anyClock = fc.record({
    kind: fc.constantFrom(...kinds),
    startedAt: fc.date({ min: at('2025-01-02 00:00'), max: at('2026-10-01 00:00'), noInvalidDate: true }),
    urgency: fc.constantFrom(...(Object.keys(urgencies) as Urgency[])),
    type: fc.constantFrom('help', 'complaint', 'consultation', 'praise' as const),
  });

  it('come in the order of the ladder, none twice, none before its time', () => {
    fc.assert(
      fc.property(anyClock, ({ kind, startedAt, urgency, type }) => {
        const due = dueTimes.step(kind, startedAt, { type, urgency, upstreamDueAt: null });
        if (!due) return;
        const rungs = ladder.rungsOf({ kind, startedAt, ...due }, urgency);
        const instants = rungs.map((time) => new Date(time.at).getTime());
        expect(instants).toEqual(instants.toSorted((left, right) => left - right));
        const places = rungs.map(({ rung }) => rungNames.indexOf(rung));
        expect(places).toEqual([...new Set(places)].toSorted((left, right) => left - right));
        for (const { rung, at: instant } of rungs) {
          const isBefore = new Date(instant) < due.dueAt;
          if (rung === 'reminder') expect(new Date(instant)).toEqual(startedAt);
          else if (rung !== 'yellow') expect(isBefore).toBe(false);
          else expect(new Date(instant) >= startedAt && new Date(instant) <= due.dueAt).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
