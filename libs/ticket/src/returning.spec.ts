import { ATicket, at, someone } from '#testing/a-ticket';
import { returnedBy } from './assignments';

describe('a department that objects', () => {
  it('waits for the hotline’s decision, before or after signing', () => {
    for (const ticket of [new ATicket().dispatched(), new ATicket().dispatched().signed()]) {
      ticket.returned();
      expect(ticket.now.state).toBe('returning');
      expect(ticket.parts).toEqual(['lighting lead objecting']);
      expect(ticket.lastLine).toMatchObject({ data: { reasonCode: 'not-ours' }, text: { basis: '三定方案' } });
    }
  });

  const objection = { reasonCode: 'not-ours', basis: '三定方案' } as const;

  it.each([
    ['a critical matter: first act, object later', { urgency: 'critical' }, '特急工单先办理后申诉，不得退单'],
    ['after its time for that', { late: true }, '已超过退单申请期'],
    ['after an arbitration', { arbitrated: true }, '已经裁定，不得再次退单'],
  ] as const)('may not object to %s', (_, how, refused) => {
    const ticket = new ATicket('urgency' in how ? how : {}).dispatched('lighting');
    if ('late' in how) ticket.past('return-window');
    if ('arbitrated' in how) ticket.returned().does('arbitrate', { leadId: 'lighting', reason: '' });
    expect(ticket.refuses('return', ticket.on('lighting', objection))).toBe(refused);
  });

  it('may object in time even when other clocks have run out', () => {
    const ticket = new ATicket({ urgency: 'urgent' }).dispatched('lighting').past('sign', 'contact');
    expect(ticket.refuses('return', ticket.on('lighting', objection))).toBeUndefined();
  });

  it('must be the lead', () => {
    const ticket = new ATicket().dispatched('lighting', 'power');
    expect(ticket.refuses('return', ticket.on('power', objection))).toBe('只有主办单位可以办理此项');
    expect(ticket.refuses('return', ticket.on('lighting', objection), someone(['handler'], ['power']))).toBe(
      '不是本单位承办的工单',
    );
    expect(ticket.refuses('return', { assignmentId: 'unknown', ...objection })).toBe('工单没有这条承办记录');
  });

  it('is freed when its return is upheld, and never gets the ticket again', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting').returned().does('uphold', { note: '' });
    expect(ticket.parts).toEqual(['lighting lead returned']);
    expect(ticket.part('lighting').endedAt).toEqual(at('2026-03-02 10:03'));
    expect(ticket.now).toMatchObject({ state: 'registered', leadId: null, leadDepartmentId: null, round: 1 });
    expect(ticket.lastLine?.data['ended']).toEqual(['part-1']);
    expect(returnedBy(ticket.now)).toEqual(['lighting']);
    expect(ticket.refuses('dispatch', { leadId: 'lighting' })).toBe('该单位的退单已获同意，不得再次派给该单位');
    expect(ticket.refuses('dispatch', { leadId: 'roads' })).toBeUndefined();
    expect(ticket.refuses('redispatch', { leadId: 'lighting', reason: '' })).toBe(
      '该单位的退单已获同意，不得再次派给该单位',
    );
  });

  it('has returned the ticket also where everything is told of one instant, unless arbitration named it again then', () => {
    const then = '2026-03-02 11:00';
    const ticket = new ATicket().at(then).dispatched('lighting').at(then).returned().at(then).does('uphold', {});
    expect(returnedBy(ticket.now)).toEqual(['lighting']);
    ticket.at(then).dispatched('roads').at(then).returned();
    ticket.at(then).does('arbitrate', { leadId: 'lighting', reason: '' });
    expect(returnedBy(ticket.now)).toEqual(['roads']);
  });

  it('leaves co-handlers at it while another lead is sought, who finds them there', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').returned().does('uphold', {});
    expect(ticket.openParts).toEqual(['power co-handler waiting']);
    ticket.does('dispatch', { leadId: 'roads', coHandlerIds: ['power'] });
    expect(ticket.openParts).toEqual(['power co-handler waiting', 'roads lead waiting']);
    expect(ticket.part('power').id).toBe('part-2');
  });

  it('is taken to have signed when its return is refused', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting').returned();
    ticket.does('rejectReturn', { reason: '属你单位职责' });
    expect(ticket.now.state).toBe('handling');
    expect(ticket.part('lighting')).toMatchObject({ state: 'working', signedAt: at('2026-03-02 10:03') });
  });

  it('keeps the instant at which it had signed already', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting').signed().returned();
    ticket.does('rejectReturn', { reason: '' });
    expect(ticket.part('lighting').signedAt).toEqual(at('2026-03-02 10:02'));
  });
});

describe('a ticket from a superior', () => {
  const fromAbove = { channel: 'superior', upstreamSystem: 'city', upstreamNumber: 'C-1' } as const;

  it('may be given back to it, before or after a department objected', () => {
    for (const ticket of [new ATicket(fromAbove), new ATicket(fromAbove).dispatched('lighting', 'power').returned()]) {
      ticket.does('returnUp', { reason: '不属本区' });
      expect(ticket.now).toMatchObject({ state: 'returning-up', leadId: null, leadDepartmentId: null });
    }
  });

  it('takes the ticket from the department and leaves co-handlers until it is decided', () => {
    const ticket = new ATicket(fromAbove).dispatched('lighting', 'power').returned().does('returnUp', { reason: '' });
    expect(ticket.parts).toEqual(['lighting lead cancelled', 'power co-handler waiting']);
    ticket.does('returnUpAccepted', {});
    expect(ticket.parts).toEqual(['lighting lead cancelled', 'power co-handler cancelled']);
    expect(ticket.now).toMatchObject({ state: 'returned-up', closeReason: 'returned-up' });
    expect(ticket.now.closedAt).toEqual(ticket.now.stateSince);
  });

  it('waits for a department again when the superior refuses', () => {
    expect(new ATicket(fromAbove).does('returnUp', { reason: '' }).does('returnUpRefused', {}).now.state).toBe(
      'registered',
    );
  });

  it('is the only one that can be given back', () => {
    expect(new ATicket().refuses('returnUp', { reason: '' })).toBe('不是上级派发的工单');
  });
});

describe('a co-handler', () => {
  it('cannot leave the accused alone with the complaint about it', () => {
    const accused = { type: 'complaint', subjectDepartmentId: 'lighting' } as const;
    const ticket = new ATicket(accused).dispatched('lighting', 'power', 'water');
    const given = { reasonCode: 'not-ours', basis: '' } as const;
    expect(ticket.refuses('coReturn', ticket.on('power', given))).toBeUndefined();
    expect(ticket.refuses('coReturn', ticket.on('water', given))).toBe(
      '主办单位是被反映单位，不能只剩其一家，请先由派单员另派',
    );
  });
});
