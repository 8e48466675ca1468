import { ATicket, at, goodReply, someone } from '#testing/a-ticket';

const fromAbove = { channel: 'superior', upstreamSystem: 'city', upstreamNumber: 'C-1' } as const;

describe('a reply under review', () => {
  it('that is sent back is worked on again, as if it had never been submitted', () => {
    const ticket = new ATicket()
      .dispatched()
      .signed()
      .replied()
      .does('sendBack', { reasonCode: 'no-evidence', note: '请附照片' });
    expect(ticket.now).toMatchObject({ state: 'handling', handledAt: null });
    expect(ticket.part()).toMatchObject({ state: 'working', submittedAt: null, answeredAt: null });
    expect(ticket.lastLine).toMatchObject({ data: { reasonCode: 'no-evidence' }, text: { note: '请附照片' } });
  });

  it('that is approved handled the ticket when it was submitted, not when it was approved', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched().signed().replied();
    ticket.at('2026-03-04 09:00').does('approve', {});
    expect(ticket.now).toMatchObject({ state: 'callback', handledAt: at('2026-03-02 10:03'), closedAt: null });
    expect(ticket.part()).toMatchObject({ answeredAt: at('2026-03-02 10:03'), endedAt: at('2026-03-04 09:00') });
  });

  it('counts from the submission that was approved, not from the one sent back', () => {
    const ticket = new ATicket().dispatched().signed().replied().does('sendBack', { reasonCode: 'wording' });
    ticket.at('2026-03-03 15:00').replied().does('approve', {});
    expect(ticket.now.handledAt).toEqual(at('2026-03-03 15:00'));
  });

  it('of a lead named later counts from that lead’s submission', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched('lighting').signed();
    ticket.does('redispatch', { leadId: 'roads', reason: '' }).signed();
    ticket.at('2026-03-03 15:00').replied().does('approve', {});
    expect(ticket.now.handledAt).toEqual(at('2026-03-03 15:00'));
    expect(ticket.part('roads').answeredAt).toEqual(at('2026-03-03 15:00'));
  });

  it('may be approved by itself', () => {
    expect(
      new ATicket()
        .dispatched()
        .signed()
        .replied()
        .does('approve', {}, someone(['system'])).now.state,
    ).toBe('callback');
  });
});

describe('a reply that two are to review', () => {
  const [li, wang] = ['li', 'wang'].map((id) => ({ ...someone(['reviewer']), id }));
  const replied = () => new ATicket().dispatched().signed().replied();

  it('waits after the first approval for that of another one', () => {
    const ticket = replied().does('firstApprove', { note: '属实' }, li);
    expect(ticket.now).toMatchObject({ state: 'replied', firstApprovedBy: 'li' });
    expect(ticket.refuses('firstApprove', {}, wang)).toBe('已有初审，待另一名审核员复审');
    expect(ticket.refuses('approve', {}, li)).toBe('初审人不能复审，须由另一名审核员审核');
    expect(ticket.does('approve', {}, wang).now).toMatchObject({ state: 'callback', firstApprovedBy: null });
  });

  it('that either of them sends back is reviewed from the beginning', () => {
    const ticket = replied().does('firstApprove', {}, li).does('sendBack', { reasonCode: 'no-basis' }, wang);
    expect(ticket.now.firstApprovedBy).toBeNull();
    expect(ticket.replied().refuses('firstApprove', {}, wang)).toBeUndefined();
  });
});

describe('after approval', () => {
  it.each([
    ['anonymous', { anonymous: true }],
    ['out of reach', { reachable: false }],
    ['answered in public on weibo', { channel: 'weibo' }],
    ['answered in public on a forum', { channel: 'forum' }],
  ] as const)('nobody calls back a citizen who is %s: the ticket is closed', (_, given) => {
    const ticket = new ATicket(given).answered();
    expect(ticket.now).toMatchObject({ state: 'closed', closeReason: 'answered' });
    expect(ticket.now.closedAt).toEqual(ticket.now.stateSince);
  });

  it.each(['phone', 'leader-mailbox', 'emergency-110', 'grid'] as const)(
    'the hotline calls back who came by %s',
    (channel) => {
      expect(new ATicket({ channel }).answered().now).toMatchObject({
        state: 'callback',
        callbackAttempts: 0,
        closedAt: null,
      });
    },
  );

  it('a ticket edited into a praise is closed without a call', () => {
    expect(
      new ATicket().dispatched().signed().does('edit', { type: 'praise' }).replied().does('approve', {}).now.state,
    ).toBe('closed');
  });

  it('a superior’s ticket waits for the superior', () => {
    const ticket = new ATicket(fromAbove).answered();
    expect(ticket.now).toMatchObject({ state: 'upstream', handledAt: ticket.part().submittedAt });
    expect(ticket.does('upstreamAccept', {}).now.state).toBe('callback');
    expect(new ATicket({ ...fromAbove, anonymous: true }).answered().does('upstreamAccept', {}).now.state).toBe(
      'closed',
    );
  });

  it('a superior may ask for the same department again, by another date', () => {
    const given = { ...fromAbove, upstreamDueAt: at('2026-03-20 18:00') };
    const ticket = new ATicket(given).answered().does('upstreamRework', { dueAt: at('2026-03-27 18:00') });
    expect(ticket.now).toMatchObject({
      state: 'dispatched',
      round: 2,
      leadDepartmentId: 'lighting',
      upstreamDueAt: at('2026-03-27 18:00'),
    });
    const same = new ATicket(given).answered().does('upstreamRework', {});
    expect(same.now.upstreamDueAt).toEqual(at('2026-03-20 18:00'));
  });

  it('a superior’s ticket that no system sent is called back like any other', () => {
    expect(new ATicket({ channel: 'superior' }).answered().now.state).toBe('callback');
    expect(new ATicket({ ...fromAbove, channel: 'emergency-110' }).answered().now.state).toBe('callback');
  });

  it('a superior may not have the accused handle the complaint about itself again, alone', () => {
    const accused = { ...fromAbove, type: 'complaint', subjectDepartmentId: 'lighting' } as const;
    const ticket = new ATicket(accused).dispatched('lighting', 'power').signed();
    ticket.replied({ overruledReason: '已现场核实' }).does('approve', {});
    ticket.does('coReply', ticket.on('power', goodReply));
    expect(ticket.refuses('upstreamRework', {})).toBe('被反映单位不能单独承办对本单位的投诉举报');
  });
});
