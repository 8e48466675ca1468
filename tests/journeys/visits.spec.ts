import type { RouteRequest } from '#http-api/routes';
import { Maintenance } from '#platform/maintenance';
import { ordinary } from '#testing/people';
import type { ReportDimension } from '#http-api/rating-shapes';
import { hotline } from './support/hotline';

const at = hotline();

type NewVisit = NonNullable<RouteRequest<'POST /api/visits'>['body']>;

async function visited(given: Partial<NewVisit> = {}) {
  const body = {
    team: '滨河社区第一走访组',
    household: '三号楼2单元501',
    mode: 'door' as const,
    at: '2026-09-14T09:00:00+08:00',
    areaCode: 'east-1',
    ...given,
  };
  return (await at.house.as('agent')).call('POST /api/visits', { body });
}
const asked = (visitId: string, given: object = {}) => at.people.register({ channel: 'visit', visitId, ...given });
const report = async (query: { by?: ReportDimension } = {}) =>
  (await at.house.as('manager')).call('GET /api/reports/:name', {
    params: { name: 'visits' },
    query: { from: '2026-09-01', to: '2026-09-30', ...query },
  });

describe('a visit', () => {
  it('is noted once under one key, with the household sealed', async () => {
    const agent = await at.house.as('agent');
    const body = { team: '一组', household: '幸福里7号', mode: 'phone' as const, at: '2026-09-14T08:00:00+08:00' };
    const headers = { 'idempotency-key': 'visit-1' };
    const first = await agent.call('POST /api/visits', { body, headers });
    expect(await agent.call('POST /api/visits', { body, headers })).toEqual(first);
    expect(first).toMatchObject({ household: '幸福里7号', area: null, tickets: 0 });
    const rows = await at.house.database.sql.query(`SELECT to_jsonb(v)::text AS row FROM ticket.visit v`, []);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('幸福里7号');
  });

  it('has as many tickets as were asked for in it, and a ticket names a visit that there is', async () => {
    const visit = await visited();
    await asked(visit.id);
    await asked(visit.id, { title: '路灯不亮' });
    const { items } = await (await at.house.as('agent')).call('GET /api/visits', { query: { mode: 'door' } });
    expect(items.find(({ id }) => id === visit.id)).toMatchObject({ tickets: 2 });
    const body = { ...ordinary, channel: 'visit' as const };
    const visitId = '018f3c5e-0000-7000-8000-000000000001';
    const refused = await (await at.house.as('agent')).refusal('POST /api/tickets', { body: { ...body, visitId } });
    expect(refused).toMatchObject({ status: 400, errors: [{ path: 'visitId', message: '没有这次走访' }] });
  });

  it('is not to come, and in a place that there is', async () => {
    const agent = await at.house.as('agent');
    const body = { team: '一组', household: '幸福里7号', mode: 'door' as const, at: '2026-09-15T09:00:00+08:00' };
    expect(await agent.refusal('POST /api/visits', { body })).toMatchObject({ errors: [{ path: 'at' }] });
    const nowhere = { ...body, at: '2026-09-14T09:00:00+08:00', areaCode: 'nowhere' };
    expect(await agent.refusal('POST /api/visits', { body: nowhere })).toMatchObject({
      errors: [{ path: 'areaCode' }],
    });
  });

  it('is read page by page, the latest first, of a day and a team', async () => {
    for (const hour of ['07', '08', '09'])
      await visited({ team: '三组', at: `2026-09-10T${hour}:00:00+08:00`, household: `${hour}号` });
    const agent = await at.house.as('agent');
    const query = { team: '三组', from: '2026-09-10', to: '2026-09-10', limit: 2 };
    const first = await agent.call('GET /api/visits', { query });
    expect(first.items.map(({ household }) => household)).toEqual(['09号', '08号']);
    const rest = await agent.call('GET /api/visits', { query: { ...query, cursor: first.nextCursor ?? '' } });
    expect(rest.items.map(({ household }) => household)).toEqual(['07号']);
    expect(
      (await agent.call('GET /api/visits', { query: { ...query, from: '2026-09-11', to: '2026-09-11' } })).items,
    ).toEqual([]);
  });
});

describe('the report of visits', () => {
  it('has the district’s four figures, by team, with the tickets behind them', async () => {
    const team = '四组';
    const [first, second] = [await visited({ team }), await visited({ team, household: '二单元' })];
    await visited({ team, mode: 'phone', household: '三单元' });
    await asked(first.id);
    await asked(first.id, { title: '电梯停运' });
    let ticket = await asked(second.id, { title: '垃圾清运' });
    ticket = await at.people.reply(await at.people.contact(await at.people.sign(ticket)));
    await at.people.rate(await at.people.change('reviewer', 'approve', ticket, {}));
    const { rows, formulas } = await report();
    const row = rows.find(({ key }) => key === team);
    expect(row?.cells).toMatchObject({
      ...{ door: 2, phone: 1, requests: 3, solved: 1, solvedByUnit: 1 },
      visitSolvedRate: { numerator: 1, denominator: 3 },
    });
    expect(formulas).toMatchObject([{ name: 'visitSolvedRate', version: 1, dateBasis: '走访时间' }]);
    const manager = await at.house.as('manager');
    const query = { from: '2026-09-01', to: '2026-09-30', row: team, column: 'solved' } as const;
    const behind = await manager.call('GET /api/reports/:name/tickets', { params: { name: 'visits' }, query });
    expect(behind.items.map(({ id }) => id)).toEqual([ticket.id]);
  });

  it('adds up, by whatever visits are told apart', async () => {
    const totals = await Promise.all(
      (['team', 'area', 'day', 'week', 'month', 'quarter', 'year'] as const).map((by) => report({ by })),
    );
    const figures = totals.map(({ totals: { door, phone, requests } }) => [door, phone, requests]);
    expect(new Set(figures.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it('refuses what visits have not', async () => {
    const manager = await at.house.as('manager');
    const params = { name: 'visits' };
    const period = { from: '2026-09-01', to: '2026-09-30' };
    const byType = { params, query: { ...period, by: 'type' as const } };
    expect(await manager.refusal('GET /api/reports/:name', byType)).toMatchObject({ errors: [{ path: 'by' }] });
    const doors = { params, query: { ...period, column: 'door' } };
    expect(await manager.refusal('GET /api/reports/:name/tickets', doors)).toMatchObject({
      errors: [{ path: 'column', message: '走访户次没有工单，请到走访记录查看' }],
    });
  });

  it('counts of tickets what its reader may see', async () => {
    const head = await at.house.as('department-head', 'urban');
    const { totals } = await head.call('GET /api/reports/:name', {
      params: { name: 'visits' },
      query: { from: '2026-09-01', to: '2026-09-30' },
    });
    expect(Number(totals.requests)).toBeGreaterThan(0);
  });
});

describe('the household of a visit', () => {
  it('is forgotten with a ticket that is erased, or after its time; the visit still counts', async () => {
    const team = '五组';
    const [gone, old] = [await visited({ team }), await visited({ team, household: '四号楼1单元101' })];
    const citizen = { name: '何某', phone: '13900007777' };
    const { id: ticketId } = await asked(gone.id, { citizen, answer: { text: '已当场答复' } });
    const erasure = { ticketId, reason: '书面申请' };
    const { id } = await (await at.house.as('supervisor')).call('POST /api/erasures', { body: erasure });
    await (await at.house.as('manager')).call('POST /api/erasures/:id/approve', { params: { id }, body: {} });
    at.house.clock.advance(2 * 86_400_000);
    await at.house.app.get(Maintenance).run();
    const households = async () => {
      const { items } = await (await at.house.as('agent')).call('GET /api/visits', { query: { team } });
      return [gone, old].map(({ id }) => items.find((each) => each.id === id)?.household);
    };
    expect(await households()).toEqual([null, '四号楼1单元101']);
    at.house.clock.advance(366 * 86_400_000);
    await at.house.app.get(Maintenance).run();
    expect(await households()).toEqual([null, null]);
    expect((await report()).rows.find(({ key }) => key === team)?.cells).toMatchObject({ door: 2 });
  });
});
