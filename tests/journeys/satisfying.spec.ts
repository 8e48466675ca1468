import { dissatisfied, leadOf } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();
const noAnswer = { outcome: 'no-answer' } as const;

describe('the review of a reply', () => {
  it('sends it back with a reason, and the department replies again', async () => {
    const replied = await at.people.bring('replied');
    const back = await at.people.change('reviewer', 'send-back', replied, { reasonCode: 'no-evidence' });
    expect(back).toMatchObject({ state: 'handling', handledAt: null });
    const again = await at.people.reply(back, { publicText: '附清运照片，垃圾已清运。' });
    expect(await at.people.change('reviewer', 'approve', again, {})).toMatchObject({ state: 'callback' });
  });

  it('counts the approved reply as handled when it was submitted, not when it was approved', async () => {
    const replied = await at.people.bring('replied');
    const submitted = at.house.clock.now().toISOString();
    at.house.clock.advance(3_600_000);
    expect(await at.people.change('reviewer', 'approve', replied, {})).toMatchObject({ handledAt: submitted });
  });

  it.each([
    ['an anonymous citizen', { citizen: { anonymous: true } }],
    ['a citizen without a number', { citizen: { name: '李某' } }],
    ['a post answered in public', { channel: 'weibo' }],
  ] as const)('closes without a callback for %s', async (_, given) => {
    const replied = await at.people.bring('replied', given);
    expect(await at.people.change('reviewer', 'approve', replied, {})).toMatchObject({ state: 'closed', rating: null });
  });

  it('approves by itself what the administrator trusts', async () => {
    const admin = await at.house.as('admin');
    const params = { code: 'trade.licence' };
    await admin.call('PATCH /api/categories/:code', { params, body: { autoApprove: true } });
    const replied = await at.people.bring('replied', { categoryCode: 'trade.licence' });
    expect(replied).toMatchObject({ state: 'callback' });
  });
});

describe('the callback', () => {
  it('closes as unrated after three attempts on different days or at different times, never as satisfied', async () => {
    const ticket = await at.people.bring('callback');
    const called: [string, number][] = [];
    for (const time of ['2026-09-14 10:00', '2026-09-14 10:05', '2026-09-14 19:00', '2026-09-15 19:00']) {
      at.house.at(time);
      const { state, callbackAttempts } = await at.people.change('callback', 'callback-attempts', ticket, noAnswer);
      called.push([state, callbackAttempts]);
    }
    expect(called).toEqual([
      ['callback', 1],
      ['callback', 1],
      ['callback', 2],
      ['closed', 3],
    ]);
    expect(await at.people.now(ticket.id)).toMatchObject({ closeReason: 'unrated', rating: null });
    at.house.at('2026-09-14 10:00');
  });

  it('does not use up an attempt by an appointment', async () => {
    const outcome = { outcome: 'appointment', appointmentAt: '2026-09-15T10:00:00+08:00' } as const;
    const ticket = await at.people.change('callback', 'callback-attempts', await at.people.bring('callback'), outcome);
    expect(ticket).toMatchObject({ state: 'callback', callbackAttempts: 0 });
  });

  it('keeps a dissatisfied citizen’s ticket until somebody judges, and closes it when that was unreasonable', async () => {
    const rated = await at.people.rate(await at.people.bring('callback'), dissatisfied);
    expect(rated).toMatchObject({ state: 'callback', judgementDue: true });
    const verdict = { reasonable: false, reason: '诉求超出政策规定' };
    const closed = await at.people.change('callback', 'judgement', rated, verdict);
    expect(closed).toMatchObject({ state: 'closed', round: 1, judgementDue: false });
    expect(closed.rating?.satisfaction.result).toBe('very-dissatisfied');
  });
});

describe('a rework', () => {
  it('opens a second round with its own lead part and clocks, and keeps the first handling', async () => {
    const rated = await at.people.rate(await at.people.bring('callback'), dissatisfied);
    const reworked = await at.people.change('callback', 'judgement', rated, {
      reasonable: true,
      reason: '垃圾仍未清运',
    });
    expect(reworked).toMatchObject({ state: 'dispatched', round: 2, handledAt: rated.handledAt });
    expect(leadOf(reworked)).toMatchObject({ round: 2, state: 'waiting', signedAt: null });
    const running = reworked.clocks
      .filter(({ state }) => state === 'running')
      .map(({ kind }) => kind)
      .sort();
    expect(running).toEqual(['appeal-window', 'contact', 'rework', 'sign']);
    expect(reworked.clocks.find(({ kind }) => kind === 'citizen')?.state).toBe('met');
  });

  it('is rated by its own round, and an unrated one erases nothing', async () => {
    const rated = await at.people.rate(await at.people.bring('callback'), dissatisfied);
    let ticket = await at.people.change('callback', 'judgement', rated, { reasonable: true, reason: '仍未解决' });
    ticket = await at.people.reply(await at.people.sign(ticket));
    ticket = await at.people.change('reviewer', 'approve', ticket, {});
    for (const day of ['2026-09-16', '2026-09-17', '2026-09-18']) {
      at.house.at(`${day} 10:00`);
      ticket = await at.people.change('callback', 'callback-attempts', ticket, noAnswer);
    }
    at.house.at('2026-09-14 10:00');
    expect(ticket).toMatchObject({ state: 'closed', round: 2, rating: { round: 1, solved: 'no' } });
  });

  it('begins again when a closed ticket was not done: the supervisor reopens it', async () => {
    const closed = await at.people.bring('closed');
    const reopened = await at.people.change('supervisor', 'reopen', closed, { reason: '虚假办结' });
    expect(reopened).toMatchObject({ state: 'dispatched', round: 2, closedAt: null });
  });

  it('never begins again with a department that does not exist', async () => {
    const nobody = '0198c0de-0000-7000-8000-000000000000';
    const { id } = await at.people.bring('closed');
    const supervisor = await at.house.as('supervisor');
    const reopening = { params: { id }, body: { reason: '虚假办结', leadId: nobody } };
    expect(await supervisor.refusal('POST /api/tickets/:id/reopen', reopening)).toMatchObject({
      status: 400,
      detail: '没有这个单位',
    });
    const callback = await at.house.as('callback');
    const judging = { params: { id }, body: { reasonable: true, reason: '未解决', leadId: 'nobody' } };
    expect(await callback.refusal('POST /api/tickets/:id/judgement', judging)).toMatchObject({ status: 400 });
  });
});

describe('a ticket from a superior', () => {
  const given = { channel: 'superior', upstreamSystem: 'city', upstreamDueAt: '2026-09-25T18:00:00+08:00' } as const;
  const replied = async (upstreamNumber: string) => {
    const ticket = await at.people.bring('replied', { ...given, upstreamNumber });
    return at.people.change('reviewer', 'approve', ticket, {});
  };

  it('waits for the superior, then for the citizen', async () => {
    const waiting = await replied('U-1');
    expect(waiting).toMatchObject({ state: 'upstream', holder: { role: 'upstream' } });
    const accepted = await at.people.change('dispatcher', 'upstream-verdict', waiting, { kind: 'accept' });
    expect(accepted).toMatchObject({ state: 'callback' });
  });

  it('is handled again when the superior says so, by the date it sets', async () => {
    const dueAt = '2026-09-29T18:00:00+08:00';
    const again = await at.people.change('dispatcher', 'upstream-verdict', await replied('U-2'), {
      kind: 'rework',
      dueAt,
    });
    expect(again).toMatchObject({ state: 'dispatched', round: 2, upstreamDueAt: new Date(dueAt).toISOString() });
  });
});
