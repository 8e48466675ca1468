import { ATicket, at, someone } from '#testing/a-ticket';
import type { TransitionInput } from '#ticket/transition-input';
import { clock, clocksOfLines, due, yellow } from '../told-clocks.spec-support';

const monday = '2026-03-02 10:00';
const hold = { holdId: 'hold', plan: '', responsible: '', reviewAt: at('2026-06-01 18:00') };

/** The guard’s facts are told apart from what is asked here: what a set limit does to the clocks. */
const until = (dueAt: string): TransitionInput['setLimit'] => {
  const ruled = at('2026-12-01 18:00');
  return { dueAt: at(dueAt), presentDueAt: ruled, latest: ruled, reason: '防汛' };
};
const back: TransitionInput['liftLimit'] = { presentDueAt: at('2026-12-01 18:00'), reason: '险情解除' };

const atWork = (given: ConstructorParameters<typeof ATicket>[0] = {}, ...coHandlers: string[]) =>
  new ATicket(given, monday).dispatched('lighting', ...coHandlers).signed();
const limited = (...coHandlers: string[]) => atWork({}, ...coHandlers).does('setLimit', until('2026-03-05 15:00'));

const generations = (ticket: ATicket) =>
  clocksOfLines(ticket.lines)
    .filter(({ kind }) => kind === 'finish')
    .map(({ generation }) => generation);

const extended = (ticket: ATicket, to: string) =>
  ticket.does('extend', {
    assignmentId: ticket.part().id,
    extensionId: 'extension',
    kind: 'finish',
    dueAt: at('2026-03-05 15:00'),
    until: at(to),
  });

describe('a limit of a ticket’s own', () => {
  it('ends the time of the lead and of the co-handlers then, warns before it, and leaves the promise alone', () => {
    const ticket = limited('power');
    expect(clock(ticket, 'finish', 'lighting')).toBe('running, due 2026-03-05 15:00');
    expect(clock(ticket, 'finish', 'power')).toBe('running, due 2026-03-05 15:00');
    expect(yellow(ticket, 'finish')).toBe('2026-03-05 09:00');
    expect(due(ticket, 'citizen')).toBe('2026-03-11 18:00');
    expect(generations(ticket)).toEqual([2, 2]);
  });

  it('binds to the minute whoever is at it, however little that leaves', () => {
    expect(due(atWork().does('setLimit', until('2026-03-02 11:00')), 'finish')).toBe('2026-03-02 11:00');
  });

  it('makes no time longer: the earlier one wins', () => {
    const above = { upstreamSystem: 'city', upstreamNumber: '1', upstreamDueAt: at('2026-03-05 12:00') };
    const ticket = atWork(above).does('setLimit', until('2026-03-06 18:00'));
    expect(due(ticket, 'finish')).toBe('2026-03-04 18:00');
    expect(generations(ticket)).toEqual([1]);
  });

  it('gives way to the next, earlier or later, and is gone when it is taken back', () => {
    const ticket = limited().does('setLimit', until('2026-03-06 12:00'));
    expect(due(ticket, 'finish')).toBe('2026-03-06 12:00');
    expect(due(ticket.does('setLimit', until('2026-03-04 12:00')), 'finish')).toBe('2026-03-04 12:00');
    expect(due(ticket.does('liftLimit', back), 'finish')).toBe('2026-03-09 18:00');
    expect(generations(ticket)).toEqual([5]);
  });

  it('goes with the ticket to the next department of the round, and leaves it four office hours at least', () => {
    const soon = limited().at('2026-03-03 10:00').does('redispatch', { leadId: 'power', reason: '' });
    expect(clock(soon, 'finish', 'power')).toBe('running, due 2026-03-05 15:00');
    expect(generations(soon)).toEqual([2, 1]);
    const late = limited().at('2026-03-05 14:00').does('redispatch', { leadId: 'power', reason: '' });
    expect(clock(late, 'finish', 'power')).toBe('running, due 2026-03-05 18:00');
    const over = limited().at('2026-03-06 10:00').does('redispatch', { leadId: 'power', reason: '' });
    expect(clock(over, 'finish', 'power')).toBe('running, due 2026-03-06 16:00');
    const joined = limited().at('2026-03-05 11:00').does('addCoHandler', { departmentId: 'roads' });
    expect(clock(joined, 'finish', 'roads')).toBe('running, due 2026-03-05 17:00');
  });

  it('goes with it through a return that was upheld', () => {
    const ticket = limited().at('2026-03-03 09:00').returned().does('uphold', {}).dispatched('power');
    expect(clock(ticket, 'finish', 'power')).toBe('running, due 2026-03-05 15:00');
  });

  it('ends with its round', () => {
    const ticket = limited().replied().does('approve', {}).at('2026-03-03 10:00').rated({ solved: 'no' });
    ticket.does('judge', { reasonable: true, reason: '' }).does('rework', {});
    expect(clock(ticket, 'rework')).toBe('running, due 2026-03-06 18:00');
    ticket.does('setLimit', until('2026-03-05 12:00'));
    expect(clock(ticket, 'rework')).toBe('running, due 2026-03-05 12:00');
    expect(clock(ticket, 'finish')).toMatch(/^met/);
  });

  it('leaves a co-handler of an earlier round its time', () => {
    const ticket = atWork({}, 'power').replied({ overruledReason: '无关' }).does('approve', {});
    ticket.at('2026-03-03 10:00').rated({ solved: 'no' }).does('judge', { reasonable: true, reason: '' });
    ticket.does('rework', {}).does('setLimit', until('2026-03-04 12:00'));
    expect(clock(ticket, 'rework', 'lighting')).toBe('running, due 2026-03-04 12:00');
    expect(clock(ticket, 'finish', 'power')).toBe('running, due 2026-03-09 18:00');
  });

  it('waits while the ticket is held, as all time does, and is not moved by a hold before it', () => {
    const ticket = limited().at('2026-03-03 10:00').does('hold', hold).at('2026-03-05 11:00').does('resume', {});
    expect(due(ticket, 'finish')).toBe('2026-03-09 15:00');
    expect(due(ticket.does('setLimit', until('2026-03-06 12:00')), 'finish')).toBe('2026-03-06 12:00');
    expect(due(ticket.does('liftLimit', back), 'finish')).toBe('2026-03-11 18:00');
  });

  it('is lengthened by an extension from there; the promise only by what goes beyond the rules', () => {
    const within = extended(limited(), '2026-03-06 18:00');
    expect(due(within, 'finish')).toBe('2026-03-06 18:00');
    expect(due(within, 'citizen')).toBe('2026-03-11 18:00');
    const beyond = extended(limited(), '2026-03-11 18:00');
    expect(due(beyond, 'finish')).toBe('2026-03-11 18:00');
    expect(due(beyond, 'citizen')).toBe('2026-03-13 18:00');
  });

  it('is kept when the ticket becomes another class', () => {
    const ticket = limited().does('edit', { type: 'complaint' }, someone(['dispatcher']));
    expect(due(ticket, 'finish')).toBe('2026-03-05 15:00');
    expect(due(ticket.does('liftLimit', back), 'finish')).toBe('2026-03-16 18:00');
  });

  it('warns after the share of the time that is left by it, where that is counted in hours', () => {
    const ticket = atWork({ urgency: 'urgent' }).does('setLimit', until('2026-03-02 20:01'));
    expect(due(ticket, 'finish')).toBe('2026-03-02 20:01');
    expect(yellow(ticket, 'finish')).toBe('2026-03-02 18:01');
  });
});
