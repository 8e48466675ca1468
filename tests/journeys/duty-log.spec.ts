import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { hotline } from './support/hotline';

const at = hotline();

type Body = NonNullable<RouteRequest<'POST /api/duty-log'>['body']>;
type Entry = RouteAnswer<'POST /api/duty-log'>;
const minute = (n: number): string => new Date(Date.parse('2026-09-14T00:00:00Z') + n * 60_000).toISOString();
const write = async (said: Partial<Body> = {}): Promise<Entry> =>
  (await at.house.as('agent')).call('POST /api/duty-log', {
    body: { at: minute(1), kind: 'leader-call', text: '张副区长来电询问滨河路停水', ...said },
  });
const refused = async (said: Partial<Body>) =>
  (await at.house.as('agent')).refusal('POST /api/duty-log', {
    body: { at: minute(1), kind: 'other', text: '一事', ...said },
  });

describe('the duty log', () => {
  it('keeps what happened, with the ticket it is about and who wrote it', async () => {
    const ticket = await at.people.register();
    const entry = await write({ ticketNumber: ticket.number });
    expect(entry).toMatchObject({
      kind: 'leader-call',
      ticket: { id: ticket.id, number: ticket.number },
      correctsId: null,
      correctedById: null,
    });
  });

  it('is corrected by an entry that names the old one, which stays as it was', async () => {
    const wrong = await write({ text: '停水至18时' });
    const right = await write({ text: '停水至20时', correctsId: wrong.id });
    expect(right.correctsId).toBe(wrong.id);
    const { items } = await (await at.house.as('manager')).call('GET /api/duty-log', { query: { limit: 200 } });
    expect(items.find(({ id }) => id === wrong.id)).toMatchObject({ text: '停水至18时', correctedById: right.id });
    expect(await refused({ correctsId: wrong.id })).toMatchObject({
      status: 409,
      errors: [{ path: 'correctsId', message: '这条日志已有更正，请更正最新的一条' }],
    });
  });

  it('is corrected once when two correct the same entry at the same moment', async () => {
    const wrong = await write();
    const client = await at.house.as('supervisor');
    const body = { at: minute(2), kind: 'other' as const, text: '更正', correctsId: wrong.id };
    const answers = await Promise.all([1, 2, 3].map(() => client.try('POST /api/duty-log', { body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('is shown by day, a page at a time, each entry once', async () => {
    for (const n of [0, 0, 0, 5, 5])
      await write({ at: new Date(Date.parse('2026-09-10T01:00:00Z') + n).toISOString() });
    await write({ at: '2026-09-11T00:10:00+08:00' });
    const agent = await at.house.as('agent');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { from: '2026-09-10', to: '2026-09-10', limit: 2, cursor };
      const page = await agent.call('GET /api/duty-log', { query });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('takes no number of anybody, no time to come and no ticket that is not there', async () => {
    expect(await refused({ text: '请回电13800001111，车牌川A12345' })).toMatchObject({
      status: 400,
      errors: [{ path: 'text', message: '还有电话1处、车牌1处' }],
    });
    expect(await refused({ at: '2027-01-01T00:00:00+08:00' })).toMatchObject({ errors: [{ path: 'at' }] });
    expect(await refused({ ticketNumber: '20260914000000000' })).toMatchObject({ errors: [{ path: 'ticketNumber' }] });
    expect(await refused({ correctsId: 'nothing' })).toMatchObject({ errors: [{ path: 'correctsId' }] });
  });

  it('writes one entry for a request that is sent twice', async () => {
    const agent = await at.house.as('agent');
    const sent = {
      headers: { 'idempotency-key': 'duty-1' },
      body: { at: minute(3), kind: 'visitor' as const, text: '来访两人' },
    };
    const [first, second] = [
      await agent.call('POST /api/duty-log', sent),
      await agent.call('POST /api/duty-log', sent),
    ];
    expect(second).toEqual(first);
  });

  it('is told by events that hold a digest of each entry and none of its words', async () => {
    const entry = await write({ text: '领导要求夜间加派人手' });
    const { items } = await (
      await at.house.as('admin')
    ).call('GET /api/admin-events', { query: { subject: 'duty-entry', subjectId: entry.id } });
    expect(items).toMatchObject([{ action: 'create', before: null, after: { kind: 'leader-call' } }]);
    expect(JSON.stringify(items)).toMatch(/"textDigest":"[0-9a-f]{64}"/);
    expect(JSON.stringify(items)).not.toContain('加派人手');
  });

  it('is kept as long as the settings say', async () => {
    const old = await write({ at: '2015-01-01T00:00:00+08:00' });
    const kept = await write();
    const { Maintenance } = await import('#platform/maintenance');
    await at.house.app.get(Maintenance).run();
    const { items } = await (await at.house.as('agent')).call('GET /api/duty-log', { query: { limit: 200 } });
    expect(items.some(({ id }) => id === old.id)).toBe(false);
    expect(items.some(({ id }) => id === kept.id)).toBe(true);
  });
});
