import { ATicket, at, goodReply } from '#testing/a-ticket';
import { clocksOf } from './clocks-of';
import { KnownDueTimes } from './known-due-times';
import { clock, clocks, clocksOfLines, due, dueTimes, running, stored, yellow } from './told-clocks.spec-support';

// 2026-03-02 is a Monday; nothing near it is a holiday.
const monday = '2026-03-02 10:00';
const bad = { solved: 'no' } as const;

describe('a ticket that waits for its department', () => {
  it('runs the dispatch clock and the citizen’s from its registration', () => {
    const ticket = new ATicket({}, monday);
    expect(running(ticket)).toEqual(['citizen', 'dispatch']);
    expect(due(ticket, 'dispatch')).toBe('2026-03-02 12:00');
    expect(yellow(ticket, 'dispatch')).toBe('2026-03-02 11:36');
  });

  it('is promised the department’s time and two working days more', () => {
    expect(due(new ATicket({}, monday), 'citizen')).toBe('2026-03-11 18:00');
    expect(due(new ATicket({ type: 'consultation' }, monday), 'citizen')).toBe('2026-03-09 18:00');
  });

  it('runs the dispatch clock also while routing is held back', () => {
    expect(running(new ATicket({ routingHeld: true }))).toContain('dispatch');
  });

  it('runs the incomplete clock first when something is missing, and the dispatch clock anew then', () => {
    const ticket = new ATicket({ areaCode: null }, monday);
    expect(clock(ticket, 'incomplete')).toBe('running, due 2026-03-03 18:00');
    expect(clock(ticket, 'dispatch')).toBeUndefined();
    ticket.at('2026-03-03 09:00').does('complete', { areaCode: 'east-1' });
    expect(clock(ticket, 'incomplete')).toBe('met 2026-03-03 09:00');
    expect(clock(ticket, 'dispatch')).toBe('running, due 2026-03-03 11:00');
  });

  it('starts a dispatch clock of its own each time it waits again', () => {
    const ticket = new ATicket({}, monday).dispatched().returned().at('2026-03-02 16:00').does('uphold', {});
    expect(clocks(ticket, 'dispatch')).toEqual(['met 2026-03-02 10:01', 'running, due 2026-03-02 18:00']);
  });

  it('is met by an answer on the call, for the citizen too', () => {
    const ticket = new ATicket({}, monday).does('answerOnCall', { text: '' });
    expect(clock(ticket, 'dispatch')).toBe('met 2026-03-02 10:01');
    expect(clock(ticket, 'citizen')).toBe('met 2026-03-02 10:01');
    expect(running(ticket)).toEqual([]);
  });
});

describe('a department’s part', () => {
  it('runs its clocks from the dispatch, not from the signature', () => {
    const ticket = new ATicket({}, monday).dispatched();
    expect(running(ticket)).toEqual(['citizen', 'sign', 'contact', 'finish', 'return-window']);
    ticket.at('2026-03-03 17:00').signed();
    expect(clock(ticket, 'sign')).toBe('met 2026-03-03 17:00');
    expect(clock(ticket, 'finish')).toBe('running, due 2026-03-09 18:00');
  });

  it('warns yellow: at 80 % of natural and office time, four office hours before a day or two, on the last of three days', () => {
    const urgent = new ATicket({ urgency: 'urgent' }, '2026-03-07 23:59').dispatched();
    expect([yellow(urgent, 'finish'), due(urgent, 'finish')]).toEqual(['2026-03-08 19:12', '2026-03-09 00:00']);
    const ticket = new ATicket({}, monday).dispatched();
    expect(yellow(ticket, 'sign')).toBe('2026-03-03 14:00');
    expect(yellow(ticket, 'finish')).toBe('2026-03-09 09:00');
  });

  it('has no contact clock where nobody is to be contacted', () => {
    for (const given of [{ anonymous: true }, { reachable: false }]) {
      const ticket = new ATicket(given).dispatched();
      expect(clock(ticket, 'contact')).toBeUndefined();
      expect(clock(ticket, 'finish')).toBeDefined();
    }
  });

  it('has no contact clock for a consultation, and no return window for a critical matter', () => {
    expect(clock(new ATicket({ type: 'consultation' }).dispatched(), 'contact')).toBeUndefined();
    expect(clock(new ATicket({ urgency: 'critical' }).dispatched(), 'return-window')).toBeUndefined();
  });

  it('meets the contact clock by contacting the citizen', () => {
    const ticket = new ATicket({}, monday).dispatched().signed();
    ticket.does('contact', ticket.on('lighting', { contactedAt: at('2026-03-02 10:02'), by: 'phone' }));
    expect(clock(ticket, 'contact')).toBe('met 2026-03-02 10:03');
  });

  it('is moved by no comment, nudge or urge', () => {
    const ticket = new ATicket({}, monday).dispatched();
    const before = [due(ticket, 'finish'), due(ticket, 'sign'), due(ticket, 'citizen')];
    ticket.at('2026-03-04 10:00').does('nudge', {}).does('supplement', { text: '' });
    ticket.does('urge', { by: 'notice', text: '' });
    expect([due(ticket, 'finish'), due(ticket, 'sign'), due(ticket, 'citizen')]).toEqual(before);
  });
});

describe('a praise', () => {
  it('has no clock but the one for its dispatch', () => {
    const ticket = new ATicket({ type: 'praise' });
    expect(running(ticket)).toEqual(['dispatch']);
    expect(running(ticket.dispatched())).toEqual([]);
    expect(running(ticket.signed())).toEqual([]);
  });
});

describe('a reply', () => {
  it('that is approved met the finish clock and the citizen’s when it was submitted', () => {
    const ticket = new ATicket({}, monday).dispatched().signed().at('2026-03-05 15:00').replied();
    expect(clock(ticket, 'finish')).toBe('running, due 2026-03-09 18:00');
    expect(clock(ticket, 'review')).toBe('running, due 2026-03-06 18:00');
    ticket.at('2026-03-06 09:00').does('approve', {});
    expect(clock(ticket, 'finish')).toBe('met 2026-03-05 15:00');
    expect(clock(ticket, 'citizen')).toBe('met 2026-03-05 15:00');
    expect(clock(ticket, 'review')).toBe('met 2026-03-06 09:00');
  });

  it('that is sent back never met it: in good time the due time stands', () => {
    const ticket = new ATicket({}, monday).dispatched().signed().replied();
    ticket.at('2026-03-03 09:00').does('sendBack', { reasonCode: 'wording' });
    expect(clock(ticket, 'finish')).toBe('running, due 2026-03-09 18:00');
    ticket.at('2026-03-04 16:00').replied().does('approve', {});
    expect(clock(ticket, 'finish')).toBe('met 2026-03-04 16:00');
  });

  it.each([
    ['normal', '2026-03-10 18:00'],
    ['urgent', '2026-03-09 20:30'],
    ['critical', '2026-03-09 18:30'],
  ] as const)('that is sent back late leaves a %s ticket a fresh short time', (urgency, fresh) => {
    // Dispatched so that each class is due on the ninth at six.
    const begins = urgency === 'normal' ? monday : '2026-03-08 17:59';
    const ticket = new ATicket({ urgency }, begins).dispatched().signed().at('2026-03-09 15:00').replied();
    ticket.at('2026-03-09 16:30').does('sendBack', { reasonCode: 'wording' });
    expect(clock(ticket, 'finish')).toBe(`running, due ${fresh}`);
  });

  it('that came too late leaves the due time it missed', () => {
    const ticket = new ATicket({}, monday).dispatched().signed().at('2026-03-10 09:00').replied();
    ticket.does('sendBack', { reasonCode: 'wording' });
    expect(clock(ticket, 'finish')).toBe('running, due 2026-03-09 18:00');
  });
});

describe('a return', () => {
  it('meets the sign clock and leaves the others running while it is decided', () => {
    const ticket = new ATicket({}, monday).dispatched().returned();
    expect(clock(ticket, 'sign')).toBe('met 2026-03-02 10:02');
    expect(clock(ticket, 'finish')).toBe('running, due 2026-03-09 18:00');
    expect(clock(ticket, 'return')).toBe('running, due 2026-03-02 16:02');
  });

  it('that is upheld takes the department’s clocks away', () => {
    const ticket = new ATicket({}, monday).dispatched('lighting').returned().does('uphold', {});
    expect(clock(ticket, 'finish', 'lighting')).toBe('cancelled');
    expect(clock(ticket, 'contact', 'lighting')).toBe('cancelled');
    expect(clock(ticket, 'return')).toBe('met 2026-03-02 10:03');
    expect(running(ticket)).toEqual(['citizen', 'dispatch']);
  });

  it('that is refused changes nothing: the time has run on', () => {
    const ticket = new ATicket({}, monday).dispatched().returned().at('2026-03-02 14:00');
    ticket.does('rejectReturn', { reason: '' });
    expect(clock(ticket, 'finish')).toBe('running, due 2026-03-09 18:00');
    expect(clock(ticket, 'sign')).toBe('met 2026-03-02 10:02');
  });

  it('at the second time, or of a second department, is decided by arbitration within two working days', () => {
    const second = new ATicket({}, monday).dispatched('lighting').returned().does('uphold', {}).dispatched('roads');
    expect(clock(second.returned(), 'arbitration')).toBe('running, due 2026-03-04 18:00');
    const moved = new ATicket({}, monday).dispatched('lighting').does('redispatch', { leadId: 'roads', reason: '' });
    expect(clock(moved.returned(), 'arbitration')).toBe('running, due 2026-03-04 18:00');
    expect(clock(moved, 'return')).toBeUndefined();
    moved.does('arbitrate', { leadId: 'water', reason: '' });
    expect(clock(moved, 'arbitration')).toBe('met 2026-03-02 10:04');
  });
});

describe('a redispatch', () => {
  it('gives the new department a time of its own and leaves the citizen’s alone', () => {
    const ticket = new ATicket({}, monday).dispatched('lighting').signed().at('2026-03-05 10:00');
    ticket.does('redispatch', { leadId: 'roads', reason: '' });
    expect(clock(ticket, 'finish', 'lighting')).toBe('cancelled');
    expect(clock(ticket, 'finish', 'roads')).toBe('running, due 2026-03-12 18:00');
    expect(clock(ticket, 'sign', 'roads')).toBe('running, due 2026-03-06 18:00');
    expect(clock(ticket, 'citizen')).toBe('running, due 2026-03-11 18:00');
  });
});

describe('a co-handler', () => {
  it('has its own clocks to sign and to finish, met by its own acts', () => {
    const ticket = new ATicket({}, monday).dispatched('lighting', 'power');
    expect(clocks(ticket, 'sign', 'power')).toEqual(['running, due 2026-03-03 18:00']);
    expect(clocks(ticket, 'contact', 'power')).toEqual([]);
    ticket.does('coSign', ticket.on('power', {}));
    expect(clock(ticket, 'sign', 'power')).toBe('met 2026-03-02 10:02');
    ticket.does('coReply', ticket.on('power', goodReply));
    expect(clock(ticket, 'finish', 'power')).toBe('met 2026-03-02 10:03');
    expect(clock(ticket, 'finish', 'lighting')).toBe('running, due 2026-03-09 18:00');
  });

  it('that answers without signing has signed', () => {
    const ticket = new ATicket({}, monday).dispatched('lighting', 'power');
    ticket.does('coReply', ticket.on('power', goodReply));
    expect(clock(ticket, 'sign', 'power')).toBe('met 2026-03-02 10:02');
  });

  it('that gives its part back has no clocks any more', () => {
    const ticket = new ATicket({}, monday).dispatched('lighting', 'power');
    ticket.does('coReturn', ticket.on('power', { reasonCode: 'not-ours', basis: '' }));
    expect(clock(ticket, 'finish', 'power')).toBe('cancelled');
    expect(clock(ticket, 'finish', 'lighting')).toBe('running, due 2026-03-09 18:00');
  });

  it('keeps its clocks when another lead is named', () => {
    const ticket = new ATicket({}, monday).dispatched('lighting', 'power').at('2026-03-03 10:00');
    ticket.does('redispatch', { leadId: 'roads', reason: '' });
    expect(clock(ticket, 'finish', 'power')).toBe('running, due 2026-03-09 18:00');
  });

  it('keeps its clocks when the lead’s return is upheld, and loses them when it is removed', () => {
    const ticket = new ATicket({}, monday).dispatched('lighting', 'power').returned().does('uphold', {});
    expect(clock(ticket, 'finish', 'power')).toBe('running, due 2026-03-09 18:00');
    ticket.dispatched('roads', 'power', 'gas').returned();
    ticket.does('arbitrate', { leadId: 'water', coHandlerIds: ['gas'], reason: '' });
    expect(clock(ticket, 'finish', 'power')).toBe('cancelled');
  });

  it('that was overruled keeps its clock until it answers', () => {
    const ticket = new ATicket({}, monday)
      .dispatched('lighting', 'power')
      .signed()
      .replied({ overruledReason: '无关' });
    ticket.does('approve', {}).rated();
    expect(clock(ticket, 'finish', 'power')).toBe('running, due 2026-03-09 18:00');
    ticket.does('coReply', ticket.on('power', goodReply));
    expect(clock(ticket, 'finish', 'power')).toBe('met 2026-03-02 10:06');
  });

  const more = {
    ...({ extensionId: 'extension', kind: 'finish', reason: '', basis: '' } as const),
    ...{ dueAt: at('2026-03-09 18:00'), until: at('2026-03-12 18:00') },
  };

  it('is given longer alone: neither the lead’s time nor the citizen’s moves', () => {
    const ticket = new ATicket({}, monday).dispatched('lighting', 'power').signed();
    ticket.does('requestCoExtension', ticket.on('power', more));
    expect(clock(ticket, 'extension')).toBe('running, due 2026-03-03 18:00');
    ticket.does('coExtend', ticket.on('power', more));
    expect(clock(ticket, 'finish', 'power')).toBe('running, due 2026-03-12 18:00');
    expect(clock(ticket, 'finish', 'lighting')).toBe('running, due 2026-03-09 18:00');
    expect(clock(ticket, 'citizen')).toBe('running, due 2026-03-11 18:00');
    expect(clock(ticket, 'extension')).toMatch('met');
  });

  it('waits for a decision no longer once it has answered', () => {
    const ticket = new ATicket({}, monday).dispatched('lighting', 'power').signed();
    ticket.does('requestCoExtension', ticket.on('power', more)).does('coReply', ticket.on('power', goodReply));
    expect(clock(ticket, 'extension')).toBe('cancelled');
  });
});

describe('a ticket from a superior', () => {
  const fromAbove = (upstreamDueAt: string, begins = monday) =>
    new ATicket(
      { channel: 'superior', upstreamSystem: 'city', upstreamNumber: 'C-1', upstreamDueAt: at(upstreamDueAt) },
      begins,
    );

  it('is finished when the office closes one working day before the superior’s date', () => {
    expect(due(fromAbove('2026-03-06 12:00').dispatched(), 'finish')).toBe('2026-03-05 18:00');
    expect(due(fromAbove('2026-03-09 09:00').dispatched(), 'finish')).toBe('2026-03-06 18:00');
  });

  it('keeps its own limit when that is earlier', () => {
    expect(due(fromAbove('2026-03-31 18:00').dispatched(), 'finish')).toBe('2026-03-09 18:00');
  });

  it('leaves the department four office hours at least', () => {
    expect(due(fromAbove('2026-03-02 18:00').dispatched(), 'finish')).toBe('2026-03-02 16:01');
    expect(due(fromAbove('2026-03-01 18:00').dispatched(), 'finish')).toBe('2026-03-02 16:01');
  });

  it('is never promised to the citizen after the superior’s date', () => {
    expect(due(fromAbove('2026-03-06 12:00'), 'citizen')).toBe('2026-03-06 12:00');
    expect(due(fromAbove('2026-03-31 18:00'), 'citizen')).toBe('2026-03-11 18:00');
  });

  it('runs to the superior’s date while the superior decides', () => {
    const answered = fromAbove('2026-03-20 18:00').answered();
    expect(clock(answered, 'upstream')).toBe('running, due 2026-03-20 18:00');
    expect(clock(answered, 'finish')).toBe('met 2026-03-02 10:03');
    const returned = fromAbove('2026-03-20 18:00').does('returnUp', { reason: '' });
    expect(clock(returned, 'upstream')).toBe('running, due 2026-03-20 18:00');
    expect(clock(returned.does('returnUpAccepted', {}), 'upstream')).toBe('met 2026-03-02 10:02');
    expect(running(returned)).toEqual([]);
  });

  it('sent round again by the superior has the rework limit, and the citizen’s clock stays met', () => {
    const ticket = fromAbove('2026-03-31 18:00').answered().at('2026-03-05 10:00').does('upstreamRework', {});
    expect(clock(ticket, 'rework')).toBe('running, due 2026-03-10 18:00');
    expect(clock(ticket, 'citizen')).toBe('met 2026-03-02 10:03');
  });
});

describe('a held ticket', () => {
  it('runs to the date of its review', () => {
    const ticket = new ATicket({}, monday).dispatched().signed();
    ticket.does('hold', { holdId: 'hold', plan: '', responsible: '', reviewAt: at('2026-06-01 18:00') });
    expect(clock(ticket, 'held')).toBe('running, due 2026-06-01 18:00');
    expect(clock(ticket.does('resume', {}), 'held')).toBe('met 2026-03-02 10:04');
  });

  it('is reviewed also when it was answered for the time being, until its entry is closed', () => {
    const aside = () => new ATicket({}, monday).dispatched().signed().does('hold', hold).replied().does('approve', {});
    expect(clock(aside(), 'held')).toBe('running, due 2026-06-01 18:00');
    expect(clock(aside().at('2026-05-06 10:00').does('endHold', { holdId: 'hold' }), 'held')).toBe(
      'met 2026-05-06 10:00',
    );
    const left = new ATicket({}, monday).dispatched().signed().does('hold', hold).does('withdraw', { reason: '' });
    expect(clock(left, 'held')).toMatch('cancelled');
  });

  const hold = { holdId: 'hold', plan: '', responsible: '', reviewAt: at('2026-06-01 18:00') };
  const held = (given: ConstructorParameters<typeof ATicket>[0], since: string) =>
    new ATicket(given, monday).dispatched('lighting', 'power').signed().at(since).does('hold', hold);

  it('pauses its clocks, the citizen’s and the co-handlers’ too, by the working days that open meanwhile', () => {
    const ticket = held({}, '2026-03-04 10:00').at('2026-03-06 11:00').does('resume', {});
    expect(clock(ticket, 'finish', 'lighting')).toBe('running, due 2026-03-11 18:00');
    expect(clock(ticket, 'finish', 'power')).toBe('running, due 2026-03-11 18:00');
    expect(clock(ticket, 'citizen')).toBe('running, due 2026-03-13 18:00');
    expect(yellow(ticket, 'finish')).toBe('2026-03-11 09:00');
  });

  it('moves a limit in hours by the hold’s length, and its warning by as much', () => {
    const ticket = held({ urgency: 'urgent' }, '2026-03-02 20:00').at('2026-03-05 21:30').does('resume', {});
    expect(due(ticket, 'finish')).toBe('2026-03-06 11:31');
    expect(yellow(ticket, 'finish')).toBe('2026-03-06 06:43');
  });

  it('shows its due times as they stood, and warns of none, while it is held', () => {
    const ticket = held({}, '2026-03-04 10:00').at('2026-04-01 10:00').does('nudge', {});
    const clocks = clocksOfLines(ticket.lines).filter(({ state }) => state === 'running');
    expect(clock(ticket, 'finish')).toBe('running, due 2026-03-09 18:00');
    expect(clocks.filter(({ paused }) => !paused).map(({ kind }) => kind)).toEqual(['held']);
    expect(clocksOfLines(ticket.does('resume', {}).lines).filter(({ paused }) => paused)).toEqual([]);
  });

  it('adds up nothing: held twice, each hold counts once', () => {
    const ticket = held({}, '2026-03-03 10:00').at('2026-03-04 10:00').does('resume', {});
    ticket.at('2026-03-05 10:00').does('hold', hold).at('2026-03-09 10:00').does('resume', {});
    expect(clock(ticket, 'finish')).toBe('running, due 2026-03-12 18:00');
    expect(clocksOfLines(ticket.lines).find(({ kind }) => kind === 'finish')?.rule.steps).toMatchObject([
      { kind: 'pause', from: at('2026-03-03 10:00'), to: at('2026-03-04 10:00') },
      { kind: 'pause', from: at('2026-03-05 10:00'), to: at('2026-03-09 10:00') },
    ]);
  });

  it('leaves a due time that had passed where it was', () => {
    const ticket = held({}, '2026-03-10 10:00').at('2026-03-20 10:00').does('resume', {});
    expect(clock(ticket, 'finish')).toBe('running, due 2026-03-09 18:00');
    expect(clock(ticket, 'citizen')).toBe('running, due 2026-03-23 18:00');
  });

  it('gives a reply from its hold the time that it was held', () => {
    const alone = new ATicket({}, monday).dispatched().signed().at('2026-03-09 10:00').does('hold', hold);
    const ticket = alone.at('2026-03-20 10:00').replied().does('approve', {});
    const finish = clocksOfLines(ticket.lines).find(({ kind }) => kind === 'finish');
    expect(finish).toMatchObject({ state: 'met', metAt: at('2026-03-20 10:00'), dueAt: at('2026-03-20 18:00') });
  });

  it('gives a co-handler who answers meanwhile the time until then', () => {
    const ticket = held({ urgency: 'urgent' }, '2026-03-02 20:00').at('2026-03-09 10:00');
    ticket.does('coReply', { assignmentId: ticket.part('power').id, ...goodReply });
    expect(clock(ticket, 'finish', 'power')).toBe('met 2026-03-09 10:00');
    const clocks = clocksOfLines(ticket.lines).filter(({ kind }) => kind === 'finish');
    expect(clocks.at(-1)).toMatchObject({ state: 'met', dueAt: at('2026-03-10 00:01') });
  });

  it('waits on when it goes on into a year that nobody has announced', () => {
    const ticket = new ATicket({}, '2026-12-23 10:00').dispatched().signed().at('2026-12-24 08:00');
    ticket.does('hold', { ...hold, reviewAt: at('2027-06-01 18:00') });
    ticket.at('2027-01-08 10:00').does('resume', {});
    const known = new KnownDueTimes(dueTimes);
    const finish = clocksOf(stored(ticket.lines), known).find(({ kind }) => kind === 'finish');
    expect(finish).toMatchObject({ paused: true, dueAt: at('2026-12-30 18:00') });
    expect(known.fault?.year).toBe(2027);
  });

  it('does not move a superior’s date, nor what was promised to the citizen beyond it', () => {
    const above = { upstreamSystem: 'city', upstreamNumber: '1', upstreamDueAt: at('2026-03-13 12:00') };
    const ticket = held(above, '2026-03-04 10:00').at('2026-03-10 11:00').does('resume', {});
    expect(clock(ticket, 'finish', 'lighting')).toBe('running, due 2026-03-12 18:00');
    expect(clock(ticket, 'citizen')).toBe('running, due 2026-03-13 12:00');
  });
});

describe('calling back', () => {
  it('is due the next working day, and each attempt moves it on', () => {
    const ticket = new ATicket({}, monday).answered();
    expect(clock(ticket, 'callback')).toBe('running, due 2026-03-03 18:00');
    ticket.at('2026-03-03 10:00').does('callbackAttempt', { outcome: 'no-answer' });
    expect(clock(ticket, 'callback')).toBe('running, due 2026-03-04 18:00');
    ticket
      .at('2026-03-04 10:00')
      .does('callbackAttempt', { outcome: 'appointment', appointmentAt: at('2026-03-06 10:00') });
    expect(clock(ticket, 'callback')).toBe('running, due 2026-03-09 18:00');
    ticket.at('2026-03-06 10:00').rated();
    expect(clock(ticket, 'callback')).toBe('met 2026-03-06 10:00');
    expect(running(ticket)).toEqual([]);
  });

  it('that was closed in vain leaves no clock', () => {
    const ticket = new ATicket().answered();
    ticket.calledInVain();
    expect(running(ticket.does('closeUnrated', {}))).toEqual([]);
  });
});

describe('a bad rating', () => {
  it('is judged within one working day', () => {
    const ticket = new ATicket({}, monday).answered().rated(bad);
    expect(clock(ticket, 'judgement')).toBe('running, due 2026-03-03 18:00');
    ticket.does('judge', { reasonable: false, reason: '' });
    expect(clock(ticket, 'judgement')).toBe('met 2026-03-02 10:06');
    expect(running(ticket)).toEqual(['appeal-window']);
  });

  it('is judged on a closed ticket as well', () => {
    const ticket = new ATicket({}, monday).answered().rated().at('2026-03-09 10:00').rated(bad);
    expect(running(ticket)).toEqual(['judgement', 'appeal-window']);
    expect(due(ticket, 'judgement')).toBe('2026-03-10 18:00');
  });

  it('that is unit-reported, of a direct answer or of a merged ticket is not judged', () => {
    expect(clock(new ATicket().answered().rated({ ...bad, source: 'unit-reported' }), 'judgement')).toBeUndefined();
    const direct = new ATicket().does('answerOnCall', { text: '' }).rated({ ...bad, source: 'call-end' });
    expect(clock(direct, 'judgement')).toBeUndefined();
    expect(
      clock(new ATicket().dispatched().does('merge', { intoId: 'master' }).rated(bad), 'judgement'),
    ).toBeUndefined();
  });

  it('that the citizen takes back leaves nothing to judge', () => {
    expect(running(new ATicket().answered().rated(bad).rated({ source: 'citizen-link' }))).toEqual([]);
  });

  it('found reasonable starts the rework clock, and everything else of a new round', () => {
    const ticket = new ATicket({}, monday).answered().rated(bad).at('2026-03-05 10:00');
    ticket.does('judge', { reasonable: true, reason: '' }).does('rework', {});
    expect(clock(ticket, 'rework')).toBe('running, due 2026-03-10 18:00');
    expect(clock(ticket, 'sign')).toBe('running, due 2026-03-06 18:00');
    expect(clock(ticket, 'contact')).toBe('running, due 2026-03-06 18:00');
    expect(clocks(ticket, 'finish')).toEqual(['met 2026-03-02 10:03']);
    expect(clock(ticket, 'citizen')).toBe('met 2026-03-02 10:03');
    ticket.signed().replied().does('sendBack', { reasonCode: 'wording' }).replied().does('approve', {});
    expect(clock(ticket, 'rework')).toBe('met 2026-03-05 10:05');
  });
});

describe('a merged ticket', () => {
  it('keeps the citizen’s clock alone, which the master’s answer meets', () => {
    const ticket = new ATicket({}, monday).dispatched().does('merge', { intoId: 'master' });
    expect(running(ticket)).toEqual(['citizen']);
    ticket.at('2026-03-06 10:00').does('answerWithMaster', { masterId: 'master', handledAt: at('2026-03-05 16:00') });
    expect(clock(ticket, 'citizen')).toBe('met 2026-03-05 16:00');
  });

  it('on its own again has the citizen’s clock as if it had never been merged', () => {
    const ticket = new ATicket({}, monday).dispatched().does('merge', { intoId: 'master' }).at('2026-03-04 10:00');
    ticket.does('release', {});
    expect(clock(ticket, 'citizen')).toBe('running, due 2026-03-11 18:00');
    expect(clock(ticket, 'dispatch')).toBe('running, due 2026-03-04 12:00');
  });
});

describe('an ended ticket', () => {
  it.each(['withdraw', 'void'] as const)('that was ended by %s has no running clock', (name) => {
    const stories = [
      new ATicket(),
      new ATicket({ areaCode: null }),
      new ATicket().dispatched('lighting', 'power').signed(),
      new ATicket().dispatched().returned(),
      new ATicket().dispatched().signed().replied(),
      new ATicket().answered(),
      new ATicket().answered().rated(bad),
    ];
    expect(stories.map((ticket) => running(ticket.does(name, { reason: '' })))).toEqual(stories.map(() => []));
  });

  it('that is closed has no running clock, contacted or not', () => {
    expect(running(new ATicket().answered().rated())).toEqual([]);
    expect(running(new ATicket({ channel: 'forum' }).answered())).toEqual([]);
  });

  it('that was referred while a department objected has no running clock', () => {
    expect(running(new ATicket().dispatched().returned().does('refer', { reasonCode: 'petition', route: '' }))).toEqual(
      [],
    );
  });
});

describe('the return window', () => {
  it('stays what it was when a return was refused: the department may not ask later than it could', () => {
    const ticket = new ATicket({}, monday).dispatched().returned().does('rejectReturn', { reason: '' });
    expect(clock(ticket, 'return-window')).toBe('running, due 2026-03-04 18:00');
  });
});
