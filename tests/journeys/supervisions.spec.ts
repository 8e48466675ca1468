import fc from 'fast-check';
import { saidForRung } from '#deadlines/supervisions/owed-words';
import { Supervisions } from '#deadlines/supervisions/supervisions';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ settings: { supervisionNumberSeries: '武热督', officeName: '武侯区12345热线值班室' } });

type Order = RouteAnswer<'GET /api/supervisions/:id'>;
type Draft = RouteRequest<'POST /api/tickets/:id/supervise'>['body'];

const said = { level: 'written', requirement: '请立即清运垃圾，并书面反馈原因。' } as const;
const draft = async ({ id }: { id: string }, body: Partial<Draft> = {}): Promise<Order> =>
  (await at.house.as('supervisor')).call('POST /api/tickets/:id/supervise', {
    params: { id },
    body: { ...said, ...body },
  });
const sign = async ({ id }: { id: string }, role: 'supervisor' | 'manager' = 'manager'): Promise<Order> =>
  (await at.house.as(role)).call('POST /api/supervisions/:id/sign', { params: { id }, body: {} });
const answer = async ({ id }: { id: string }, text = '垃圾已清运，已约谈清运公司。'): Promise<Order> =>
  (await at.house.as('handler', 'urban')).call('POST /api/supervisions/:id/answer', { params: { id }, body: { text } });
const close = async ({ id }: { id: string }): Promise<Order> =>
  (await at.house.as('supervisor')).call('POST /api/supervisions/:id/close', {
    params: { id },
    body: { note: '属实' },
  });
const sendBack = async ({ id }: { id: string }): Promise<Order> =>
  (await at.house.as('supervisor')).call('POST /api/supervisions/:id/send-back', {
    params: { id },
    body: { reason: '没有原因' },
  });
const clockOf = async (ticket: { id: string }) =>
  (await at.people.now(ticket.id)).clocks.find(({ kind }) => kind === 'supervision');
const handled = (): Promise<TicketView> => at.people.bring('handling');

describe('a supervision order', () => {
  it('is drafted, signed with a number, answered by the department and closed', async () => {
    const ticket = await handled();
    const drafted = await draft(ticket);
    expect(drafted).toMatchObject({
      state: 'draft',
      documentNumber: null,
      mainTo: { name: '城市管理局' },
      cause: 'other',
    });
    const signed = await sign(drafted);
    expect(signed).toMatchObject({
      state: 'signed',
      documentNumber: '武热督〔2026〕1号',
      signed: { by: { name: expect.any(String) as string } },
    });
    expect(signed.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await answer(drafted)).toMatchObject({
      state: 'answered',
      answered: { text: '垃圾已清运，已约谈清运公司。' },
    });
    expect(await close(drafted)).toMatchObject({ state: 'closed', note: '属实' });
    const { supervisions } = await at.people.now(ticket.id);
    expect(supervisions).toMatchObject([{ id: drafted.id, documentNumber: '武热督〔2026〕1号', state: 'closed' }]);
  });

  it('goes to departments that are at the ticket and to no other, and waits until there is one', async () => {
    const supervisor = await at.house.as('supervisor');
    const [ticket, waiting] = [await handled(), await at.people.register({ hold: true })];
    const police = at.house.department('police').id;
    const refused = (id: string, body: object = {}) =>
      supervisor.refusal('POST /api/tickets/:id/supervise', { params: { id }, body: { ...said, ...body } });
    expect(await refused(ticket.id, { mainTo: police })).toMatchObject({
      status: 409,
      detail: '主送单位不是本工单的承办单位',
    });
    expect(await refused(waiting.id)).toMatchObject({ status: 400, errors: [{ path: 'mainTo' }] });
  });

  it('carries what the leader wrote when that is why, and only then', async () => {
    const ticket = await handled();
    const instruction = {
      leader: '王区长',
      text: '请城管局限期解决。',
      date: '2026-09-13',
      receivedFrom: '区政府办公室',
    };
    const cause = 'leader-instruction';
    expect(await draft(ticket, { cause, instruction })).toMatchObject({ cause, instruction });
    const supervisor = await at.house.as('supervisor');
    const refused = (body: object) =>
      supervisor.refusal('POST /api/tickets/:id/supervise', { params: { id: ticket.id }, body: { ...said, ...body } });
    expect(await refused({ cause })).toMatchObject({ detail: '领导批示的督办单须填写批示内容' });
    expect(await refused({ instruction })).toMatchObject({ detail: '只有领导批示的督办单填写批示内容' });
  });

  it('tells nobody who asked, and is due in the time to come', async () => {
    const ticket = await handled();
    const supervisor = await at.house.as('supervisor');
    const refused = (body: object) =>
      supervisor.refusal('POST /api/tickets/:id/supervise', { params: { id: ticket.id }, body: { ...said, ...body } });
    expect(await refused({ requirement: '请联系张小明 13812345678。' })).toMatchObject({
      status: 400,
      errors: [{ path: 'requirement' }],
    });
    expect(await refused({ dueAt: '2026-09-01T18:00:00+08:00' })).toMatchObject({
      status: 409,
      detail: '反馈期限须晚于现在',
    });
  });

  it('is nothing to the department until it is signed', async () => {
    const ticket = await handled();
    const handler = await at.house.as('handler', 'urban');
    const drafted = await draft(ticket, { requirement: '只有热线知道的草稿。' });
    const params = { id: drafted.id };
    expect((await handler.try('GET /api/supervisions/:id', { params })).status).toBe(404);
    const page = await handler.call('GET /api/tickets/:id', { params: { id: ticket.id } });
    const history = await handler.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(JSON.stringify([page, history])).not.toContain('只有热线知道的草稿');
    expect(page.supervisions).toEqual([]);
    await sign(drafted);
    expect(await handler.call('GET /api/supervisions/:id', { params })).toMatchObject({ state: 'signed' });
    const { items } = await handler.call('GET /api/supervisions', { query: { state: 'signed', limit: 200 } });
    expect(items.map(({ id }) => id)).toContain(drafted.id);
    const others = await (await at.house.as('handler', 'police')).call('GET /api/supervisions', { query: {} });
    expect(others.items).toEqual([]);
    expect(
      (
        await (
          await at.house.as('handler', 'police')
        ).try('POST /api/supervisions/:id/answer', { params, body: { text: '' } })
      ).status,
    ).toBe(400);
    expect(
      (
        await (
          await at.house.as('handler', 'police')
        ).try('POST /api/supervisions/:id/answer', { params, body: { text: '好' } })
      ).status,
    ).toBe(404);
  });

  it('is changed or given up before it is signed, and never after', async () => {
    const drafted = await draft(await handled());
    const supervisor = await at.house.as('supervisor');
    const params = { id: drafted.id };
    const body: Draft = { level: 'interview', requirement: '请分管领导到场说明。', copyTo: ['区政府督查室'] };
    expect(await supervisor.call('PUT /api/supervisions/:id', { params, body })).toMatchObject({
      level: 'interview',
      copyTo: ['区政府督查室'],
    });
    await sign(drafted);
    expect(await supervisor.refusal('PUT /api/supervisions/:id', { params, body })).toMatchObject({
      status: 409,
      code: 'transition-refused',
      detail: '“待反馈”的督办单不能修改',
    });
    expect(await supervisor.refusal('POST /api/supervisions/:id/sign', { params, body: {} })).toMatchObject({
      detail: '“待反馈”的督办单不能签发',
    });
    const other = await draft(await handled());
    expect(
      await supervisor.call('POST /api/supervisions/:id/discard', { params: { id: other.id }, body: {} }),
    ).toMatchObject({ state: 'discarded' });
  });

  it('is over when its ticket is withdrawn, and answered still when it was closed', async () => {
    const [withdrawn, closed] = [await handled(), await handled()];
    const [lapsed, owed] = [await sign(await draft(withdrawn)), await sign(await draft(closed))];
    await at.people.change('agent', 'withdraw', withdrawn, { reason: '已解决' });
    expect(
      await (await at.house.as('supervisor')).call('GET /api/supervisions/:id', { params: { id: lapsed.id } }),
    ).toMatchObject({ state: 'lapsed' });
    expect(await clockOf(withdrawn)).toMatchObject({ state: 'cancelled' });
    await at.people.rate(await at.people.change('reviewer', 'approve', await at.people.reply(closed), {}));
    expect(await clockOf(closed)).toMatchObject({ state: 'running' });
    expect(await answer(owed)).toMatchObject({ state: 'answered' });
    expect(await close(owed)).toMatchObject({ state: 'closed' });
  });
});

describe('the clock of an order', () => {
  it('runs from the signing for three working days, or to the date that was given', async () => {
    at.house.at('2026-09-14 10:00');
    const [ticket, dated] = [await handled(), await handled()];
    const drafted = await draft(ticket);
    expect(await clockOf(ticket)).toBeUndefined();
    await sign(drafted);
    expect(await clockOf(ticket)).toMatchObject({ state: 'running', dueAt: '2026-09-17T10:00:00.000Z' });
    await sign(await draft(dated, { dueAt: '2026-09-16T12:00:00+08:00' }));
    expect(await clockOf(dated)).toMatchObject({ dueAt: '2026-09-16T04:00:00.000Z' });
  });

  it('is met by the answer that is later accepted, never by one that was sent back', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await handled();
    const order = await sign(await draft(ticket));
    at.house.at('2026-09-15 10:00');
    await answer(order);
    expect(await sendBack(order)).toMatchObject({ state: 'signed', sentBack: 1, note: '没有原因' });
    expect(await clockOf(ticket)).toMatchObject({ state: 'running', metAt: null });
    at.house.at('2026-09-16 11:00');
    await answer(order);
    at.house.at('2026-09-17 09:00');
    await close(order);
    expect(await clockOf(ticket)).toMatchObject({ state: 'met', metAt: '2026-09-16T03:00:00.000Z' });
  });
});

describe('an order of the ladder', () => {
  it('is drafted once for each due time, and waits for a person to sign it', async () => {
    const ticket = await handled();
    const { id: clockId = '' } = ticket.clocks.find(({ kind }) => kind === 'finish') ?? {};
    const rung = { kind: 'finish', dueAt: new Date('2026-09-21T18:00:00+08:00') } as const;
    const owed = (generation: number) => ({
      ticketId: ticket.id,
      by: { clockId, generation },
      say: () => saidForRung(rung),
      seenTo: () => Promise.resolve(),
    });
    const supervisions = at.house.app.get(Supervisions);
    const asked = await Promise.all([1, 1, 1, 2, 2].map((generation) => supervisions.draftOwed(owed(generation))));
    expect(asked.filter(Boolean)).toHaveLength(2);
    const { supervisions: drafts } = await at.people.now(ticket.id);
    expect(drafts).toMatchObject([
      { state: 'draft', cause: 'ladder' },
      { state: 'draft', cause: 'ladder' },
    ]);
    const [first] = drafts;
    expect(await sign(first ?? { id: '' })).toMatchObject({
      drafted: { by: { name: '系统' } },
      requirement: expect.stringContaining('办理时限已于2026-09-21 18:00到期') as string,
    });
  });
});

describe('the numbers of orders', () => {
  type Act = 'sign' | 'sign twice' | 'discard and sign' | 'sign too late';

  /** What somebody does with a draft; `sign too late` is refused after its number was taken. */
  async function act(kind: Act, order: Order): Promise<void> {
    const supervisor = await at.house.as('supervisor');
    const request = { params: { id: order.id }, body: {} };
    const signs = () => supervisor.try('POST /api/supervisions/:id/sign', request);
    const discards = () => supervisor.try('POST /api/supervisions/:id/discard', request);
    const also = { sign: [], 'sign twice': [signs], 'discard and sign': [discards], 'sign too late': [] }[kind];
    await Promise.all([...also, signs].map((each) => each()));
  }

  const ends: Readonly<Record<Act, readonly string[]>> = {
    sign: ['signed'],
    'sign twice': ['signed'],
    'discard and sign': ['signed', 'discarded'],
    'sign too late': ['draft'],
  };

  /** Numbers of a year are 1, 2, 3 … */
  async function withoutGap(): Promise<void> {
    const series = await at.house.database.sql.query<{ year: number; number: number }>(
      `SELECT year, number FROM ticket.supervision WHERE number IS NOT NULL ORDER BY year, number`,
      [],
    );
    for (const year of [2026, 2027]) {
      const numbers = series.filter((each) => each.year === year).map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
  }

  it('have no gap and no double in any year, whoever signs, is refused or gives up at the same moment', async () => {
    const body = { source: '2027年放假通知', published: true, days: [] };
    await (await at.house.as('admin')).call('PUT /api/calendars/:year', { params: { year: '2027' }, body });
    const tickets = [await handled(), await handled(), await handled()];
    const acts = fc.array(fc.constantFrom<Act>('sign', 'sign twice', 'discard and sign', 'sign too late'), {
      minLength: 1,
      maxLength: 9,
    });
    let months = 8;
    const rounds = fc.asyncProperty(acts, async (kinds) => {
      // Later with each round, over the end of the year.
      const day = new Date(Date.UTC(2026, (months += 1), 20));
      at.house.clock.set(day.toISOString());
      const soon = { dueAt: new Date(day.getTime() + 60_000).toISOString() };
      const drafts: Order[] = [];
      for (const [index, kind] of kinds.entries())
        drafts.push(await draft(tickets[index % 3] ?? { id: '' }, kind === 'sign too late' ? soon : {}));
      at.house.clock.set(new Date(day.getTime() + 120_000).toISOString());
      await Promise.all(drafts.map((order, index) => act(kinds[index] ?? 'sign', order)));
      const supervisor = await at.house.as('supervisor');
      const ended = drafts.map(({ id }) => supervisor.call('GET /api/supervisions/:id', { params: { id } }));
      for (const [index, { state }] of (await Promise.all(ended)).entries())
        expect(ends[kinds[index] ?? 'sign']).toContain(state);
      await withoutGap();
    });
    await fc.assert(rounds, { numRuns: 8 });
  });
});
