import { ATicket, at, goodReply } from '#testing/a-ticket';
import { returnedBy } from './assignments';

describe('dispatching', () => {
  it('names one lead, who is to sign, and its co-handlers', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting', 'power', 'roads');
    expect(ticket.parts).toEqual(['lighting lead waiting', 'power co-handler waiting', 'roads co-handler waiting']);
    expect(ticket.now).toMatchObject({
      state: 'dispatched',
      round: 1,
      leadDepartmentId: 'lighting',
      leadId: ticket.part('lighting').id,
      dispatchedAt: at('2026-03-02 10:01'),
      stateSince: at('2026-03-02 10:01'),
    });
    expect(ticket.part('power')).toEqual({
      id: 'part-2',
      departmentId: 'power',
      parentId: null,
      role: 'co-handler',
      state: 'waiting',
      round: 1,
      dispatchedAt: at('2026-03-02 10:01'),
      signedAt: null,
      contactedAt: null,
      submittedAt: null,
      answeredAt: null,
      endedAt: null,
      reply: null,
    });
  });

  it('tells the clocks which parts begin, and keeps the reason apart as text', () => {
    const ticket = new ATicket().does('dispatch', { leadId: 'lighting', coHandlerIds: ['power'], because: '派单目录' });
    expect(ticket.lastLine).toMatchObject({
      name: 'dispatch',
      from: 'registered',
      to: 'dispatched',
      text: { because: '派单目录' },
      data: {
        leadId: 'lighting',
        coHandlerIds: ['power'],
        assigned: [
          { id: 'part-1', departmentId: 'lighting', role: 'lead', round: 1 },
          { id: 'part-2', departmentId: 'power', role: 'co-handler', round: 1 },
        ],
      },
    });
    expect(ticket.lastLine?.data).not.toHaveProperty('ended');
  });

  it('refuses a lead that is its own co-handler, and a co-handler named twice', () => {
    const ticket = new ATicket();
    expect(ticket.refuses('dispatch', { leadId: 'lighting', coHandlerIds: ['power', 'lighting'] })).toBe(
      '主办单位不能同时是协办单位',
    );
    expect(ticket.refuses('dispatch', { leadId: 'lighting', coHandlerIds: ['power', 'power'] })).toBe('协办单位重复');
  });

  it.each(['complaint', 'report'] as const)('never leaves a %s to the accused department alone', (type) => {
    const ticket = new ATicket({ type, subjectDepartmentId: 'lighting' });
    const refused = '被反映单位不能单独承办对本单位的投诉举报';
    expect(ticket.refuses('dispatch', { leadId: 'lighting' })).toBe(refused);
    expect(ticket.refuses('dispatch', { leadId: 'lighting', coHandlerIds: [] })).toBe(refused);
    expect(ticket.refuses('dispatch', { leadId: 'lighting', coHandlerIds: ['power'] })).toBeUndefined();
  });

  it('lets a department handle a request about itself', () => {
    expect(new ATicket({ subjectDepartmentId: 'lighting' }).dispatched('lighting').now.state).toBe('dispatched');
  });

  it('adds a co-handler later, but no department twice', () => {
    const ticket = new ATicket().dispatched('lighting').does('addCoHandler', { departmentId: 'power' });
    expect(ticket.parts).toEqual(['lighting lead waiting', 'power co-handler waiting']);
    expect(ticket.part('power').round).toBe(1);
    expect(ticket.refuses('addCoHandler', { departmentId: 'power' })).toBe('该单位已在承办');
    expect(ticket.refuses('addCoHandler', { departmentId: 'lighting' })).toBe('该单位已在承办');
  });

  it('may add a co-handler again that had given its part back', () => {
    const ticket = new ATicket().dispatched('lighting', 'power');
    ticket.does('coReturn', ticket.on('power', { reasonCode: 'not-ours', basis: '三定方案' }));
    ticket.does('addCoHandler', { departmentId: 'power' });
    expect(ticket.parts.slice(1)).toEqual(['power co-handler returned', 'power co-handler waiting']);
  });

  it('takes its part from a co-handler while it is at it, and leaves what was answered', () => {
    const removed = { departmentId: 'power', reason: '与供电无关' };
    const ticket = new ATicket().dispatched('lighting', 'power', 'roads').does('removeCoHandler', removed);
    expect(ticket.parts).toEqual(['lighting lead waiting', 'power co-handler cancelled', 'roads co-handler waiting']);
    expect(ticket.lastLine?.data).toMatchObject({ departmentId: 'power', ended: [ticket.part('power').id] });
    expect(ticket.refuses('removeCoHandler', removed)).toBe('该单位已不在协办');
    expect(ticket.refuses('removeCoHandler', { ...removed, departmentId: 'lighting' })).toBe('该单位没有协办');
    ticket.does('coReply', ticket.on('roads', goodReply));
    expect(ticket.refuses('removeCoHandler', { ...removed, departmentId: 'roads' })).toBe('该单位已不在协办');
  });

  it('leaves the accused department not alone with the complaint by taking the co-handler away', () => {
    const complaint = { type: 'complaint', subjectDepartmentId: 'lighting' } as const;
    const ticket = new ATicket(complaint).dispatched('lighting', 'power');
    expect(ticket.refuses('removeCoHandler', { departmentId: 'power', reason: '无关' })).toBe(
      '主办单位是被反映单位，不能只剩其一家，请先由派单员另派',
    );
  });
});

describe('a ticket kept from automatic dispatch', () => {
  it('is let go once', () => {
    const ticket = new ATicket({ routingHeld: true }).does('letRoute', {});
    expect(ticket.now).toMatchObject({ state: 'registered', routingHeld: false });
    expect(ticket.refuses('letRoute', {})).toBe('工单未被暂缓派单');
  });
});

describe('asking the citizen for more', () => {
  it('before dispatch says what is missing', () => {
    const ticket = new ATicket().does('askMore', { missing: ['where'] });
    expect(ticket.now).toMatchObject({ state: 'incomplete', missing: ['where'], leadId: null });
    expect(new ATicket().refuses('askMore', { missing: [] })).toBe('须注明缺少的要素');
  });

  it('instead of deciding a return takes the ticket from the department, without counting a return', () => {
    const ticket = new ATicket()
      .dispatched('lighting', 'power')
      .returned()
      .does('askMore', { missing: ['where'] });
    expect(ticket.parts).toEqual(['lighting lead cancelled', 'power co-handler waiting']);
    expect(ticket.now).toMatchObject({ leadId: null, leadDepartmentId: null });
    expect(returnedBy(ticket.now)).toEqual([]);
  });

  it('ends when everything is there', () => {
    const ticket = new ATicket({ areaCode: null, content: '' });
    expect(ticket.refuses('complete', { content: '井盖缺失' })).toBe('仍缺要素：何地');
    expect(ticket.refuses('complete', {})).toBe('仍缺要素：何地、何因、何果');
    ticket.does('complete', { content: '井盖缺失', address: '滨河路三号' });
    expect(ticket.now).toMatchObject({ state: 'registered', missing: [], content: '井盖缺失', version: 2 });
  });

  it('does not end before somebody has said something of what was asked, at once or by and by', () => {
    const ticket = new ATicket().does('askMore', { missing: ['where', 'course'] });
    expect(ticket.refuses('complete', { title: '路灯' })).toBe('仍缺要素：何地、何果');
    ticket.does('edit', { content: '三天不亮，已有老人摔倒。' });
    expect(ticket.now.missing).toEqual(['where']);
    expect(ticket.refuses('complete', { address: '滨河路三号' })).toBeUndefined();
    expect(ticket.now).toMatchObject({ state: 'registered', missing: [] });
  });
});
