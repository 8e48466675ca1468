import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { satisfied, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ settings: { callClaimSeconds: 60 } });

type Call = RouteAnswer<'GET /api/callbacks'>['items'][number];
type Query = NonNullable<RouteRequest<'GET /api/callbacks'>['query']>;

const dayMs = 86_400_000;
const citizens = { li: '13800000001', wang: '13800000002', zhao: '13800000003' } as const;
const waiting = (who: keyof typeof citizens) =>
  at.people.bring('callback', { title: who, citizen: { name: who, phone: citizens[who] } });
const calls = async (query: Query = {}): Promise<Call[]> =>
  (await (await at.house.as('callback')).call('GET /api/callbacks', { query })).items;
const told = async (query: Query = {}) => (await calls(query)).map(({ title, turn }) => `${title} ${turn}`);
const tried = (ticket: TicketView, body: { outcome: 'busy' } | { outcome: 'appointment'; appointmentAt: string }) =>
  at.people.change('callback', 'callback-attempts', ticket, body);

/** Each test has a morning and a list of its own. */
let morning = Date.parse('2026-09-14T10:00:00+08:00');
const clock = (hours: number): void => at.house.clock.set(new Date(morning + (hours - 10) * 3_600_000).toISOString());
beforeEach(() => {
  morning += 7 * dayMs;
  clock(10);
});
afterEach(async () => {
  at.house.clock.advance(3_600_000);
  const callback = await at.house.as('callback');
  for (const { id } of await calls())
    await callback.call('POST /api/tickets/:id/ratings', { params: { id }, body: satisfied });
});

describe('the list of calls', () => {
  it('has first whose appointment has come, then who may be called, and last who was called in this part of the day', async () => {
    const [li, wang, zhao] = [await waiting('li'), await waiting('wang'), await waiting('zhao')];
    expect(await told()).toEqual(['li now', 'wang now', 'zhao now']);
    await tried(li, { outcome: 'busy' });
    await tried(zhao, { outcome: 'appointment', appointmentAt: new Date(morning + 4 * 3_600_000).toISOString() });
    expect(await told()).toEqual(['wang now', 'li later', 'zhao later']);
    expect(await told({ turn: 'now' })).toEqual(['wang now']);
    clock(12);
    expect(await told()).toEqual(['li now', 'wang now', 'zhao later']);
    clock(14);
    expect(await told()).toEqual(['zhao appointment', 'li now', 'wang now']);
    expect(await told({ turn: 'appointment' })).toEqual(['zhao appointment']);
    await tried(zhao, { outcome: 'busy' });
    expect(await told()).toEqual(['li now', 'wang now', 'zhao later']);
    expect(wang.state).toBe('callback');
  });

  it('says how often and when somebody was called in vain', async () => {
    const li = await waiting('li');
    await waiting('wang');
    await tried(li, { outcome: 'busy' });
    const at10 = new Date(morning).toISOString();
    expect(await calls({ attempts: 1 })).toMatchObject([{ title: 'li', callbackAttempts: 1, triedAt: at10 }]);
    expect(await told({ attempts: 0 })).toEqual(['wang now']);
  });

  it('records a second attempt in the same part of the day, and does not count it', async () => {
    const li = await waiting('li');
    await tried(li, { outcome: 'busy' });
    expect(await tried(li, { outcome: 'busy' })).toMatchObject({ state: 'callback', callbackAttempts: 1 });
    const { sql } = at.house.database;
    expect(await sql.query(`SELECT 1 FROM ticket.callback_attempt WHERE ticket_id = $1`, [li.id])).toHaveLength(2);
  });

  it('goes on where a page ended, in whatever order', async () => {
    const li = await waiting('li');
    await waiting('wang');
    await waiting('zhao');
    await tried(li, { outcome: 'busy' });
    const callback = await at.house.as('callback');
    const titles: string[] = [];
    let cursor: string | null | undefined;
    do {
      const query: Query = { limit: 1, ...(cursor && { cursor }) };
      const page: RouteAnswer<'GET /api/callbacks'> = await callback.call('GET /api/callbacks', { query });
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(titles).toEqual(['wang', 'zhao', 'li']);
  });
});

describe('a citizen', () => {
  /** A second caller: the reviewer helps out. */
  beforeAll(async () => {
    const reviewer = await at.house.as('reviewer');
    const { user } = await reviewer.call('GET /api/session');
    const admin = await at.house.as('admin');
    await admin.call('PATCH /api/users/:id', { params: { id: user.id }, body: { roles: ['reviewer', 'callback'] } });
  });
  const claim = async (who: 'callback' | 'reviewer', { id }: TicketView) =>
    (await at.house.as(who)).try('POST /api/callbacks/:id/claim', { params: { id }, body: {} });
  const refusedTo = async (who: 'callback' | 'reviewer', { id }: TicketView) =>
    (await at.house.as(who)).refusal('POST /api/callbacks/:id/claim', { params: { id }, body: {} });

  it('is rung by one caller at a time, also about another ticket of theirs', async () => {
    const [first, second, other] = [await waiting('li'), await waiting('li'), await waiting('wang')];
    expect((await claim('callback', first)).status).toBe(204);
    expect(await refusedTo('reviewer', second)).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('正在回访') as string,
    });
    expect((await calls()).map(({ title, calledBy }) => `${title} ${calledBy?.name ?? '–'}`)).toEqual([
      'li 回访员',
      'li 回访员',
      'wang –',
    ]);
    expect((await claim('callback', first)).status).toBe(204);
    expect((await claim('reviewer', other)).status).toBe(204);
  });

  it('is rung by exactly one of two who press at once', async () => {
    const li = await waiting('li');
    const claims = await Promise.all([claim('callback', li), claim('reviewer', li)]);
    expect(claims.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('is free again once what was heard is recorded, which nobody else does meanwhile', async () => {
    const li = await waiting('li');
    await claim('callback', li);
    const attempt = { params: { id: li.id }, body: { outcome: 'busy' } } as const;
    const rating = { params: { id: li.id }, body: satisfied };
    const reviewer = await at.house.as('reviewer');
    expect(await reviewer.refusal('POST /api/tickets/:id/callback-attempts', attempt)).toMatchObject({ status: 409 });
    expect(await reviewer.refusal('POST /api/tickets/:id/ratings', rating)).toMatchObject({ status: 409 });
    await tried(li, { outcome: 'busy' });
    expect((await claim('reviewer', li)).status).toBe(204);
  });

  it('is free again when the caller lets go, or has gone silent', async () => {
    const li = await waiting('li');
    await claim('callback', li);
    await (await at.house.as('callback')).call('POST /api/callbacks/:id/release', { params: { id: li.id }, body: {} });
    expect((await claim('reviewer', li)).status).toBe(204);
    at.house.clock.advance(60_000);
    expect((await claim('callback', li)).status).toBe(409);
    at.house.clock.advance(1_000);
    expect((await claim('callback', li)).status).toBe(204);
  });

  it('who has said it already is not rung any more', async () => {
    const li = await waiting('li');
    await at.people.rate(li);
    expect(await refusedTo('callback', li)).toMatchObject({
      code: 'conflict',
      detail: '本单已不在待回访，请回访其他工单',
    });
  });
});
