import { ATicket, at, goodReply, someone } from '#testing/a-ticket';

describe('signing', () => {
  it('begins the handling', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched().signed();
    expect(ticket.now).toMatchObject({ state: 'handling', stateSince: at('2026-03-02 10:02') });
    expect(ticket.part()).toMatchObject({ state: 'working', signedAt: at('2026-03-02 10:02'), endedAt: null });
  });

  it('belongs to the lead', () => {
    const ticket = new ATicket().dispatched('lighting', 'power');
    expect(ticket.refuses('sign', ticket.on('power', {}))).toBe('只有主办单位可以办理此项');
    expect(ticket.refuses('sign', ticket.on('lighting', {}), someone(['handler'], ['power']))).toBe(
      '不是本单位承办的工单',
    );
  });

  it('by somebody above the department counts as well', () => {
    const ticket = new ATicket().dispatched('lighting-east');
    expect(
      ticket.refuses('sign', ticket.on('lighting-east', {}), someone(['officer'], ['lighting', 'lighting-east'])),
    ).toBe(undefined);
  });

  it('a praise forwards it: nothing else is to be done', () => {
    const ticket = new ATicket({ type: 'praise' }, '2026-03-02 10:00').dispatched('lighting', 'power').signed();
    const then = at('2026-03-02 10:02');
    expect(ticket.now).toMatchObject({ state: 'closed', handledAt: then, closedAt: then, closeReason: 'forwarded' });
    expect(ticket.part('lighting')).toMatchObject({
      state: 'answered',
      signedAt: then,
      answeredAt: then,
      endedAt: then,
    });
    ticket.does('coSign', ticket.on('power', {}));
    expect(ticket.openParts).toEqual([]);
  });

  it('a praise again keeps the instant at which it was handled first', () => {
    const ticket = new ATicket({ type: 'praise' }).dispatched().signed();
    const { handledAt } = ticket.now;
    ticket.does('reopen', { reason: '转错单位' }).signed();
    expect(ticket.now).toMatchObject({ state: 'closed', handledAt, round: 2 });
  });
});

describe('the first contact with the citizen', () => {
  // Tickets here are dispatched at 10:01 and signed at 10:02.
  const call = { contactedAt: at('2026-03-02 10:02'), by: 'phone' } as const;
  const hotline = someone(['callback']);

  it('is made by the department while it handles the ticket', () => {
    const ticket = new ATicket().dispatched().signed();
    ticket.does('contact', ticket.on('lighting', call));
    expect(ticket.now.state).toBe('handling');
    expect(ticket.part().contactedAt).toEqual(at('2026-03-02 10:02'));
  });

  it('is the first one, whatever is said of it later', () => {
    const ticket = new ATicket().dispatched().signed();
    ticket.does('contact', ticket.on('lighting', call));
    ticket
      .at('2026-03-02 15:00')
      .does('contact', ticket.on('lighting', { ...call, contactedAt: at('2026-03-02 14:58') }));
    expect(ticket.part().contactedAt).toEqual(at('2026-03-02 10:02'));
    expect(ticket.lastLine?.data).toMatchObject({ contactedAt: at('2026-03-02 14:58') });
  });

  it('lies between the dispatch and now, give or take the clocks of two machines', () => {
    const contact = (contactedAt: string) => {
      const ticket = new ATicket().dispatched().signed().at('2026-03-02 11:00');
      return ticket.refuses('contact', ticket.on('lighting', { ...call, contactedAt: at(contactedAt) }));
    };
    expect(contact('2026-03-02 11:05')).toBeUndefined();
    expect(contact('2026-03-02 11:06')).toBe('联系时间不能晚于现在');
    expect(contact('2026-03-02 09:56')).toBeUndefined();
    expect(contact('2026-03-02 09:55')).toBe('联系时间不能早于派单时间');
  });

  it('that failed keeps the reason as text', () => {
    const ticket = new ATicket().dispatched().signed();
    ticket.does('contact', ticket.on('lighting', { ...call, notReachedReason: '三次无人接听' }));
    expect(ticket.lastLine).toMatchObject({ data: { by: 'phone' }, text: { notReachedReason: '三次无人接听' } });
  });

  it('is the hotline’s alone where the citizen is protected', () => {
    const ticket = new ATicket({ confidential: true }).dispatched().signed();
    expect(ticket.refuses('contact', ticket.on('lighting', call))).toBe('保密工单由热线联系诉求人');
    expect(ticket.refuses('contact', ticket.on('lighting', call), hotline)).toBeUndefined();
    expect(ticket.refuses('contact', ticket.on('lighting', call), someone(['agent']))).toBeUndefined();
    expect(ticket.refuses('contact', { assignmentId: 'unknown', ...call }, hotline)).toBe('工单没有这条承办记录');
    expect(ticket.part().contactedAt).toEqual(at('2026-03-02 10:02'));
  });

  it('is not the hotline’s otherwise', () => {
    const ticket = new ATicket().dispatched().signed();
    expect(ticket.refuses('contact', ticket.on('lighting', call), hotline)).toBe('不是本单位承办的工单');
  });

  it('is not made by a department that the ticket was taken from', () => {
    const ticket = new ATicket().dispatched('lighting').signed();
    const taken = ticket.on('lighting', call);
    ticket.does('redispatch', { leadId: 'roads', reason: '' }).signed();
    expect(ticket.refuses('contact', taken)).toBe('本条承办已经结束');
    expect(ticket.part('lighting').contactedAt).toBeNull();
  });
});

describe('a report on the way', () => {
  it('changes nothing but the history', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed();
    const before = ticket.now;
    ticket.does('interimReport', ticket.on('lighting', { text: '等待配件' }));
    expect(ticket.now).toEqual({ ...before, seq: 4 });
    expect(ticket.refuses('interimReport', ticket.on('power', { text: '' }))).toBe('只有主办单位可以办理此项');
  });
});

describe('handing on to a unit below', () => {
  const above = someone(['handler'], ['lighting', 'lighting-east', 'lighting-east-2', 'lighting-west']);

  it('makes the unit a part of its own, for which the parent stays responsible', () => {
    const ticket = new ATicket().dispatched('lighting').signed();
    ticket.does('subDispatch', ticket.on('lighting', { departmentId: 'lighting-east' }), above);
    expect(ticket.parts).toEqual(['lighting lead working', 'lighting-east co-handler waiting']);
    expect(ticket.part('lighting-east')).toMatchObject({ parentId: ticket.part('lighting').id, round: 1 });
    expect(ticket.now.leadDepartmentId).toBe('lighting');
    expect(ticket.lastLine?.data['assigned']).toEqual([
      { id: 'part-2', departmentId: 'lighting-east', role: 'co-handler', round: 1, parentId: 'part-1' },
    ]);
  });

  it('goes only downwards, once, and from a part that is still open', () => {
    const ticket = new ATicket().dispatched('lighting').signed();
    const to = (departmentId: string) => ticket.on('lighting', { departmentId });
    expect(ticket.refuses('subDispatch', to('roads'), above)).toBe('只能转给本单位的下级');
    expect(ticket.refuses('subDispatch', to('lighting'), above)).toBe('只能转给本单位的下级');
    expect(ticket.refuses('subDispatch', to('lighting-east'), someone(['handler'], ['roads']))).toBe(
      '不是本单位承办的工单',
    );
    expect(ticket.refuses('subDispatch', to('lighting-east'), above)).toBeUndefined();
    expect(ticket.refuses('subDispatch', to('lighting-east'), above)).toBe('该单位已在承办');
    const taken = to('lighting-west');
    ticket.does('redispatch', { leadId: 'roads', reason: '' });
    expect(ticket.refuses('subDispatch', taken, above)).toBe('本条承办已经结束');
  });

  it('goes to the part’s own units, whoever else the person answers for', () => {
    const ticket = new ATicket().dispatched('lighting').signed();
    ticket.does('subDispatch', ticket.on('lighting', { departmentId: 'lighting-east' }), above);
    const sideways = ticket.on('lighting-east', { departmentId: 'lighting-west' });
    expect(ticket.refuses('subDispatch', sideways, above)).toBe('只能转给本单位的下级');
  });

  it('waits while the part is objected to or is to be signed off', () => {
    const ticket = new ATicket().dispatched('lighting').signed();
    const below = ticket.on('lighting', { departmentId: 'lighting-east' });
    ticket.does('draftReply', ticket.on('lighting', goodReply));
    expect(ticket.refuses('subDispatch', below, above)).toBe('退单待审或待签发时不能转下级');
  });

  it('may ask for the answer within the part’s own time, and no later', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting').signed();
    const by = (dueAt: string, departmentId = 'lighting-east') =>
      ticket.on('lighting', { departmentId, dueAt: at(dueAt), partDueAt: at('2026-03-09 18:00') });
    expect(ticket.refuses('subDispatch', by('2026-03-02 10:03'), above)).toBe('下级的反馈期限须晚于现在');
    expect(ticket.refuses('subDispatch', by('2026-03-09 18:01'), above)).toBe('下级的反馈期限不能晚于本单位的办理期限');
    expect(ticket.refuses('subDispatch', by('2026-03-09 18:00'), above)).toBeUndefined();
  });

  it('lets the unit speak with the citizen first, for the department too', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting').signed();
    ticket.does('subDispatch', ticket.on('lighting', { departmentId: 'lighting-east' }), above);
    const call = { contactedAt: at('2026-03-02 10:04'), by: 'phone' } as const;
    ticket.does('contact', ticket.on('lighting-east', call));
    expect(ticket.part('lighting-east').contactedAt).toEqual(call.contactedAt);
    expect(ticket.part('lighting').contactedAt).toEqual(call.contactedAt);
    const own = { contactedAt: at('2026-03-02 10:05'), by: 'phone' } as const;
    ticket.does('contact', ticket.on('lighting', own));
    expect(ticket.part('lighting').contactedAt).toEqual(call.contactedAt);
  });

  it('stays with the parent when the unit gives it back, and what the unit had handed on ends with it', () => {
    const ticket = new ATicket().dispatched('lighting').signed();
    ticket.does('subDispatch', ticket.on('lighting', { departmentId: 'lighting-east' }), above);
    ticket.does('subDispatch', ticket.on('lighting-east', { departmentId: 'lighting-east-2' }), above);
    ticket.does('coReturn', ticket.on('lighting-east', { reasonCode: 'not-ours', basis: '' }));
    expect(ticket.parts).toEqual([
      'lighting lead working',
      'lighting-east co-handler returned',
      'lighting-east-2 co-handler cancelled',
    ]);
    expect(ticket.lastLine?.data['ended']).toEqual(['part-2', 'part-3']);
    expect(ticket.now.state).toBe('handling');
  });
});
