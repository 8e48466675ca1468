import { ATicket, at, someone } from '#testing/a-ticket';

const more = {
  extensionId: 'extension',
  kind: 'finish',
  reason: '待料',
  basis: '合同',
  dueAt: at('2026-03-09 18:00'),
  until: at('2026-03-12 18:00'),
} as const;

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

  it('is asked by the lead, with a review that is still to come', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting', 'power').signed();
    const until = (department: string, reviewAt: string) => ticket.on(department, { ...held, reviewAt: at(reviewAt) });
    expect(ticket.refuses('requestHold', until('lighting', '2026-03-02 10:03'))).toBe('复核日期须晚于现在');
    expect(ticket.refuses('requestHold', until('power', '2026-06-01 18:00'))).toBe('只有主办单位可以办理此项');
    expect(ticket.refuses('requestHold', until('lighting', '2026-03-02 10:04'))).toBeUndefined();
    expect(ticket.now.state).toBe('handling');
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

  it('is asked by whoever has the part: by the lead for its own, by a co-handler for theirs', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting', 'power').signed();
    const part = (department: string) => ticket.on(department, more);
    expect(ticket.refuses('requestExtension', part('power'))).toBe('只有主办单位可以办理此项');
    for (const move of ['requestCoExtension', 'coExtend'] as const)
      expect(ticket.refuses(move, part('lighting'))).toBe('这条承办记录不是协办');
    const late = ticket.on('power', { ...more, dueAt: at('2026-03-02 10:00') });
    expect(ticket.refuses('requestCoExtension', late)).toBe('已超过办理期限，不能再申请延期');
    const above = someone(['handler'], ['power', 'power-east']);
    ticket.does('subDispatch', ticket.on('power', { departmentId: 'power-east' }), above);
    const below = ticket.on('power-east', more);
    expect(ticket.refuses('requestCoExtension', below)).toBe('转下级办理的，由上级单位申请延期');
    expect(ticket.refuses('coExtend', below)).toBe('这条承办记录不是协办');
    expect(ticket.refuses('extend', part('power'))).toBe('这条承办记录不是主办');
    const before = ticket.now;
    ticket.does('requestCoExtension', part('power')).does('coExtend', part('power'));
    expect(ticket.now).toEqual({ ...before, seq: before.seq + 2 });
    ticket.does('coSign', ticket.on('power', {}));
    expect(ticket.refuses('requestCoExtension', part('power'))).toBeUndefined();
  });

  it('is asked by a co-handler also when the lead has answered, and not while the ticket is held', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting', 'power').signed();
    const asked = ticket.on('power', more);
    const held = { holdId: 'hold', plan: '', responsible: '', reviewAt: at('2026-06-01 18:00') };
    expect(ticket.does('hold', held).refuses('requestCoExtension', asked)).toBe('“已挂账”的工单不能协办申请延期');
    ticket.does('resume', {}).replied({ overruledReason: '无关' }).does('approve', {});
    expect(ticket.refuses('requestCoExtension', asked)).toBeUndefined();
  });
});

describe('asking for more time', () => {
  const ask = (given: Partial<Record<'dueAt' | 'until', Date>>, upstreamDueAt: Date | null = null) => {
    const ticket = new ATicket({ upstreamDueAt }, '2026-03-02 10:00').dispatched().signed();
    return ticket.refuses('requestExtension', ticket.on('lighting', { ...more, ...given }));
  };

  it('is done while there is time left', () => {
    expect(ask({ dueAt: at('2026-03-02 10:03') })).toBe('已超过办理期限，不能再申请延期');
    expect(ask({ dueAt: at('2026-03-02 10:04') })).toBeUndefined();
  });

  it('asks for a later date than there is', () => {
    expect(ask({ until: more.dueAt })).toBe('延期后的期限须晚于现期限');
    expect(ask({ until: new Date(more.dueAt.getTime() + 1) })).toBeUndefined();
  });

  it('asks for none after the date that the superior set', () => {
    expect(ask({}, more.until)).toBeUndefined();
    expect(ask({}, new Date(more.until.getTime() - 1))).toBe('延期不能超过上级要求的期限');
  });
});
