import { NoticeTelling } from '#deadlines/notices/notice-telling';
import type { HouseClient } from '#testing/house-client';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-03-02T10:00:00+08:00' });

const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
const body = {
  plan: '列入老旧小区改造，随管网一并实施',
  responsible: '建设科',
  reviewAt: shanghai('2026-06-01 18:00'),
};

async function asked(): Promise<{ ticket: TicketView; id: string }> {
  at.house.at('2026-03-02 10:00');
  const ticket = await at.people.contact(await at.people.sign(await at.people.register()));
  const handler = await at.people.handlerOf(leadOf(ticket));
  const params = { id: leadOf(ticket).id };
  const { id } = await handler.call('POST /api/assignments/:id/request-hold', { params, body });
  return { ticket, id };
}

async function held(): Promise<{ ticket: TicketView; id: string }> {
  const { ticket, id } = await asked();
  at.house.at('2026-03-04 10:00');
  await (await at.house.as('supervisor')).call('POST /api/holds/:id/approve', { params: { id }, body: {} });
  return { ticket: await at.people.now(ticket.id), id };
}

const finishOf = ({ clocks }: TicketView) => clocks.find(({ kind }) => kind === 'finish');
const ledger = async (state: 'open' | 'ended' | 'lapsed', { id }: TicketView) => {
  const { items } = await (await at.house.as('supervisor')).call('GET /api/holds', { query: { state, ticketId: id } });
  return items;
};

describe('a ticket that is put aside', () => {
  it('stands in the ledger with its plan and the date of its review, while its clocks pause', async () => {
    const { ticket, id } = await held();
    expect(ticket.state).toBe('held');
    expect(await ledger('open', ticket)).toMatchObject([{ id, ...body, ticketState: 'held' }]);
    expect(finishOf(ticket)).toMatchObject({ paused: true, dueAt: shanghai('2026-03-09 18:00') });
    const review = ticket.clocks.find(({ kind }) => kind === 'held');
    expect(review).toMatchObject({ state: 'running', paused: false, dueAt: body.reviewAt });
    at.house.at('2026-04-20 10:00');
    await at.house.mark();
    expect((await at.people.now(ticket.id)).alert).toBe('none');
  });

  it('goes on with the time that it had left', async () => {
    const { ticket, id } = await held();
    at.house.at('2026-03-06 11:00');
    const supervisor = await at.house.as('supervisor');
    expect(await supervisor.call('POST /api/holds/:id/end', { params: { id }, body: {} })).toMatchObject({
      state: 'ended',
    });
    const resumed = await at.people.now(ticket.id);
    expect(resumed).toMatchObject({
      state: 'handling',
      dueAt: shanghai('2026-03-11 18:00'),
      promisedAt: shanghai('2026-03-13 18:00'),
    });
    expect(finishOf(resumed)).toMatchObject({ paused: false, generation: 2 });
  });

  it('may be answered for the time being, and stays in the ledger until its entry is closed', async () => {
    const { ticket, id } = await held();
    const replied = await at.people.reply(ticket, { resolution: 'held' });
    await at.people.change('reviewer', 'approve', replied, {});
    expect(await ledger('open', ticket)).toMatchObject([{ id, ticketState: 'callback' }]);
    const supervisor = await at.house.as('supervisor');
    await supervisor.call('POST /api/holds/:id/end', { params: { id }, body: { note: '已完成改造' } });
    expect(await ledger('ended', ticket)).toHaveLength(1);
    expect((await at.people.now(ticket.id)).state).toBe('callback');
  });

  it('is asked for no more time while it is held', async () => {
    const { ticket } = await held();
    const handler = await at.people.handlerOf(leadOf(ticket));
    const more = { until: shanghai('2026-03-12 18:00'), reason: '待料', basis: '合同' };
    const refusal = await handler.refusal('POST /api/assignments/:id/request-extension', {
      params: { id: leadOf(ticket).id },
      body: more,
    });
    expect(refusal).toMatchObject({
      code: 'transition-refused',
      detail: '“已挂账”的工单不能申请延期（督办员已于3月4日10:00挂账）',
    });
  });

  it('is not held when nobody decided before it was answered', async () => {
    const { ticket } = await asked();
    await at.people.reply(ticket);
    expect(await ledger('lapsed', ticket)).toHaveLength(1);
  });

  it('is found by its department, with who asked for it and who put it aside', async () => {
    const { ticket } = await held();
    const supervisor = await at.house.as('supervisor');
    const of = async (code: string) => {
      const query = { departmentId: at.house.department(code).id, limit: 200 };
      const { items } = await supervisor.call('GET /api/holds', { query });
      return items.filter(({ ticketId }) => ticketId === ticket.id);
    };
    const { user: who } = await supervisor.call('GET /api/session');
    const { user: handler } = await (await at.people.handlerOf(leadOf(ticket))).call('GET /api/session');
    const named = (person: { id: string; name: string }) => ({ id: person.id, name: person.name });
    expect(await of('urban')).toMatchObject([{ askedBy: named(handler), decidedBy: named(who) }]);
    expect(await of('police')).toEqual([]);
  });

  it('shows every entry of its own when it is named, whatever became of them', async () => {
    const { ticket, id } = await asked();
    const supervisor = await at.house.as('supervisor');
    await supervisor.call('POST /api/holds/:id/refuse', { params: { id }, body: { reason: '条件已具备' } });
    const { items } = await supervisor.call('GET /api/holds', { query: { ticketId: ticket.id } });
    expect(items).toMatchObject([{ id, state: 'refused', note: '条件已具备' }]);
  });

  it('is held by nobody but the hotline', async () => {
    const { ticket, id } = await asked();
    const handler = await at.people.handlerOf(leadOf(ticket));
    const one = { params: { id }, body: {} };
    expect(await handler.refusal('POST /api/holds/:id/approve', one)).toMatchObject({ code: 'forbidden' });
    const supervisor = await at.house.as('supervisor');
    await supervisor.call('POST /api/holds/:id/refuse', { params: { id }, body: { reason: '条件已具备' } });
    expect(await supervisor.refusal('POST /api/holds/:id/approve', one)).toMatchObject({
      code: 'transition-refused',
      detail: '这次挂账申请已有处理结果',
    });
    expect((await at.people.now(ticket.id)).state).toBe('handling');
  });
});

describe('the date of a review', () => {
  const pass = async (instant: string) => {
    at.house.at(instant);
    await at.house.mark();
    await at.house.mark();
    await at.house.app.get(NoticeTelling, { strict: false }).tellAll();
  };
  const toldTo = async (client: HouseClient, { id }: TicketView) => {
    const { items } = await client.call('GET /api/notices', { query: { unread: 'true', limit: 200 } });
    return items.filter(({ ticketId, clock }) => ticketId === id && clock === 'held').map(({ rung }) => rung);
  };
  const marksOf = async ({ id }: TicketView) => {
    const of = { params: { id }, query: { limit: 200 } };
    const { items } = await (await at.house.as('supervisor')).call('GET /api/tickets/:id/history', of);
    return items.flatMap(({ name, data }) => (name === 'mark' && data['kind'] === 'held' ? [data['rung']] : []));
  };
  const people = async (ticket: TicketView) => ({
    supervisor: await at.house.as('supervisor'),
    handler: await at.people.handlerOf(leadOf(ticket)),
    head: await at.house.as('department-head', 'urban'),
  });

  it('that has passed is marked once, and told to the supervisor who reviews it and to whoever planned it', async () => {
    const { ticket, id } = await held();
    const { supervisor, handler, head } = await people(ticket);
    await pass('2026-06-01 17:59');
    expect(await marksOf(ticket)).toEqual([]);
    await pass('2026-06-01 18:00');
    expect((await at.people.now(ticket.id)).alert).toBe('red');
    expect(await marksOf(ticket)).toEqual(['red']);
    expect([await toldTo(supervisor, ticket), await toldTo(handler, ticket)]).toEqual([['red'], ['red']]);
    expect(await ledger('open', ticket)).toMatchObject([{ id, alert: 'red' }]);
    await pass('2026-06-02 18:00');
    expect(await marksOf(ticket)).toEqual(['red', 'urge']);
    expect([await toldTo(head, ticket), await toldTo(supervisor, ticket)]).toEqual([['urge'], ['red']]);
    await pass('2026-06-03 18:00');
    expect(await toldTo(await at.house.as('manager'), ticket)).toEqual(['manager']);
  });

  it('stands for what was answered for the time being too, until its entry is closed', async () => {
    const { ticket, id } = await held();
    const replied = await at.people.reply(ticket, { resolution: 'held' });
    await at.people.change('reviewer', 'approve', replied, {});
    await at.house.settle();
    await at.people.rate(await at.people.now(ticket.id));
    const { supervisor } = await people(ticket);
    const erasure = { body: { ticketId: ticket.id, reason: '书面申请' } };
    expect((await supervisor.refusal('POST /api/erasures', erasure)).detail).toContain(ticket.number);
    await pass('2026-06-01 18:00');
    expect(await marksOf(ticket)).toEqual(['red']);
    expect(await toldTo(supervisor, ticket)).toEqual(['red']);
    expect(await ledger('open', ticket)).toMatchObject([{ id, alert: 'red' }]);
    await supervisor.call('POST /api/holds/:id/end', { params: { id }, body: {} });
    await at.house.settle();
    expect((await at.people.now(ticket.id)).clocks.find(({ kind }) => kind === 'held')?.state).toBe('met');
    expect(await ledger('ended', ticket)).toMatchObject([{ id, alert: 'none' }]);
    await pass('2026-06-03 18:00');
    expect(await marksOf(ticket)).toEqual(['red']);
  });
});
