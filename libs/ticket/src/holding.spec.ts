import { ATicket, at } from '#testing/a-ticket';

describe('holding', () => {
  const held = { holdId: 'hold', plan: '随管网改造一并实施', responsible: '管网科', reviewAt: at('2026-06-01 18:00') };

  it('puts a ticket aside until its review, from which it is resumed or answered', () => {
    const ticket = new ATicket().dispatched().signed().does('hold', held);
    expect(ticket.now.state).toBe('held');
    expect(ticket.lastLine?.data['reviewAt']).toEqual(at('2026-06-01 18:00'));
    expect(ticket.does('resume', {}).now.state).toBe('handling');
    expect(ticket.does('hold', held).replied().now.state).toBe('replied');
  });

  it('looks ahead', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched().signed();
    expect(ticket.refuses('hold', { ...held, reviewAt: at('2026-03-02 10:03') })).toBe('复核日期须晚于现在');
  });
});

describe('an extension', () => {
  it('has a due time that is still to come, and changes only clocks', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched();
    const part = { assignmentId: ticket.part().id, extensionId: 'extension' };
    const asked = { ...part, kind: 'finish', dueAt: at('2026-03-09 18:00') } as const;
    expect(ticket.refuses('extend', { ...asked, until: at('2026-03-02 10:02') })).toBe('延期后的期限须晚于现在');
    const before = ticket.now;
    ticket.does('extend', { ...asked, until: at('2026-03-20 18:00') });
    expect(ticket.now).toEqual({ ...before, seq: 3 });
  });
});
