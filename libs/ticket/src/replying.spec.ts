import { ATicket, at, goodReply, someone } from '#testing/a-ticket';

const head = someone(['department-head'], ['lighting']);

describe('the head’s signature', () => {
  const drafted = () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed();
    return ticket.does('draftReply', ticket.on('lighting', goodReply));
  };

  it('waits for a draft', () => {
    const ticket = drafted();
    expect(ticket.now.state).toBe('handling');
    expect(ticket.part('lighting')).toMatchObject({
      state: 'signing',
      submittedAt: null,
      reply: { ...goodReply, unsolvedReason: null },
    });
  });

  it('cannot be gone round', () => {
    const ticket = drafted();
    expect(ticket.refuses('reply', ticket.on('lighting', goodReply))).toBe('反馈已送签，待单位领导签发');
    expect(ticket.refuses('draftReply', ticket.on('lighting', goodReply))).toBe('反馈已送签，待单位领导签发');
  });

  it('lets the reply go in the same transaction, submitted then', () => {
    const ticket = drafted().does('signOff', drafted().on('lighting', { approve: true }), head);
    expect(ticket.part('lighting').state).toBe('working');
    ticket.does('reply', ticket.on('lighting', { ...goodReply, overruledReason: '无关' }), head);
    expect(ticket.now.state).toBe('replied');
    expect(ticket.part('lighting').submittedAt).toEqual(ticket.now.stateSince);
  });

  it('refused sends the draft back with a reason', () => {
    const ticket = drafted();
    expect(ticket.refuses('signOff', ticket.on('lighting', { approve: false }), head)).toBe('不予签发须说明理由');
    expect(ticket.refuses('signOff', ticket.on('lighting', { approve: false, reason: ' ' }), head)).toBe(
      '不予签发须说明理由',
    );
    ticket.does('signOff', ticket.on('lighting', { approve: false, reason: '依据不足' }), head);
    expect(ticket.part('lighting').state).toBe('working');
  });

  it('on anything else leaves the part as it is, and what is asked follows it', () => {
    const ticket = new ATicket().dispatched('lighting').signed();
    const asked = { signOffId: 'sign-off', signOffKind: 'return' } as const;
    const objection = { reasonCode: 'not-ours', basis: '三定方案' } as const;
    ticket.does('askSignature', ticket.on('lighting', { ...asked, ...objection }));
    expect([ticket.now.state, ticket.part('lighting').state]).toEqual(['handling', 'working']);
    ticket.does('signOff', ticket.on('lighting', { ...asked, approve: true }), head);
    expect([ticket.now.state, ticket.part('lighting').state]).toEqual(['handling', 'working']);
    ticket.does('return', ticket.on('lighting', objection), head);
    expect(ticket.now.state).toBe('returning');
  });

  it('is that of the own department, under a draft', () => {
    const ticket = drafted();
    const stranger = someone(['department-head'], ['roads']);
    expect(ticket.refuses('signOff', ticket.on('lighting', { approve: true }), stranger)).toBe('不是本单位承办的工单');
    const powerHead = someone(['department-head'], ['power']);
    expect(ticket.refuses('signOff', ticket.on('power', { approve: true }), powerHead)).toBe('没有待签发的反馈');
  });
});

describe('a reply', () => {
  it('of the lead brings the ticket to review', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched().signed().replied();
    expect(ticket.now).toMatchObject({ state: 'replied', handledAt: null });
    expect(ticket.part()).toMatchObject({
      state: 'answered',
      submittedAt: at('2026-03-02 10:03'),
      answeredAt: null,
      endedAt: null,
      reply: { ...goodReply, unsolvedReason: null },
    });
    expect(ticket.lastLine).toMatchObject({
      data: { factFinding: 'confirmed', demandFinding: 'reasonable', resolution: 'solved' },
      text: { internalText: '已更换灯泡。', publicText: '路灯已修好。' },
    });
  });

  it.each(['reply', 'draftReply'] as const)('says why the matter stays unsolved (%s)', (name) => {
    const ticket = new ATicket().dispatched().signed();
    const unsolved = { ...goodReply, resolution: 'unsolved' } as const;
    expect(ticket.refuses(name, ticket.on('lighting', unsolved))).toBe('未解决须说明原因');
    expect(ticket.refuses(name, ticket.on('lighting', { ...unsolved, unsolvedReason: ' ' }))).toBe('未解决须说明原因');
    expect(ticket.refuses(name, ticket.on('lighting', { ...unsolved, unsolvedReason: '无资金' }))).toBeUndefined();
    expect(ticket.part().reply?.unsolvedReason).toBe('无资金');
  });

  it.each(['explained', 'partly-solved', 'held', 'scheduled', 'in-procedure'] as const)(
    'may say %s without a reason',
    (resolution) => {
      expect(new ATicket().dispatched().signed().replied({ resolution }).now.state).toBe('replied');
    },
  );

  it('waits for the co-handlers, or overrules them with a reason', () => {
    const ticket = new ATicket().dispatched('lighting', 'power', 'roads').signed();
    const refused = '协办单位尚未反馈，须等待或说明不采纳的理由';
    ticket.does('coReply', ticket.on('power', goodReply));
    expect(ticket.refuses('reply', ticket.on('lighting', goodReply))).toBe(refused);
    expect(ticket.refuses('reply', ticket.on('lighting', { ...goodReply, overruledReason: ' ' }))).toBe(refused);
    ticket.does('coReply', ticket.on('roads', goodReply));
    expect(ticket.refuses('reply', ticket.on('lighting', goodReply))).toBeUndefined();
  });

  it('waits for the units below it was handed on to, or says why not; a co-handler’s units are the co-handler’s matter', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed();
    const above = someone(['handler'], ['lighting', 'power']);
    ticket.does('subDispatch', ticket.on('lighting', { departmentId: 'lighting-east' }), above);
    ticket.does('subDispatch', ticket.on('power', { departmentId: 'power-east' }), above);
    const refused = '下级单位尚未反馈，须等待或说明不等的理由';
    expect(ticket.refuses('coReply', ticket.on('power', goodReply))).toBe(refused);
    expect(ticket.refuses('coReply', ticket.on('power', { ...goodReply, overruledReason: ' ' }))).toBe(refused);
    ticket.does('coReply', ticket.on('power', { ...goodReply, overruledReason: '已现场核实' }));
    expect(ticket.refuses('reply', ticket.on('lighting', goodReply))).toBe(refused);
    ticket.does('coReply', ticket.on('lighting-east', goodReply));
    expect(ticket.openParts).toEqual(['lighting lead working', 'power-east co-handler waiting']);
    expect(ticket.refuses('reply', ticket.on('lighting', goodReply))).toBeUndefined();
  });

  it('that overrules a co-handler leaves it to its part', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed().replied({ overruledReason: '与其无关' });
    expect(ticket.openParts).toEqual(['power co-handler waiting']);
    expect(ticket.lastLine?.text).toHaveProperty('overruledReason', '与其无关');
    ticket.does('approve', {}).rated().does('coReply', ticket.on('power', goodReply));
    expect(ticket.now.state).toBe('closed');
    expect(ticket.openParts).toEqual([]);
  });

  it('is the lead’s', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed();
    expect(ticket.refuses('reply', ticket.on('power', goodReply))).toBe('只有主办单位可以办理此项');
    expect(ticket.refuses('draftReply', ticket.on('power', goodReply))).toBe('只有主办单位可以办理此项');
  });
});

describe('a co-handler', () => {
  it('signs, answers and ends its part without moving the ticket', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting', 'power');
    ticket.does('coSign', ticket.on('power', {}));
    expect(ticket.part('power')).toMatchObject({ state: 'working', signedAt: at('2026-03-02 10:02') });
    ticket.does('coReply', ticket.on('power', { ...goodReply, resolution: 'unsolved', unsolvedReason: '待料' }));
    const then = at('2026-03-02 10:03');
    expect(ticket.part('power')).toMatchObject({
      state: 'answered',
      submittedAt: then,
      answeredAt: then,
      endedAt: then,
      reply: { resolution: 'unsolved', unsolvedReason: '待料' },
    });
    expect(ticket.now).toMatchObject({ state: 'dispatched', leadDepartmentId: 'lighting' });
    expect(ticket.lastLine?.data).not.toHaveProperty('ended');
  });

  it('gives its part back, signed or not, and the ticket stays with the lead', () => {
    for (const signs of [true, false]) {
      const ticket = new ATicket().dispatched('lighting', 'power').signed();
      if (signs) ticket.does('coSign', ticket.on('power', {}));
      ticket.does('coReturn', ticket.on('power', { reasonCode: 'not-ours', basis: '三定方案' }));
      expect(ticket.parts).toEqual(['lighting lead working', 'power co-handler returned']);
      expect(ticket.part('power').endedAt).toEqual(ticket.lastLine?.at);
      expect(ticket.now.state).toBe('handling');
    }
  });

  it('does each of these once, and only for its own part', () => {
    const ticket = new ATicket().dispatched('lighting', 'power');
    const power = ticket.on('power', {});
    const reply = { ...power, ...goodReply };
    const objection = { ...power, reasonCode: 'not-ours', basis: '' } as const;
    expect(ticket.refuses('coSign', ticket.on('lighting', {}))).toBe('这条承办记录不是协办');
    expect(ticket.refuses('coSign', power, someone(['handler'], ['roads']))).toBe('不是本单位承办的工单');
    expect(ticket.refuses('coReply', { ...reply, resolution: 'unsolved' })).toBe('未解决须说明原因');
    ticket.does('coSign', power);
    expect(ticket.refuses('coSign', power)).toBe('协办当前状态不能办理此项');
    ticket.does('coReply', reply);
    expect(ticket.refuses('coReply', reply)).toBe('协办当前状态不能办理此项');
    expect(ticket.refuses('coReturn', objection)).toBe('协办当前状态不能办理此项');
  });
});
