import { leadOf } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const idOf = async (username: string): Promise<string> => {
  const { items } = await (await at.house.as('admin')).call('GET /api/users', { query: { q: username, limit: 200 } });
  const found = items.find((user) => user.username === username);
  if (!found) throw new Error(`no ${username}`);
  return found.id;
};

const week = { from: '2026-09-14T09:30:00+08:00', until: '2026-09-18T18:00:00+08:00' };

describe('somebody who is away', () => {
  it('is stood in for by a colleague, who does the work under the own name until the end', async () => {
    const { house, people } = at;
    const handler = await house.as('handler', 'urban');
    const officer = await house.as('officer', 'urban');
    const head = await house.as('department-head', 'urban');
    const colleagues = await head.call('GET /api/colleagues');
    expect(colleagues.items.map(({ name }) => name)).toEqual(['城市管理局联络员', '城市管理局经办人']);
    expect((await handler.refusal('GET /api/reports/:name', report)).status).toBe(403);
    await head.call('PUT /api/session/absence', { body: { ...week, deputyId: await idOf('handler-urban') } });
    await handler.call('GET /api/reports/:name', report);
    const { user } = await handler.call('GET /api/session');
    expect(user.roles).toEqual(['handler', 'department-head']);
    expect(user.deputyFor).toMatchObject([{ name: '城市管理局单位审签领导' }]);
    expect((await officer.refusal('GET /api/reports/:name', report)).status).toBe(403);
    const ticket = await people.bring('handling');
    const { items } = await officer.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(items.find(({ name }) => name === 'sign')?.actor).toBe(`${leadOf(ticket).department.name}联络员`);
    house.at('2026-09-18 18:00');
    expect((await handler.refusal('GET /api/reports/:name', report)).status).toBe(403);
    house.at('2026-09-14 09:30');
  });

  it('is back when they say so', async () => {
    const head = await at.house.as('department-head', 'police');
    const officer = await at.house.as('officer', 'police');
    await head.call('PUT /api/session/absence', { body: { ...week, deputyId: await idOf('officer-police') } });
    expect((await head.call('GET /api/session/absence')).absence?.deputy.name).toBe('公安局经办人');
    await officer.call('GET /api/reports/:name', report);
    await head.call('DELETE /api/session/absence');
    expect((await head.call('GET /api/session/absence')).absence).toBeNull();
    expect((await officer.refusal('GET /api/reports/:name', report)).status).toBe(403);
  });

  it('names nobody of another department, nobody who is away too, and not themselves', async () => {
    const head = await at.house.as('department-head', 'housing');
    const refused = async (deputy: string, times: object = {}) =>
      (await head.refusal('PUT /api/session/absence', { body: { ...week, ...times, deputyId: await idOf(deputy) } }))
        .detail;
    expect(await refused('handler-urban')).toBe('代理人须是同一单位的人员');
    expect(await refused('agent')).toBe('代理人须是同一单位的人员');
    expect(await refused('department-head-housing')).toBe('不能由本人代理');
    const handler = await at.house.as('handler', 'housing');
    await handler.call('PUT /api/session/absence', { body: { ...week, deputyId: await idOf('officer-housing') } });
    expect(await refused('handler-housing')).toBe('住房和城乡建设委员会联络员此间也不在岗，请另选代理人');
    expect(await refused('officer-housing', { until: week.from })).toBe('结束时间须晚于开始时间和现在');
    expect(await refused('officer-housing', { until: '2027-09-18T18:00:00+08:00' })).toBe('代理最长92天');
  });

  it('lends no administrator’s power', async () => {
    const admin = await at.house.as('admin');
    const body = { ...week, deputyId: await idOf('manager') };
    await admin.call('PUT /api/users/:id/absence', { params: { id: await idOf('admin') }, body });
    const manager = await at.house.as('manager');
    expect((await manager.refusal('GET /api/users')).status).toBe(403);
    await admin.call('DELETE /api/users/:id/absence', { params: { id: await idOf('admin') } });
  });

  it.each([
    ['of another department now', 'officer-police', (id: string) => move(id, 'urban')],
    ['not let in any more', 'handler-police', (id: string) => disable(id)],
  ])('learns that nobody stands in once the deputy is %s', async (_, deputy, leave) => {
    const head = await at.house.as('department-head', 'police');
    await head.call('PUT /api/session/absence', { body: { ...week, deputyId: await idOf(deputy) } });
    await leave(await idOf(deputy));
    expect((await head.call('GET /api/session/absence')).absence).toMatchObject({ lapsed: true });
    const admin = await at.house.as('admin');
    const id = await idOf('department-head-police');
    const seen = await admin.call('GET /api/users/:id', { params: { id } });
    expect(seen.absence).toMatchObject({ lapsed: true });
    const events = await admin.call('GET /api/admin-events', { query: { subject: 'account', subjectId: id } });
    expect(events.items[0]).toMatchObject({
      action: 'end-absence',
      actor: '系统管理员',
      before: { absence: { lapsed: false } },
      after: { absence: { lapsed: true } },
    });
    const query = { q: deputy } as const;
    const [left] = (await admin.call('GET /api/users', { query })).items;
    if (left?.state === 'active') {
      const { user } = await (await at.house.as('officer', 'police')).call('GET /api/session');
      expect(user.deputyFor).toEqual([]);
    }
    await head.call('DELETE /api/session/absence');
    expect((await head.call('GET /api/session/absence')).absence).toBeNull();
  });

  it('has nobody of the former department stand in once they have moved themselves', async () => {
    const handler = await at.house.as('handler', 'market');
    await handler.call('PUT /api/session/absence', { body: { ...week, deputyId: await idOf('officer-market') } });
    await move(await idOf('handler-market'), 'urban');
    expect((await handler.call('GET /api/session/absence')).absence).toMatchObject({ lapsed: true });
  });

  it('is told in an event with who stands in and how long', async () => {
    const query = { subject: 'account', subjectId: await idOf('department-head-urban') } as const;
    const { items } = await (await at.house.as('quality')).call('GET /api/admin-events', { query });
    expect(items[0]).toMatchObject({ action: 'set-absence', actor: '城市管理局单位审签领导' });
    expect(items[0]?.after).toMatchObject({ absence: { deputy: { name: '城市管理局联络员' } } });
  });
});

async function move(id: string, department: string): Promise<void> {
  const body = { departmentId: at.house.department(department).id };
  await (await at.house.as('admin')).call('PATCH /api/users/:id', { params: { id }, body });
}

async function disable(id: string): Promise<void> {
  const sent = { params: { id }, body: { reason: '离职' } };
  await (await at.house.as('admin')).call('POST /api/users/:id/disable', sent);
}

const report = { params: { name: 'overview' }, query: { from: '2026-09-01', to: '2026-09-30' } } as const;
