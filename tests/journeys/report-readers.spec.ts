import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { routeNames, routeRow } from '#http-api/routes';
import { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline();

type NewClient = NonNullable<RouteRequest<'POST /api/channel-clients'>['body']>;
type WithKey = RouteAnswer<'POST /api/channel-clients'>;
const overview = {
  params: { name: 'overview' },
  query: { from: '2026-09-14', to: '2026-09-14', by: 'channel' },
} as const;

let names = 0;
const added = async (given: Partial<NewClient> = {}): Promise<WithKey> =>
  (await at.house.as('admin')).call('POST /api/channel-clients', {
    body: { name: `BI平台${(names += 1)}`, readsReports: true, ...given },
  });
const system = ({ key }: WithKey): HouseClient => new HouseClient(at.house.url, key);

beforeAll(async () => {
  await at.people.register();
  await at.people.register({ channel: 'web' });
});

describe('a system that may read reports', () => {
  it('reads the names and the figures of the whole house, as they are told to a manager', async () => {
    const client = system(await added());
    const manager = await at.house.as('manager');
    const { items } = await client.call('GET /api/reports');
    expect(items.map(({ name }) => name)).toContain('overview');
    const { asOf: _, ...read } = await client.call('GET /api/reports/:name', overview);
    const { asOf: __, ...told } = await manager.call('GET /api/reports/:name', overview);
    expect(read).toEqual(told);
    expect(read.totals).toMatchObject({ received: 2 });
  });

  it('takes a report out under its own name, and administrators see that it did', async () => {
    const client = system(await added({ name: '区大数据局' }));
    const query = { ...overview.query, format: 'csv' } as const;
    const { status, body } = await client.try('GET /api/reports/:name', { ...overview, query });
    expect(status).toBe(200);
    expect(body).toContain('导出人：区大数据局');
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/admin-events', { query: { subject: 'export', actor: '大数据' } });
    expect(items).toMatchObject([{ actor: '区大数据局', action: 'takeOut', after: { format: 'csv' } }]);
  });

  it('is let in nowhere else: no ticket, and not those behind a figure', async () => {
    const client = system(await added());
    for (const route of routeNames.filter((each) => !routeRow(each).forReportReaders && each !== 'GET /api/events')) {
      const { permit } = routeRow(route);
      if (permit === 'anyone' || permit === 'tracking-pair') continue;
      const params = { id: '018f3c5e-0000-7000-8000-000000000001', name: 'overview', channel: 'web' };
      const body = route.startsWith('GET') ? undefined : {};
      const { status } = await client.try(route, { params, body } as object);
      expect([route, status]).toEqual([route, permit === 'channel-client' ? expect.any(Number) : 401]);
    }
    const sent = { params: { channel: 'web' }, body: { messageId: 'm-1', content: '路灯不亮' } } as const;
    expect((await client.try('POST /api/channels/:channel/tickets', sent)).status).toBe(403);
  });

  it('is let in until its key expires or is revoked, and from its own networks', async () => {
    const ending = await added({ expiresAt: '2026-09-14T12:00:00+08:00' });
    const revoked = await added();
    const elsewhere = await added({ addresses: ['10.9.0.0/16'] });
    const statusOf = async (known: WithKey) => (await system(known).try('GET /api/reports')).status;
    expect(await Promise.all([ending, revoked, elsewhere].map(statusOf))).toEqual([200, 200, 403]);
    const admin = await at.house.as('admin');
    const params = { id: revoked.client.id };
    await admin.call('POST /api/channel-clients/:id/revoke', { params, body: { reason: '项目结束' } });
    at.house.at('2026-09-14 12:00');
    expect(await Promise.all([ending, revoked].map(statusOf))).toEqual([401, 401]);
    at.house.at('2026-09-14 12:05');
  });

  it('is seen by when it last read, and its key is told once', async () => {
    const known = await added();
    await system(known).call('GET /api/reports');
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/channel-clients', { query: { state: 'active' } });
    const row = items.find(({ id }) => id === known.client.id);
    expect(row).toMatchObject({ readsReports: true, channels: [], lastUsedAt: expect.any(String) as string });
    expect(JSON.stringify(items)).not.toContain(known.key);
  });

  it('asks as often as anybody may for reports, and no more', async () => {
    const client = system(await added());
    const statuses = new Set<number>();
    for (let asked = 0; asked < 200 && !statuses.has(429); asked += 1)
      statuses.add((await client.try('GET /api/reports')).status);
    expect([...statuses]).toEqual([200, 429]);
  });
});

it('no other system reads reports, and a key that opens nothing is refused', async () => {
  const sender = system(await added({ readsReports: false, channels: ['web'] }));
  expect((await sender.try('GET /api/reports')).status).toBe(401);
  const admin = await at.house.as('admin');
  const body = { name: '无用', channels: [] };
  expect(await admin.refusal('POST /api/channel-clients', { body })).toMatchObject({ errors: [{ path: 'channels' }] });
  const known = await added();
  const edit = { params: { id: known.client.id }, body: { readsReports: false } };
  expect(await admin.refusal('PATCH /api/channel-clients/:id', edit)).toMatchObject({ errors: [{ path: 'channels' }] });
  const kept = { params: { id: known.client.id }, body: { name: '改名' } };
  expect(await admin.call('PATCH /api/channel-clients/:id', kept)).toMatchObject({
    readsReports: true,
    expiresAt: null,
  });
});
