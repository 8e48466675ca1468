import { ATicket, at, someone } from '#testing/a-ticket';

describe('redispatching', () => {
  it('cancels the old lead’s part and has the new one sign anew', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting').signed();
    ticket.does('redispatch', { leadId: 'roads', reason: '道路照明属道路单位' });
    expect(ticket.parts).toEqual(['lighting lead cancelled', 'roads lead waiting']);
    expect(ticket.part('lighting').endedAt).toEqual(at('2026-03-02 10:03'));
    expect(ticket.now).toMatchObject({ state: 'dispatched', round: 1, leadDepartmentId: 'roads' });
    expect(ticket.lastLine?.data).toMatchObject({ ended: ['part-1'], assigned: [{ id: 'part-2' }] });
  });

  it('before anybody signed begins the new lead’s time, not the ticket’s', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting').at('2026-03-02 15:00');
    ticket.does('redispatch', { leadId: 'roads', reason: '' });
    expect(ticket.now).toMatchObject({ stateSince: at('2026-03-02 15:00'), dispatchedAt: at('2026-03-02 10:01') });
  });

  it('leaves co-handlers at work with their part', () => {
    const ticket = new ATicket().dispatched('lighting', 'power', 'water').signed();
    ticket.does('coSign', ticket.on('power', {})).does('redispatch', { leadId: 'roads', reason: '' });
    expect(ticket.parts).toEqual([
      'lighting lead cancelled',
      'power co-handler working',
      'water co-handler waiting',
      'roads lead waiting',
    ]);
    expect(ticket.lastLine?.data['ended']).toEqual(['part-1']);
  });

  it('removes the co-handlers that are not named, when any are', () => {
    const ticket = new ATicket().dispatched('lighting', 'power', 'water');
    ticket.does('redispatch', { leadId: 'roads', coHandlerIds: ['water', 'gas'], reason: '' });
    expect(ticket.openParts).toEqual(['water co-handler waiting', 'roads lead waiting', 'gas co-handler waiting']);
    expect(ticket.lastLine?.data['ended']).toEqual(['part-1', 'part-2']);
    ticket.does('redispatch', { leadId: 'lighting', coHandlerIds: [], reason: '' });
    expect(ticket.openParts).toEqual(['lighting lead waiting']);
  });

  it('gives no fresh time to the department that has it already', () => {
    const ticket = new ATicket().dispatched('lighting', 'power');
    expect(ticket.refuses('redispatch', { leadId: 'lighting', coHandlerIds: [], reason: '' })).toBe(
      '已由该单位主办，无须改派',
    );
  });

  it('gives a co-handler that had given its part back a new one', () => {
    const ticket = new ATicket().dispatched('lighting', 'power');
    ticket.does('coReturn', ticket.on('power', { reasonCode: 'not-ours', basis: '' }));
    ticket.does('redispatch', { leadId: 'roads', coHandlerIds: ['power'], reason: '' });
    expect(ticket.openParts).toEqual(['roads lead waiting', 'power co-handler waiting']);
  });

  it('names co-handlers, not the units below them: those stay with the co-handler that stays', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed();
    const both = someone(['handler'], ['power', 'power-east']);
    ticket.does('subDispatch', ticket.on('power', { departmentId: 'power-east' }), both);
    ticket.does('redispatch', { leadId: 'roads', coHandlerIds: ['power'], reason: '' });
    expect(ticket.part('power-east').state).toBe('waiting');
  });

  it('to a co-handler makes it the lead, and ends its part as co-handler', () => {
    const ticket = new ATicket().dispatched('lighting', 'power');
    ticket.does('redispatch', { leadId: 'power', reason: '' });
    expect(ticket.parts).toEqual(['lighting lead cancelled', 'power co-handler cancelled', 'power lead waiting']);
  });

  it('takes back what the old lead had handed to units below, and nobody else’s', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed();
    const both = someone(['handler'], ['lighting', 'lighting-east', 'power', 'power-east', 'power-east-2']);
    ticket.does('subDispatch', ticket.on('lighting', { departmentId: 'lighting-east' }), both);
    ticket.does('subDispatch', ticket.on('power', { departmentId: 'power-east' }), both);
    ticket.does('subDispatch', ticket.on('power-east', { departmentId: 'power-east-2' }), both);
    ticket.does('redispatch', { leadId: 'roads', reason: '' });
    expect(ticket.part('lighting-east')).toMatchObject({ state: 'cancelled', endedAt: ticket.now.stateSince });
    expect(ticket.part('power-east-2').state).toBe('waiting');
    ticket.does('redispatch', { leadId: 'lighting', coHandlerIds: [], reason: '' });
    expect(ticket.openParts).toEqual(['lighting lead waiting']);
  });

  it('stops before a third department', () => {
    const ticket = new ATicket().dispatched('lighting').does('redispatch', { leadId: 'roads', reason: '' });
    expect(ticket.refuses('redispatch', { leadId: 'water', reason: '' })).toBe(
      '已流转两个单位，须由承办单位申请退单后提级裁定',
    );
    expect(ticket.refuses('redispatch', { leadId: 'lighting', reason: '' })).toBeUndefined();
  });

  it('stops before a third lead, even one that has been helping all along', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').does('redispatch', { leadId: 'roads', reason: '' });
    expect(ticket.refuses('redispatch', { leadId: 'power', reason: '' })).toBe(
      '已流转两个单位，须由承办单位申请退单后提级裁定',
    );
  });

  it('does not take the accused for its own company when it was helping before', () => {
    const accused = { type: 'complaint', subjectDepartmentId: 'power' } as const;
    const ticket = new ATicket(accused).dispatched('lighting', 'power');
    expect(ticket.refuses('redispatch', { leadId: 'power', reason: '' })).toBe(
      '被反映单位不能单独承办对本单位的投诉举报',
    );
  });
});
