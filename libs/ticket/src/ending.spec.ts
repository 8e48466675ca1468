import { anOrder, ATicket, at, goodReply } from '#testing/a-ticket';

const master = { masterId: 'master', handledAt: at('2026-03-05 16:00') };

describe('an answer by the hotline itself', () => {
  it.each([
    ['answerOnCall', { text: '周一至周五九点至五点办理' }, 'answered-on-call'],
    ['refer', { reasonCode: 'litigation', route: '向人民法院起诉' }, 'referred'],
  ] as const)('closes the ticket, handled then: %s', (name, input, closeReason) => {
    const ticket = new ATicket({}, '2026-03-02 10:00').does(name, input);
    const then = at('2026-03-02 10:01');
    expect(ticket.now).toMatchObject({ state: 'closed', handledAt: then, closedAt: then, closeReason, round: 0 });
    expect(ticket.lastLine?.text).toEqual(name === 'refer' ? { route: '向人民法院起诉' } : input);
  });

  it('is never the answer to a critical matter', () => {
    expect(new ATicket({ urgency: 'critical' }).refuses('answerOnCall', { text: '' })).toBe(
      '特急工单不能直接答复，须立即派单',
    );
    expect(new ATicket({ urgency: 'urgent' }).refuses('answerOnCall', { text: '' })).toBeUndefined();
  });

  it('while a department objects frees it', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').returned();
    ticket.does('refer', { reasonCode: 'petition', route: '向信访局反映' });
    expect(ticket.openParts).toEqual([]);
    expect(ticket.now.state).toBe('closed');
  });

  it('keeps the first instant at which the ticket was handled', () => {
    const ticket = new ATicket().answered().rated().does('reopen', { reason: '' }).returned();
    const { handledAt } = ticket.now;
    ticket.does('refer', { reasonCode: 'settled', route: '' });
    expect(ticket.now.handledAt).toEqual(handledAt);
  });
});

describe('the ends but closed', () => {
  it.each([
    ['withdraw', 'withdrawn'],
    ['void', 'void'],
  ] as const)('%s cancels every part and leaves nothing to judge', (name, state) => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting', 'power').signed();
    ticket.does(name, { reason: '诉求人已自行解决' });
    expect(ticket.parts).toEqual(['lighting lead cancelled', 'power co-handler cancelled']);
    expect(ticket.part('power').endedAt).toEqual(at('2026-03-02 10:03'));
    expect(ticket.now).toMatchObject({ state, closeReason: state, closedAt: at('2026-03-02 10:03'), handledAt: null });
    expect(ticket.lastLine).toMatchObject({
      data: { ended: ['part-1', 'part-2'] },
      text: { reason: '诉求人已自行解决' },
    });
    const replied = new ATicket().dispatched().signed().replied().does(name, { reason: '' });
    expect(replied.parts).toEqual(['lighting lead cancelled']);
    const rated = new ATicket().answered().rated({ solved: 'no' }).does(name, { reason: '' });
    expect(rated.now).toMatchObject({ state, judgementDue: false });
    expect(rated.parts).toEqual(['lighting lead answered']);
    expect(rated.lastLine?.data).toEqual({});
  });
});

describe('a merged ticket', () => {
  it('follows its master, and no department has it any more', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed().does('merge', { intoId: 'master' });
    expect(ticket.now).toMatchObject({
      state: 'merged',
      mergedIntoId: 'master',
      closeReason: 'merged',
      handledAt: null,
    });
    expect(ticket.openParts).toEqual([]);
  });

  it('is never its own master', () => {
    expect(new ATicket({ id: 'ticket' }).refuses('merge', { intoId: 'ticket' })).toBe('不能并入自身');
  });

  it('is answered by the master’s answer, once', () => {
    const ticket = new ATicket().does('merge', { intoId: 'master' }).does('answerWithMaster', master);
    expect(ticket.now).toMatchObject({ state: 'merged', handledAt: at('2026-03-05 16:00') });
    ticket.does('answerWithMaster', { ...master, handledAt: at('2026-03-09 16:00') });
    expect(ticket.now.handledAt).toEqual(at('2026-03-05 16:00'));
  });

  it.each(['unmerge', 'release'] as const)('on its own again (%s) waits for a department', (name) => {
    const ticket = new ATicket().dispatched().does('merge', { intoId: 'master' }).does(name, {});
    expect(ticket.now).toMatchObject({
      state: 'registered',
      mergedIntoId: null,
      leadId: null,
      leadDepartmentId: null,
      closedAt: null,
      closeReason: null,
    });
    expect(ticket.dispatched('lighting').now.state).toBe('dispatched');
  });
});

describe('an archived ticket', () => {
  it('does not change any more', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed().replied({ overruledReason: '无关' });
    ticket.does('approve', {}).rated().does('archive', {});
    expect(ticket.now.archivedAt).toEqual(ticket.lastLine?.at);
    const refused = '工单已归档，不再变更';
    expect(ticket.refuses('reopen', { reason: '' })).toBe(refused);
    expect(ticket.refuses('archive', {})).toBe(refused);
    expect(ticket.refuses('coReply', ticket.on('power', goodReply))).toBe(refused);
    expect(ticket.refuses('accept', { appealId: 'appeal' })).toBe(refused);
  });

  it('may be emptied of everything personal, once, and keeps what is counted', () => {
    const ticket = new ATicket({ address: '滨河路8号', subjectParty: '张某' }).answered().rated();
    expect(ticket.refuses('erase', {})).toBe('未归档的工单不能删除个人信息');
    const { handledAt, rating, type, areaCode } = ticket.now;
    ticket.does('archive', {}).does('erase', {});
    expect(ticket.now).toMatchObject({ handledAt, rating, type, areaCode, citizenId: null, reachable: false });
    expect(ticket.now).toMatchObject({ title: '（个人信息已删除）', content: '', address: null, subjectParty: null });
    expect(ticket.now).toMatchObject({ version: 2, identityConsents: [], attributes: {}, post: null, callId: null });
    expect(ticket.part().reply).toMatchObject({ internalText: '', publicText: '', unsolvedReason: null });
    expect(ticket.refuses('erase', {})).toBe('个人信息已经删除');
  });

  it('still records who looks at the contact, and who hears the recording', () => {
    const ticket = new ATicket().answered().rated().does('archive', {}).does('reveal', { reason: '复核' });
    expect(ticket.lastLine).toMatchObject({ name: 'reveal', text: { reason: '复核' } });
    ticket.does('hearRecording', { reason: '质检' });
    expect(ticket.lastLine).toMatchObject({ name: 'hearRecording', text: { reason: '质检' } });
  });

  it('still records a copy for a third party: who gets it and what for may be erased, what left the house may not', () => {
    const copy = { copyId: 'copy', sha256: 'f0f0', recipient: '滨河物业', purpose: '协调整改' };
    const ticket = new ATicket().answered().rated().does('archive', {}).does('thirdPartyCopy', copy);
    expect(ticket.lastLine).toMatchObject({
      data: { copyId: 'copy', sha256: 'f0f0' },
      text: { recipient: '滨河物业', purpose: '协调整改' },
    });
  });
});

describe('what follows a ticket and changes nothing of it', () => {
  it('counts nudges and urges', () => {
    const ticket = new ATicket().does('nudge', { text: '何时来' }).does('nudge', {});
    ticket.does('urge', { by: 'phone', text: '请尽快' });
    expect(ticket.now).toMatchObject({ state: 'registered', nudges: 2, urges: 1, version: 1 });
  });

  it('is recorded: what the citizen adds, an order, a look at the contact, a copy', () => {
    const ticket = new ATicket().dispatched().signed();
    const before = ticket.now;
    ticket.does('supplement', { text: '又有两盏不亮' });
    ticket.does('supervise', { ...anOrder, dueAt: at('2026-03-05 18:00') });
    ticket.does('reveal', { reason: '核实' });
    ticket.does('thirdPartyCopy', { copyId: 'copy', sha256: 'f0f0', recipient: '物业', purpose: '协调' });
    expect(ticket.now).toEqual({ ...before, seq: before.seq + 4 });
  });

  it('is a flag that goes up, never one that is none', () => {
    const due = { dueAt: at('2026-03-05 18:00'), generation: 1 };
    const flag = { clockId: 'clock', kind: 'finish', rung: 'yellow', ...due } as const;
    const ticket = new ATicket({ number: '20260302000000142' });
    expect(ticket.refuses('mark', { ...flag, alert: 'none' })).toBe('工单 20260302000000142 无牌可亮');
    expect(ticket.does('mark', { ...flag, alert: 'yellow' }).lastLine?.data).toEqual({ ...flag, alert: 'yellow' });
  });
});
