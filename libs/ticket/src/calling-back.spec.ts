import { ATicket, at } from '#testing/a-ticket';

const called = (times: number) => new ATicket().answered().calledInVain(times);

describe('calling back', () => {
  it.each([
    ['done', 0],
    ['no-answer', 1],
    ['busy', 1],
    ['wrong-number', 1],
    ['not-the-person', 1],
    ['refused', 1],
  ] as const)('that ends with %s uses an attempt', (outcome, attempts) => {
    expect(new ATicket().answered().does('callbackAttempt', { outcome }).now.callbackAttempts).toBe(attempts);
  });

  it('counts once in the morning, once in the afternoon, once at night of each day', () => {
    const ticket = new ATicket({}, '2026-03-02 08:00').answered();
    const attempts = (...times: string[]) =>
      times.map((time) => ticket.at(time).does('callbackAttempt', { outcome: 'busy' }).now.callbackAttempts);
    expect(attempts('2026-03-02 09:00', '2026-03-02 11:59', '2026-03-02 12:00')).toEqual([1, 1, 2]);
    expect(attempts('2026-03-02 17:59', '2026-03-02 18:00', '2026-03-02 23:59')).toEqual([2, 3, 3]);
    expect(attempts('2026-03-03 00:00')).toEqual([4]);
    expect(ticket.now.callbackTriedAt).toEqual(at('2026-03-03 00:00'));
  });

  it('by appointment uses none, and names an instant still to come', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').answered();
    expect(ticket.refuses('callbackAttempt', { outcome: 'appointment' })).toBe('改时再访须约定时间');
    const now = at('2026-03-02 10:05');
    expect(ticket.refuses('callbackAttempt', { outcome: 'appointment', appointmentAt: now })).toBe(
      '约定时间须晚于现在',
    );
    const farthest = { outcome: 'appointment', appointmentAt: at('2026-04-01 10:05') } as const;
    expect(ticket.does('callbackAttempt', farthest).now.callbackAttempts).toBe(0);
    ticket.at('2026-03-02 10:05');
    const far = { outcome: 'appointment', appointmentAt: at('2026-04-01 10:06') } as const;
    expect(ticket.refuses('callbackAttempt', far)).toBe('约定时间须在30天以内');
    ticket.does('callbackAttempt', { outcome: 'appointment', appointmentAt: at('2026-03-03 09:00') });
    expect(ticket.now.callbackAttempts).toBe(0);
  });

  it('in vain three times closes the ticket as unrated, never as satisfied', () => {
    expect(called(2).refuses('closeUnrated', {})).toBe('回访次数未用完');
    const ticket = called(3).does('closeUnrated', {});
    expect(ticket.now).toMatchObject({ state: 'closed', closeReason: 'unrated', rating: null });
    expect(ticket.now.closedAt).toEqual(ticket.now.stateSince);
  });

  it('never closes as unrated what a bad rating left to be judged', () => {
    expect(called(3).rated({ solved: 'no' }).refuses('closeUnrated', {})).toBe('评价待认定，不能按未评价办结');
  });
});
