import { at } from '#testing/a-ticket';
import type { ClockRow } from '#store/clock-rows';
import { reconcile } from './reconcile-clocks';
import { ladder } from './told-clocks.spec-support';
import type { WantedClock } from './wanted-clock';

const wanted = (more: Partial<WantedClock> = {}): WantedClock => ({
  key: 'finish:lead',
  kind: 'finish',
  assignmentId: 'lead',
  round: 1,
  generation: 1,
  state: 'running',
  startedAt: at('2026-03-02 10:00'),
  dueAt: at('2026-03-09 18:00'),
  yellowAt: at('2026-03-09 09:00'),
  metAt: null,
  rule: { given: at('2026-03-09 18:00'), start: at('2026-03-02 10:00'), steps: [], calendar: [] },
  underReview: false,
  paused: false,
  ...more,
});

const ticket = { leadId: 'lead', urgency: 'normal' } as const;
const look = (clocks: WantedClock[], stored: ClockRow[] = []) => {
  let id = 0;
  return reconcile(ticket, clocks, stored, () => `new-${++id}`, ladder);
};

/** The row that was stored for a clock, perhaps marked since. */
const stored = (clock: WantedClock, more: Partial<ClockRow> = {}): ClockRow => {
  const [row] = look([clock]).changed;
  if (!row) throw new Error('a new clock is written');
  return { ...row, id: 'clock', ...more };
};

/** As the marker leaves it: the urging notice comes a working day after the due time. */
const afterYellow = { alert: 'yellow', fired: ['reminder', 'yellow'], nextMarkAt: at('2026-03-09 18:00') } as const;
const afterRed = { alert: 'red', fired: ['reminder', 'yellow', 'red'], nextMarkAt: at('2026-03-10 18:00') } as const;

describe('a clock that is asked for', () => {
  it('for the first time is written, and marked next when it turns yellow', () => {
    const { underReview: _, paused: __, ...row } = wanted();
    const rungs = ladder.rungsOf(wanted(), 'normal');
    expect(look([wanted()]).changed).toEqual([
      { ...row, id: 'new-1', alert: 'none', nextMarkAt: at('2026-03-09 09:00'), ladder: rungs, fired: ['reminder'] },
    ]);
  });

  it('again and unchanged is not written again', () => {
    expect(look([wanted()], [stored(wanted())]).changed).toEqual([]);
  });

  it('that a hold went by without moving it is written, for its receipt', () => {
    const pause = { kind: 'pause', from: at('2026-03-04 10:00'), to: at('2026-03-04 11:00') } as const;
    const paused = wanted({ rule: { ...wanted().rule, steps: [pause] } });
    expect(look([paused], [stored(wanted())]).changed).toHaveLength(1);
    expect(look([paused], [stored(paused)]).changed).toEqual([]);
  });

  it('while its ticket is held is marked by nobody, and keeps the flag that it has', () => {
    const yellow = stored(wanted(), { alert: 'yellow', nextMarkAt: at('2026-03-09 18:00') });
    expect(look([wanted({ paused: true })], [yellow]).changed).toMatchObject([{ alert: 'yellow', nextMarkAt: null }]);
  });

  it('that warns nobody before is marked when it is due', () => {
    expect(stored(wanted({ yellowAt: null })).nextMarkAt).toEqual(at('2026-03-09 18:00'));
  });

  it('keeps its flag while its due time stands', () => {
    const yellow = stored(wanted(), afterYellow);
    expect(look([wanted()], [yellow]).changed).toEqual([]);
    const red = stored(wanted(), afterRed);
    expect(look([wanted()], [red]).changed).toEqual([]);
  });

  it('reminds whoever has it once, when it begins', () => {
    const sign = wanted({ key: 'sign:lead', kind: 'sign' });
    expect(look([sign]).begun).toMatchObject([{ clock: { key: 'sign:lead' }, time: { rung: 'reminder' } }]);
    expect(look([{ ...sign, dueAt: at('2026-03-10 18:00') }], [stored(sign)]).begun).toEqual([]);
    expect(look([wanted()]).begun).toEqual([]);
  });

  it('whose due time moved may warn again', () => {
    const red = stored(wanted(), afterRed);
    const moved = { dueAt: at('2026-03-16 18:00'), yellowAt: at('2026-03-16 09:00') };
    expect(look([wanted(moved)], [red]).changed).toMatchObject([
      { id: 'clock', generation: 2, alert: 'none', fired: ['reminder'], nextMarkAt: at('2026-03-16 09:00') },
    ]);
    expect(look([wanted({ ...moved, generation: 5 })], [red]).changed).toMatchObject([{ generation: 5 }]);
  });

  it('waits with its marks while a reply is under review, and fires what is past when it is sent back', () => {
    const [reviewed] = look([wanted({ underReview: true })], [stored(wanted())]).changed;
    expect(reviewed).toMatchObject({ id: 'clock', state: 'running', nextMarkAt: null, alert: 'none' });
    const sentBack = look([wanted()], [stored(wanted(), { nextMarkAt: null })]).changed;
    expect(sentBack).toMatchObject([{ nextMarkAt: at('2026-03-09 09:00') }]);
  });

  it('that is silent is never marked', () => {
    expect(stored(wanted({ kind: 'return-window', key: 'return-window:lead' })).nextMarkAt).toBeNull();
  });

  it('and was met keeps the flag it had, and is marked no more', () => {
    const red = stored(wanted(), afterRed);
    const met = wanted({ state: 'met', metAt: at('2026-03-10 09:00') });
    expect(look([met], [red]).changed).toMatchObject([{ state: 'met', alert: 'red', nextMarkAt: null, generation: 1 }]);
    expect(look([wanted({ state: 'cancelled' })], [stored(wanted())]).changed).toMatchObject([
      { state: 'cancelled', nextMarkAt: null },
    ]);
  });

  it('and ended is history: no new limit moves its due time', () => {
    const met = wanted({ state: 'met', metAt: at('2026-03-05 09:00') });
    const later = { ...met, dueAt: at('2026-03-30 18:00') };
    const { changed, summary } = look([later], [stored(met)]);
    expect(changed).toEqual([]);
    expect(summary.dueAt).toEqual(at('2026-03-09 18:00'));
  });

  it('no more, since the ticket was edited, is cancelled; one that had ended stays', () => {
    expect(look([], [stored(wanted())]).changed).toMatchObject([{ state: 'cancelled', nextMarkAt: null }]);
    expect(look([], [stored(wanted({ state: 'met', metAt: at('2026-03-05 09:00') }))]).changed).toEqual([]);
  });
});

describe('what a ticket shows of its clocks', () => {
  const citizen = wanted({ key: 'citizen', kind: 'citizen', assignmentId: null, dueAt: at('2026-03-11 18:00') });
  const helping = wanted({ key: 'finish:helper', assignmentId: 'helper', dueAt: at('2026-03-13 18:00') });

  it('is the lead’s time, the promise to the citizen, and each department’s own time', () => {
    expect(look([citizen, wanted(), helping])).toMatchObject({
      summary: { dueAt: at('2026-03-09 18:00'), promisedAt: at('2026-03-11 18:00'), alert: 'none' },
      parts: [
        { id: 'lead', dueAt: at('2026-03-09 18:00'), alert: 'none' },
        { id: 'helper', dueAt: at('2026-03-13 18:00'), alert: 'none' },
      ],
    });
  });

  it('is the rework’s time in a later round', () => {
    const rework = wanted({ key: 'rework:lead', kind: 'rework', dueAt: at('2026-03-20 18:00') });
    const first = wanted({ key: 'finish:first', assignmentId: 'first', state: 'met', metAt: at('2026-03-05 09:00') });
    expect(look([first, rework]).summary.dueAt).toEqual(at('2026-03-20 18:00'));
  });

  it('is nothing while nobody has it and nobody was promised anything', () => {
    const dispatch = wanted({ key: 'registered:1', kind: 'dispatch', assignmentId: null });
    expect(look([dispatch]).summary).toEqual({ dueAt: null, promisedAt: null, alert: 'none' });
    expect(look([]).parts).toEqual([]);
  });

  it('is the worst flag of a running clock', () => {
    const flagged = (alert: ClockRow['alert']) => stored(wanted(), { alert });
    const yellow = stored(helping, { id: 'helper', alert: 'yellow', nextMarkAt: helping.dueAt });
    expect(look([wanted(), helping], [flagged('red'), yellow]).summary.alert).toBe('red');
    expect(look([wanted(), helping], [flagged('none'), yellow]).summary.alert).toBe('yellow');
    const met = wanted({ state: 'met', metAt: at('2026-03-10 09:00') });
    expect(look([met, helping], [flagged('red'), yellow]).summary.alert).toBe('yellow');
    expect(look([met], [flagged('red')]).summary.alert).toBe('none');
  });
});
