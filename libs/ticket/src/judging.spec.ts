import { ATicket, goodReply, someone } from '#testing/a-ticket';

const system = someone(['system']);
const bad = { satisfaction: { result: 'dissatisfied' } } as const;

describe('judging a bad rating', () => {
  it('as unreasonable closes the ticket', () => {
    const ticket = new ATicket().answered().rated(bad).does('judge', { reasonable: false, reason: '已依法办理' });
    expect(ticket.now).toMatchObject({ state: 'closed', judgementDue: false, closeReason: 'rated', round: 1 });
    expect(ticket.now.closedAt).toEqual(ticket.now.stateSince);
    expect(ticket.lastLine).toMatchObject({ data: { reasonable: false }, text: { reason: '已依法办理' } });
  });

  it('of a closed ticket leaves when and why it was closed', () => {
    const ticket = new ATicket().answered();
    ticket.calledInVain();
    ticket.does('closeUnrated', {});
    const { closedAt } = ticket.now;
    ticket.rated({ source: 'citizen-link', ...bad }).does('judge', { reasonable: false, reason: '' });
    expect(ticket.now).toMatchObject({ state: 'closed', closedAt, closeReason: 'unrated', judgementDue: false });
  });

  it('needs a bad rating that nobody has judged', () => {
    const refused = '没有待认定的不满意评价';
    expect(new ATicket().answered().refuses('judge', { reasonable: true, reason: '' })).toBe(refused);
    const judged = new ATicket().answered().rated(bad).does('judge', { reasonable: false, reason: '' });
    expect(judged.refuses('judge', { reasonable: true, reason: '' })).toBe(refused);
  });

  it('as reasonable sends it round again: signed and contacted anew, the first handling kept', () => {
    const ticket = new ATicket().answered().rated(bad);
    const { handledAt, dispatchedAt } = ticket.now;
    ticket.does('judge', { reasonable: true, reason: '' }).does('rework', {}, system);
    expect(ticket.now).toMatchObject({
      state: 'dispatched',
      round: 2,
      leadDepartmentId: 'lighting',
      handledAt,
      dispatchedAt,
      closedAt: null,
      closeReason: null,
      judgementDue: false,
      callbackAttempts: 0,
    });
    expect(ticket.parts).toEqual(['lighting lead answered', 'lighting lead waiting']);
    expect(ticket.part()).toMatchObject({ round: 2, signedAt: null, contactedAt: null, reply: null });
    expect(ticket.now.leadId).toBe(ticket.part().id);
  });
});

describe('handling again', () => {
  it('may be another department’s', () => {
    const ticket = new ATicket().answered().rated().does('reopen', { reason: '虚假办结', leadId: 'roads' });
    expect(ticket.now).toMatchObject({ state: 'dispatched', round: 2, leadDepartmentId: 'roads' });
  });

  it('never goes to a department whose return was upheld', () => {
    const ticket = new ATicket().dispatched('lighting').returned().does('uphold', {}).dispatched('roads').signed();
    ticket.replied().does('approve', {}).rated();
    expect(ticket.refuses('reopen', { reason: '', leadId: 'lighting' })).toBe(
      '该单位的退单已获同意，不得再次派给该单位',
    );
  });

  it('never leaves a complaint to the accused alone, even when it led with company before', () => {
    const ticket = new ATicket({ type: 'complaint', subjectDepartmentId: 'lighting' }).dispatched('lighting', 'power');
    ticket.does('coReply', ticket.on('power', goodReply)).signed().replied().does('approve', {}).rated(bad);
    ticket.does('judge', { reasonable: true, reason: '' });
    const refused = '被反映单位不能单独承办对本单位的投诉举报';
    expect(ticket.refuses('rework', {})).toBe(refused);
    expect(ticket.refuses('rework', { leadId: 'lighting' })).toBe(refused);
    expect(ticket.refuses('rework', { leadId: 'roads' })).toBeUndefined();
  });

  it('of a direct answer names its first department', () => {
    const ticket = new ATicket().does('answerOnCall', { text: '' });
    const { handledAt } = ticket.now;
    expect(ticket.refuses('reopen', { reason: '' })).toBe('没有承办单位，须指定主办单位');
    ticket.does('reopen', { reason: '', leadId: 'lighting' });
    expect(ticket.now).toMatchObject({ round: 1, leadDepartmentId: 'lighting', handledAt });
  });

  it('leaves an overruled co-handler at its part', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed().replied({ overruledReason: '无关' });
    ticket.does('approve', {}).rated().does('reopen', { reason: '' });
    expect(ticket.openParts).toEqual(['power co-handler waiting', 'lighting lead waiting']);
  });
});
