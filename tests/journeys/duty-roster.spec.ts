import { NoticeTelling } from '#deadlines/notices/notice-telling';
import type { HouseClient } from '#testing/house-client';
import type { Role } from '#ticket/role';
import { usernameOf } from '#testing/test-accounts';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-09-14T10:00:00+08:00' });
const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

const accountOf = async (role: Role, department?: string): Promise<string> => {
  const row = await at.house.database.sql.one<{ id: string }>(`SELECT id FROM ticket.account WHERE username = $1`, [
    usernameOf(role, department),
  ]);
  return row?.id ?? '';
};
const told = async (client: HouseClient, ticketId: string) =>
  (await client.call('GET /api/notices', { query: { limit: 200 } })).items
    .filter((notice) => notice.ticketId === ticketId)
    .map(({ rung }) => rung);
const tell = () => at.house.app.get(NoticeTelling, { strict: false }).tellAll();

describe('the duty roster', () => {
  it('says whom a rung reaches, for as long as a turn lasts', async () => {
    const head = await at.house.as('department-head', 'urban');
    const departmentId = at.house.department('urban').id;
    const turn = await head.call('POST /api/duty-turns', {
      body: {
        ...{ departmentId, post: 'contact-a', accountId: await accountOf('officer', 'urban'), phone: '62000001' },
        ...{ startsAt: shanghai('2026-09-14 09:00'), endsAt: shanghai('2026-09-15 09:00') },
      },
    });
    expect(turn).toMatchObject({ post: 'contact-a', phone: '62000001', endedAt: null });
    const ticket = await at.people.register({ categoryCode: 'city.waste' });
    await tell();
    const [handler, officer] = [await at.house.as('handler', 'urban'), await at.house.as('officer', 'urban')];
    expect([await told(handler, ticket.id), await told(officer, ticket.id)]).toEqual([[], ['reminder']]);
    at.house.at('2026-09-15 09:00');
    const later = await at.people.register({ categoryCode: 'city.waste' });
    await tell();
    expect([await told(handler, later.id), await told(officer, later.id)]).toEqual([['reminder'], ['reminder']]);
  });

  it('is kept by a head for the own department, with the own people', async () => {
    const head = await at.house.as('department-head', 'urban');
    const times = { startsAt: shanghai('2026-09-16 09:00'), endsAt: null };
    const own = { departmentId: at.house.department('urban').id, post: 'head' as const, ...times };
    const foreign = { ...own, departmentId: at.house.department('planning').id };
    const accountId = await accountOf('department-head', 'urban');
    expect(await head.refusal('POST /api/duty-turns', { body: { ...foreign, accountId } })).toMatchObject({
      status: 403,
    });
    const planner = await accountOf('handler', 'planning');
    expect(await head.refusal('POST /api/duty-turns', { body: { ...own, accountId: planner } })).toMatchObject({
      status: 400,
    });
    const early = { ...own, accountId, endsAt: shanghai('2026-09-16 08:00') };
    expect(await head.refusal('POST /api/duty-turns', { body: early })).toMatchObject({
      detail: '结束时间须晚于开始时间',
    });
    const { id } = await head.call('POST /api/duty-turns', { body: { ...own, accountId } });
    const planning = await at.house.as('department-head', 'planning');
    expect(await planning.refusal('DELETE /api/duty-turns/:id', { params: { id } })).toMatchObject({ status: 404 });
    const ids = async (client: HouseClient) =>
      (await client.call('GET /api/duty-turns', { query: { limit: 200 } })).items.map((turn) => turn.id);
    expect([(await ids(planning)).includes(id), (await ids(head)).includes(id)]).toEqual([false, true]);
    await head.call('DELETE /api/duty-turns/:id', { params: { id } });
    expect(await ids(head)).not.toContain(id);
  });

  it('finds nobody in a department that there is not', async () => {
    const lead = await at.house.as('shift-lead');
    const { items } = await lead.call('GET /api/duty-people', { query: { departmentId: 'null' } });
    expect(items).toEqual([]);
  });

  it('keeps telephone numbers out of what is told for good', async () => {
    const { items } = await (await at.house.as('admin')).call('GET /api/admin-events', { query: { limit: 50 } });
    const turns = items.filter(({ subject }) => subject === 'duty-turn');
    expect(turns.map(({ action }) => action).sort()).toEqual(['create', 'create', 'end']);
    expect(JSON.stringify(turns)).not.toContain('62000001');
  });
});

describe('a critical ticket', () => {
  const reached = { text: '城管局张主任', at: shanghai('2026-09-16 10:00') };

  it('keeps who was reached by telephone, and when; no clock is met by it', async () => {
    at.house.at('2026-09-16 10:01');
    const ticket = await at.people.register({ urgency: 'critical' });
    const lead = await at.house.as('shift-lead');
    const params = { id: ticket.id };
    const told = await lead.call('POST /api/tickets/:id/reached-by-phone', { params, body: reached });
    await at.house.settle();
    expect(told.clocks.filter(({ state }) => state === 'met').map(({ kind }) => kind)).toEqual(['dispatch']);
    const { items } = await lead.call('GET /api/tickets/:id/history', { params });
    expect(items.at(-1)).toMatchObject({ name: 'reachByPhone', data: { text: '城管局张主任', reachedAt: reached.at } });
    expect(await at.house.faults()).toEqual([]);
  });

  it('alone has such a line, and none of what is still to come', async () => {
    const lead = await at.house.as('shift-lead');
    const refused = async (urgency: 'normal' | 'critical', more: Partial<typeof reached>) => {
      const { id } = await at.people.register({ urgency });
      const sent = { params: { id }, body: { ...reached, ...more } };
      return (await lead.refusal('POST /api/tickets/:id/reached-by-phone', sent)).detail;
    };
    expect(await refused('normal', {})).toBe('只有特急工单记录电话通知');
    expect(await refused('critical', { at: shanghai('2026-09-16 12:00') })).toBe('通知时间不能晚于现在');
  });
});
