import ExcelJS from 'exceljs';
import type { ListItem } from '#http-api/list-route';
import type { RouteRequest } from '#http-api/routes';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

// Help is due in five working days; the 20th, a Sunday, is worked to make up for the holiday in October.
const at = hotline();

type Row = ListItem<'GET /api/handling-ledger'>;
type Query = NonNullable<RouteRequest<'GET /api/handling-ledger'>['query']>;
type Reader = Parameters<typeof at.house.as>;

const ledger = async (query: Query, ...reader: Reader): Promise<Row[]> =>
  (await (await at.house.as(...reader)).call('GET /api/handling-ledger', { query: { limit: 200, ...query } })).items;

const september = { month: '2026-09' };

async function givenMoreTime(ticket: TicketView): Promise<TicketView> {
  const handler = await at.people.handlerOf(leadOf(ticket));
  const body = { until: '2026-09-24T18:00:00+08:00', reason: '待料', basis: '采购合同' };
  const asked = { params: { id: leadOf(ticket).id }, body };
  const { id } = await handler.call('POST /api/assignments/:id/request-extension', asked);
  await (await at.house.as('supervisor')).call('POST /api/extensions/:id/approve', { params: { id }, body: {} });
  return at.people.now(ticket.id);
}

/** The police lead; they hand it on to a unit below. */
async function handedOn(): Promise<TicketView> {
  const ticket = await at.people.register({ hold: true, title: '路口停车混乱' });
  const leadId = at.house.department('police').id;
  const led = await at.people.sign(await at.people.change('dispatcher', 'dispatch', ticket, { leadId }));
  const body = { departmentId: at.house.department('traffic-police').id };
  const handler = await at.people.handlerOf(leadOf(led));
  await handler.call('POST /api/assignments/:id/sub-dispatch', { params: { id: leadOf(led).id }, body });
  return at.people.now(ticket.id);
}

beforeAll(async () => {
  // On Monday the 14th at half past nine.
  const good = await at.people.bring('handling', { title: '请回电13812345678，井盖缺失' });
  const late = await at.people.bring('handling', { title: '路灯不亮' });
  at.house.at('2026-09-15 10:00');
  await at.people.contact(good);
  await at.people.reply(good);
  await at.people.change('reviewer', 'approve', good, {});
  await at.people.rate(await at.people.look(good.id));
  const kept = await at.people.bring('handling', { title: '垃圾未清运' });
  await at.people.decide(await at.people.giveBack(kept), 'reject');
  await givenMoreTime(await at.people.look(kept.id));
  await handedOn();
  at.house.at('2026-09-21 11:00');
  await at.people.reply(await at.people.now(late.id), { resolution: 'explained' });
  await at.people.change('reviewer', 'approve', late, {});
  at.house.at('2026-09-30 23:59');
  await at.people.register({ title: '九月最后一件' });
  at.house.at('2026-10-01 00:00');
  await at.people.register({ title: '十月第一件' });
  await at.house.settle();
  await at.house.mark();
});

describe('a department’s ledger of a month', () => {
  it('tells of each part when it was given, signed, contacted and answered, and whether that was in time', async () => {
    const rows = await ledger(september, 'handler', 'urban');
    expect(rows.map(({ title }) => title)).toEqual([
      '请回电138****5678，井盖缺失',
      '路灯不亮',
      '垃圾未清运',
      '九月最后一件',
    ]);
    expect(rows[0]).toMatchObject({
      category: { code: 'city.waste' },
      area: { code: 'east-1' },
      department: { name: '城市管理局' },
      ...{ handles: 'lead', round: 1, state: 'answered', extensions: 0, returns: 0 },
      dispatchedAt: '2026-09-14T01:30:00.000Z',
      dueAt: '2026-09-20T10:00:00.000Z',
      signedAt: '2026-09-14T01:30:00.000Z',
      contactedAt: '2026-09-15T02:00:00.000Z',
      answeredAt: '2026-09-15T02:00:00.000Z',
      ...{ resolution: 'solved', satisfaction: 'satisfied', timeliness: 'in-time' },
    });
    expect(rows[1]).toMatchObject({
      dueAt: '2026-09-20T10:00:00.000Z',
      answeredAt: '2026-09-21T03:00:00.000Z',
      ...{ resolution: 'explained', satisfaction: null, timeliness: 'late', contactedAt: null },
    });
    // It was due on the 24th, and is not answered on the 1st.
    expect(rows[2]).toMatchObject({
      dueAt: '2026-09-24T10:00:00.000Z',
      ...{ extensions: 1, returns: 1, resolution: null, timeliness: 'late' },
    });
    expect(rows[3]).toMatchObject({ state: 'waiting', signedAt: null, timeliness: 'not-due' });
  });

  it('begins and ends with the month in Shanghai, and is this month’s where none is asked for', async () => {
    const titles = async (query: Query) => (await ledger(query, 'handler', 'urban')).map(({ title }) => title);
    expect(await titles({ month: '2026-10' })).toEqual(['十月第一件']);
    expect(await titles({})).toEqual(['十月第一件']);
    expect(await titles({ month: '2026-08' })).toEqual([]);
  });

  it('holds what lies with the units below, and nothing of other departments', async () => {
    const told = (rows: Row[]) => rows.map(({ department, handles }) => `${department.name} ${handles}`);
    const police = await ledger(september, 'handler', 'police');
    expect(told(police)).toEqual(['公安局 lead', '公安局交通巡逻警察支队 unit']);
    expect(told(await ledger(september, 'handler', 'traffic-police'))).toEqual(['公安局交通巡逻警察支队 unit']);
    const departmentId = at.house.department('police').id;
    expect(await ledger({ ...september, departmentId }, 'dispatcher')).toEqual(police);
    expect(await ledger({ ...september, departmentId }, 'handler', 'urban')).toEqual([]);
    expect(await ledger({ ...september, departmentId: 'no-such-department' }, 'dispatcher')).toEqual([]);
    expect(await ledger(september, 'dispatcher')).toHaveLength(6);
  });

  it('is gone through page by page without missing one', async () => {
    const handler = await at.house.as('dispatcher');
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await handler.call('GET /api/handling-ledger', { query: { ...september, limit: 1, cursor } });
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual((await ledger(september, 'dispatcher')).map(({ id }) => id));
  });

  it('is taken out as a workbook, in a clerk’s words', async () => {
    const { url, token } = await at.house.as('handler', 'urban');
    const address = `${url}/api/handling-ledger?month=2026-09&format=xlsx`;
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    const [headings = [], first = []] = (book.worksheets[0]?.getSheetValues() ?? []).slice(1) as string[][];
    const told = Object.fromEntries(headings.slice(1).map((heading, index) => [heading, first[index + 1]]));
    expect(told).toMatchObject({
      标题: '请回电138****5678，井盖缺失',
      承办单位: '城市管理局',
      承办方式: '主办',
      派单时间: '2026-09-14 09:30:00',
      到期时间: '2026-09-20 18:00:00',
      办理结果: '实际解决',
      满意度: '满意',
      是否按期: '按期',
    });
  });

  it('asks for a month as one is written', async () => {
    const handler = await at.house.as('handler', 'urban');
    const { errors } = await handler.refusal('GET /api/handling-ledger', { query: { month: '2026-13' } });
    expect(errors).toMatchObject([{ path: 'month', message: expect.stringContaining('年月') as string }]);
  });
});
