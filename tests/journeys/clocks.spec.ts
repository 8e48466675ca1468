import type { ClockKind } from '#ticket/clock-kind';
import { replayReceipt } from '../../apps/deadlines/src/receipts/replay-receipt';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

/** Thursday before the National Day holiday of 2026 (1 to 7 October; Sunday 20 September and Saturday 10 October are worked). */
const at = hotline({ now: '2026-09-24T10:00:00+08:00' });

const due = (ticket: TicketView, kind: ClockKind) => ticket.clocks.findLast((clock) => clock.kind === kind)?.dueAt;
const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

describe('the receipt of a clock', () => {
  const finishOf = (ticket: TicketView) => ticket.clocks.find(({ kind }) => kind === 'finish')?.id ?? '';

  it('tells how its due time was counted, and gives it again with the years that it names', async () => {
    at.house.at('2026-09-30 10:00');
    const ticket = await at.people.register();
    const handler = await at.people.handlerOf(leadOf(ticket));
    const receipt = await handler.call('GET /api/clocks/:id/receipt', { params: { id: finishOf(ticket) } });
    expect(receipt).toMatchObject({ label: '办理时限', dueAt: ticket.dueAt, limit: { amount: 5, version: 1 } });
    expect(receipt.lines).toContain('　10月10日（周六）：国庆节调休上班，第3个工作日');
    const named = receipt.calendars.map(({ year }) =>
      handler.call('GET /api/calendars/:year', { params: { year: String(year) } }),
    );
    expect(replayReceipt(receipt, await Promise.all(named)).toISOString()).toBe(ticket.dueAt);
  });

  it('is kept from departments that have no part in its ticket', async () => {
    const ticket = await at.people.register({ categoryCode: 'care.hygiene' });
    const params = { id: finishOf(ticket) };
    const stranger = await at.house.as('handler', 'police');
    expect(await stranger.refusal('GET /api/clocks/:id/receipt', { params })).toMatchObject({ code: 'not-found' });
  });
});

describe('the clocks of a ticket', () => {
  it('count working days from the next one, over a weekend and to the end of office hours', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.register();
    expect(due(ticket, 'sign')).toBe(shanghai('2026-09-15 18:00'));
    expect(due(ticket, 'contact')).toBe(shanghai('2026-09-15 18:00'));
    // Tuesday 15, Wednesday, Thursday, Friday 18, and Sunday 20 is worked for the holiday.
    expect(ticket.dueAt).toBe(shanghai('2026-09-20 18:00'));
    expect(ticket.promisedAt).toBe(shanghai('2026-09-22 18:00'));
  });

  it('leave out a public holiday and count the Saturday that is worked for it', async () => {
    at.house.at('2026-09-30 10:00');
    const ticket = await at.people.register();
    // Thursday 8, Friday 9, Saturday 10 (worked), Monday 12, Tuesday 13.
    expect(ticket.dueAt).toBe(shanghai('2026-10-13 18:00'));
  });

  it('warn of the promise as of any long limit: when its last working day opens', async () => {
    at.house.at('2026-09-14 10:00');
    const { clocks } = await at.people.register();
    expect(clocks.find(({ kind }) => kind === 'citizen')?.yellowAt).toBe(shanghai('2026-09-22 09:00'));
  });

  it('of a protected citizen’s contact are met by the hotline, which alone may call', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.sign(
      await at.people.register({ citizen: { phone: '13812345678', confidential: true } }),
    );
    const params = { id: leadOf(ticket).id };
    const body = { at: at.house.clock.now().toISOString(), by: 'phone' } as const;
    const handler = await at.people.handlerOf(leadOf(ticket));
    expect(await handler.refusal('POST /api/assignments/:id/contact', { params, body })).toMatchObject({ status: 409 });
    await (await at.house.as('callback')).call('POST /api/assignments/:id/contact', { params, body });
    const { clocks } = await at.people.now(ticket.id);
    expect(clocks.find(({ kind }) => kind === 'contact')?.metAt).toBe(shanghai('2026-09-14 10:00'));
  });

  it('run day and night for an emergency', async () => {
    at.house.at('2026-10-01 23:00');
    const ticket = await at.people.register({ urgency: 'urgent' });
    expect(due(ticket, 'sign')).toBe(shanghai('2026-10-02 01:00'));
    expect(ticket.dueAt).toBe(shanghai('2026-10-02 23:00'));
  });

  it('leave the citizen’s promise alone when another department takes over', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.register();
    at.house.at('2026-09-16 10:00');
    const leadId = at.house.department('environment').id;
    const moved = await at.people.change('dispatcher', 'redispatch', ticket, { leadId, reason: '属环保职责' });
    expect(moved.promisedAt).toBe(ticket.promisedAt);
    expect(moved.dueAt).toBe(shanghai('2026-09-22 18:00'));
  });

  it('are met by signing, contacting and the approved reply', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.contact(await at.people.sign(await at.people.register()));
    const replied = await at.people.reply(ticket);
    at.house.at('2026-09-15 10:00');
    const approved = await at.people.change('reviewer', 'approve', replied, {});
    const met = Object.fromEntries(approved.clocks.map(({ kind, metAt }) => [kind, metAt]));
    const monday = shanghai('2026-09-14 10:00');
    expect(met).toMatchObject({ sign: monday, contact: monday, finish: monday, citizen: monday });
    expect(met).toMatchObject({ review: shanghai('2026-09-15 10:00'), callback: null });
  });
});

describe('the calendar', () => {
  const put = async (
    year: string,
    body: { published: boolean; days: { date: string; working: boolean; name: string }[] },
  ) =>
    (await at.house.as('admin')).refusal('PUT /api/calendars/:year', {
      params: { year },
      body: { source: '通知', ...body },
    });
  const newYear = { date: '2027-01-01', working: false, name: '元旦' };

  it('takes no year that clocks could not be computed with', async () => {
    expect(await put('2027', { published: true, days: [newYear, { ...newYear, working: true }] })).toMatchObject({
      status: 400,
      detail: '日期 2027-01-01 重复',
    });
    expect(await put('2028', { published: true, days: [newYear] })).toMatchObject({ status: 400 });
  });

  it('is corrected, never taken back, once a year is published', async () => {
    expect(await put('2026', { published: false, days: [] })).toMatchObject({
      status: 409,
      detail: '2026 年的工作日历已经公布，可以更正，不能撤回',
    });
  });
});

describe('yellow and red', () => {
  it('appear by themselves, each once, and the desk shows them', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.contact(
      await at.people.sign(await at.people.register({ categoryCode: 'care.hospital' })),
    );
    at.house.at('2026-09-20 09:01');
    await at.house.mark();
    expect(await at.people.now(ticket.id)).toMatchObject({ alert: 'yellow' });
    at.house.at('2026-09-20 18:01');
    await at.house.mark();
    expect(await at.house.mark()).toBe(0);
    expect(await at.people.now(ticket.id)).toMatchObject({ alert: 'red' });
    const handler = await at.people.handlerOf(leadOf(ticket));
    const { items } = await handler.call('GET /api/assignments', { query: { alert: 'red' } });
    expect(items.map(({ ticketId }) => ticketId)).toContain(ticket.id);
    const { items: rungs } = await handler.call('GET /api/alerts', { query: { limit: 200 } });
    expect(
      rungs.filter((rung) => rung.ticketId === ticket.id && rung.clock === 'finish').map(({ rung }) => rung),
    ).toEqual(['red', 'yellow']);
  });

  it('are listed as they fired, the last one first, however old the ticket is', async () => {
    at.house.at('2026-09-14 10:00');
    const old = await at.people.register({ urgency: 'urgent', categoryCode: 'care.hygiene' });
    at.house.at('2026-09-14 10:30');
    const young = await at.people.register({ urgency: 'critical', categoryCode: 'care.hygiene' });
    at.house.at('2026-09-14 11:01');
    await at.house.mark();
    at.house.at('2026-09-14 12:01');
    await at.house.mark();
    const supervisor = await at.house.as('supervisor');
    const first = await supervisor.call('GET /api/alerts', { query: { limit: 1 } });
    const rest = await supervisor.call('GET /api/alerts', { query: { limit: 200, cursor: first.nextCursor ?? '' } });
    const flags = [...first.items, ...rest.items].filter(({ rung }) => rung === 'yellow' || rung === 'red');
    const fired = flags.filter(({ ticketId }) => [old.id, young.id].includes(ticketId));
    expect(fired.map(({ firedAt }) => firedAt)).toEqual(
      fired
        .map(({ firedAt }) => firedAt)
        .sort()
        .reverse(),
    );
    expect(fired[0]).toMatchObject({ ticketId: old.id });
  });

  it('wait while the reply is under review, and come with a send-back that finds them past', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.register({ categoryCode: 'care.hygiene' });
    at.house.at('2026-09-20 09:30');
    const replied = await at.people.reply(await at.people.contact(await at.people.sign(ticket)));
    at.house.at('2026-09-23 10:00');
    await at.house.mark();
    const finish = (view: TicketView) => view.clocks.find(({ kind }) => kind === 'finish');
    expect(finish(await at.people.now(ticket.id))).toMatchObject({ alert: expect.not.stringMatching('red') as string });
    const back = await at.people.change('reviewer', 'send-back', replied, { reasonCode: 'off-topic' });
    // At least one working day from the send-back.
    expect(back.dueAt).toBe(shanghai('2026-09-24 18:00'));
  });

  it('tell of an undispatched ticket too', async () => {
    at.house.at('2026-09-14 10:00');
    const held = await at.people.register({ hold: true });
    at.house.at('2026-09-14 15:01');
    await at.house.mark();
    expect(await at.people.now(held.id)).toMatchObject({ state: 'registered', alert: 'red' });
  });
});
