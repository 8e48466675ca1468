import { ATicket, at, someone } from '#testing/a-ticket';
import { service } from './actor';
import { ActorRefused } from './actor-refused';
import { lineOfMark } from './mark';
import { andThen, move } from './move';
import type { MoveContext } from './move-context';
import { TransitionRefused } from './transition-refused';

const context = (roles: Parameters<typeof someone>[0]): MoveContext => ({
  actor: someone(roles),
  at: at('2026-03-02 11:00'),
  newId: () => 'part',
  pastClocks: new Set(),
  unitsOf: (id) => [id],
});

describe('a move', () => {
  it('by somebody whose role may never make it is refused as theirs', () => {
    const ticket = new ATicket();
    expect(() => ticket.does('dispatch', { leadId: 'lighting' }, someone(['reviewer', 'leader']))).toThrow(
      new ActorRefused('dispatch', 'reviewer+leader'),
    );
    expect(ticket.now.state).toBe('registered');
    expect(ticket.lines).toHaveLength(1);
  });

  it('by somebody with one fitting role among several is made', () => {
    expect(new ATicket().does('dispatch', { leadId: 'lighting' }, someone(['leader', 'dispatcher'])).now.state).toBe(
      'dispatched',
    );
  });

  it('by one of our services is the service’s', () => {
    expect(service('routing')).toEqual({ id: 'routing', name: 'routing', roles: ['system'], departmentIds: [] });
    expect(new ATicket().does('dispatch', { leadId: 'lighting' }, service('routing')).lastLine?.actor).toBe('routing');
  });

  it('in a state it is not made in is refused with the state that was found', () => {
    const refused = () => new ATicket().answered().does('dispatch', { leadId: 'roads' });
    expect(refused).toThrow(TransitionRefused);
    expect(refused).toThrow(new TransitionRefused('dispatch', 'callback', '“待回访”的工单不能派单'));
  });

  it('that is refused says to a programmer what, where and why', () => {
    const error = new TransitionRefused('dispatch', 'callback', '不能');
    expect(error).toMatchObject({
      name: 'TransitionRefused',
      message: 'dispatch refused in state callback: 不能',
      transition: 'dispatch',
      state: 'callback',
      detail: '不能',
    });
    expect(new ActorRefused('dispatch', 'somebody')).toMatchObject({
      name: 'ActorRefused',
      message: 'somebody may not dispatch',
      transition: 'dispatch',
      actorId: 'somebody',
    });
  });

  it('leaves the ticket it was given as it was', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').now;
    const before = structuredClone(ticket);
    move(ticket, 'redispatch', { leadId: 'roads', reason: '' }, context(['dispatcher']));
    expect(ticket).toEqual(before);
  });

  it('keeps the parts it does not change as they are, which is how the store knows', () => {
    const before = new ATicket().dispatched('lighting', 'power').now;
    const { ticket } = move(before, 'redispatch', { leadId: 'roads', reason: '' }, context(['dispatcher']));
    expect(ticket.assignments[1]).toBe(before.assignments[1]);
    expect(ticket.assignments[0]).not.toBe(before.assignments[0]);
  });

  it('tells one line: who, when, from, to, what, and the words apart', () => {
    const { ticket, lines } = move(
      new ATicket().now,
      'dispatch',
      { leadId: 'lighting', note: '请速办', because: undefined },
      context(['dispatcher']),
    );
    expect(lines).toEqual([
      {
        ticketId: 'ticket',
        seq: 2,
        at: at('2026-03-02 11:00'),
        actor: 'dispatcher',
        name: 'dispatch',
        from: 'registered',
        to: 'dispatched',
        data: { leadId: 'lighting', assigned: [{ id: 'part', departmentId: 'lighting', role: 'lead', round: 1 }] },
        text: { note: '请速办' },
        event: 'ticket.dispatched',
      },
    ]);
    expect(ticket.seq).toBe(2);
  });

  it('without words tells none', () => {
    expect(new ATicket().dispatched().signed().lastLine).toMatchObject({
      text: null,
      data: { assignmentId: 'part-1' },
    });
  });

  it('may be followed by another in the same transaction, which tells the next line', () => {
    const begun = move(new ATicket().now, 'nudge', {}, context(['agent']));
    const both = andThen(begun, 'dispatch', { leadId: 'lighting' }, context(['dispatcher']));
    expect(both.lines.map(({ seq, name }) => [seq, name])).toEqual([
      [2, 'nudge'],
      [3, 'dispatch'],
    ]);
    expect(both.ticket).toMatchObject({ seq: 3, nudges: 1, state: 'dispatched' });
  });

  it('that stays in the state leaves it there since when it was', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').does('nudge', {});
    expect(ticket.now.stateSince).toEqual(at('2026-03-02 10:00'));
  });
});

describe('an edit', () => {
  it('changes what was said and counts the version; everything else leaves it alone', () => {
    const ticket = new ATicket().does('edit', { title: '路灯全部不亮', urgency: 'urgent' });
    expect(ticket.now).toMatchObject({ title: '路灯全部不亮', urgency: 'urgent', areaCode: 'east-1', version: 2 });
    expect(ticket.lastLine).toMatchObject({ data: { urgency: 'urgent' }, text: { title: '路灯全部不亮' } });
    expect(ticket.answered().rated().now.version).toBe(2);
  });

  it('protects nobody who did not ask for it, and whoever asks now', () => {
    const ticket = new ATicket().does('edit', { title: '路灯不亮' });
    expect(ticket.now.confidential).toBe(false);
    expect(ticket.does('edit', { confidential: true }).now.confidential).toBe(true);
    expect(ticket.does('edit', { title: '路灯' }).now.confidential).toBe(true);
  });

  it('says something of what was asked for, and leaves the rest to be said', () => {
    const ticket = new ATicket({ areaCode: null, citizenId: null }).does('edit', { address: '滨河路8号' });
    expect(ticket.now.missing).toEqual(['who']);
  });
});

describe('the free words of a line', () => {
  it.each([
    ['edit', { content: 'x', address: 'x', subjectParty: 'x', location: { lat: 1, lng: 2 } }],
    ['nudge', { text: 'x' }],
  ] as const)('of %s are kept apart, for they may have to be erased', (name, input) => {
    const { lines } = move(new ATicket().now, name, input, context(['agent']));
    expect(lines[0]).toMatchObject({ data: {}, text: input });
  });
});

describe('a flag', () => {
  it('is told by a line like any other', () => {
    const ticket = new ATicket().dispatched();
    const mark = {
      clockId: 'clock',
      kind: 'sign',
      alert: 'red',
      rung: 'urge',
      dueAt: at('2026-03-03 18:00'),
      generation: 2,
    } as const;
    const flagged = at('2026-03-03 18:00');
    const { lines } = move(ticket.now, 'mark', mark, {
      ...context(['system']),
      actor: service('deadlines'),
      at: flagged,
    });
    const { id, state, seq } = ticket.now;
    expect(lineOfMark({ id, state, seq: seq + 1 }, service('deadlines'), flagged, mark)).toEqual(lines[0]);
  });
});
