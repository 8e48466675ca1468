import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import ExcelJS from 'exceljs';
import { isList, type ListRoute } from '#http-api/list-route';
import { methodOf, pathOf, routeNames, routeRow } from '#http-api/routes';
import type { Role } from '#ticket/role';
import type { HouseClient } from '#testing/house-client';
import { until } from '#testing/until';
import { hotline } from './support/hotline';

const at = hotline({ settings: { exportsPerHour: 40, exportMaxRows: 230 } });

interface Page {
  items: unknown[];
  nextCursor: string | null;
}

const addressOf = (route: ListRoute, id: string): string =>
  pathOf(route).replace(':id', id).replace(':name', 'overview');
const said = (route: ListRoute, body: object = {}) => ({
  method: methodOf(route),
  ...(methodOf(route) === 'POST' && {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  }),
});
const period = 'from=2026-09-01&to=2026-09-30&column=received';
const queryOf = (route: ListRoute): string => (route === 'GET /api/reports/:name/tickets' ? period : '');

/** Everything that a list answers, page after page. */
async function walked(client: HouseClient, route: ListRoute, id: string): Promise<unknown[]> {
  const [items, isPaged]: [unknown[], boolean] = [[], 'query' in routeRow(route)];
  for (let cursor: string | null = ''; cursor !== null;) {
    const paging =
      isPaged && methodOf(route) === 'GET' ? `limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}` : '';
    const body = { limit: 7, ...(cursor && { cursor }) };
    const answer = await client.send(`${addressOf(route, id)}?${queryOf(route)}&${paging}`, said(route, body));
    if (answer.status !== 200) return [answer.status];
    const page = answer.body as Page;
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

async function takenOut(client: HouseClient, route: ListRoute, id: string): Promise<unknown[]> {
  const answer = await client.send(`${addressOf(route, id)}?${queryOf(route)}&format=jsonl`, said(route));
  if (answer.status !== 200) return [answer.status];
  const lines = String(answer.body)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { watermark?: string });
  expect(lines.pop()?.watermark).toMatch(/^导出人：.+，导出时间：2026-09-14 09:30:\d\d，共\d+条$/);
  return lines;
}

const person = (role: Role) => at.house.as(role, role === 'handler' ? 'urban' : undefined);

/** Of these the last entry tells of the taking out itself. */
const tellOfThemselves: readonly ListRoute[] = ['GET /api/looks', 'GET /api/look-alerts', 'GET /api/admin-events'];

describe('any list, taken out whole', () => {
  beforeAll(async () => {
    for (let index = 0; index < 9; index += 1) await at.people.bring('dispatched', { title: `导出的路灯${index}` });
    await at.people.bring('closed', { categoryCode: 'school.fees', title: '学校收费' });
    await at.people.giveBack(await at.people.bring('handling'));
  });

  it.each(['dispatcher', 'handler', 'supervisor', 'admin', 'callback', 'manager'] as const)(
    'holds for %s exactly what the list holds, and is refused where the list is',
    async (role) => {
      const client = await person(role);
      const [first] = await walked(await at.house.as('agent'), 'GET /api/tickets', '');
      const { id } = first as { id: string };
      for (const route of routeNames.filter(isList)) {
        if (tellOfThemselves.includes(route)) continue;
        const whole = await walked(client, route, id);
        expect([route, await takenOut(client, route, id)]).toEqual([route, whole]);
      }
    },
  );

  it('is a table in Chinese, as CSV and as a workbook, with what nobody may compute', async () => {
    await at.people.register({ title: '=HYPERLINK("http://x")', hold: true });
    const client = await at.house.as('agent');
    const csv = await client.send('/api/tickets?format=csv', { method: 'GET' });
    expect(csv.type).toBe('text/csv');
    expect(decodeURIComponent(csv.headers.get('content-disposition') ?? '')).toContain('工单 20260914 0930.csv');
    const lines = String(csv.body).trimEnd().split('\r\n');
    expect(lines[0]).toMatch(
      /^系统编号,工单号,状态,诉求类型,紧急程度,来源,标题,事项分类,区域,轮次,主办单位,当前责任人/,
    );
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(lines[1]).toMatch(/待派单,求助,一般,电话/);
    expect(lines.at(-1)).toMatch(/^导出人：.*共\d+条/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await fetchFile(client, '/api/tickets?format=xlsx')) as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0];
    expect(sheet?.rowCount).toBe(lines.length);
    expect(sheet?.getRow(1).getCell(2).text).toBe('工单号');
    expect(sheet?.getRow(2).getCell(7).text).toBe(`'=HYPERLINK("http://x")`);
    expect(sheet?.getRow(2).getCell(2).type).toBe(ExcelJS.ValueType.String);
  });

  it('says so when there is more than may be taken at once', async () => {
    const client = await at.house.as('admin');
    for (let index = 0; index < 240; index += 1)
      await client.call('POST /api/areas', { body: { code: `many-${index}`, name: `社区${index}` } });
    const { body } = await client.send('/api/areas?format=csv', { method: 'GET' });
    const lines = String(body).trimEnd().split('\r\n');
    expect(lines).toHaveLength(232);
    expect(lines.at(-1)).toContain('共230条；已达单次导出上限，仅导出前230条，请缩小范围后分次导出');
    expect(await trailersOf(client, '/api/areas?format=csv')).toEqual({
      'x-export-max-rows': '230',
      'x-export-cut': 'true',
    });
    expect(await trailersOf(client, '/api/departments?format=xlsx')).toMatchObject({ 'x-export-cut': 'false' });
  });

  it('is asked for in no other format', async () => {
    const client = await at.house.as('agent');
    const answer = await client.send('/api/tickets?format=docx', { method: 'GET' });
    expect(answer.status).toBe(400);
    expect((answer.body as { errors: unknown[] }).errors).toMatchObject([{ path: 'format' }]);
    expect((await client.send('/api/session?format=csv', { method: 'GET' })).status).toBe(400);
  });
});

describe('who takes tickets out', () => {
  it('is seen ticket by ticket, raises an alert, and stands in the log without what was searched for', async () => {
    const reviewer = await at.house.as('quality');
    const taker = await at.house.as('shift-lead');
    const { id: who } = (await taker.call('GET /api/session')).user;
    const taken = () =>
      taker.send('/api/tickets/search?format=csv', said('POST /api/tickets/search', { phone: '13812345678' }));
    const count =
      String((await taken()).body)
        .trimEnd()
        .split('\r\n').length - 2;
    const { items } = await reviewer.call('GET /api/looks', { query: { accountId: who, limit: 200 } });
    expect(items).toHaveLength(count);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['export']));
    for (let times = 0; times < 5; times += 1) await taken();
    const { items: alerts } = await reviewer.call('GET /api/look-alerts', {});
    expect(alerts.find((alert) => alert.who.id === who)).toMatchObject({ kind: 'export' });
    const { items: events } = await reviewer.call('GET /api/admin-events', { query: { subject: 'export', limit: 1 } });
    expect(events[0]).toMatchObject({
      action: 'takeOut',
      after: { list: 'POST /api/tickets/search', format: 'csv', rows: count, isCut: false },
    });
    expect(JSON.stringify(events)).not.toContain('13812345678');
  });

  it.each(['csv', 'jsonl'])('may go away in the middle of %s, and it is told all the same', async (format) => {
    const admin = await at.house.as('admin');
    const controller = new AbortController();
    const response = await fetch(`${at.house.url}/api/areas?format=${format}`, {
      headers: { authorization: `Bearer ${admin.token}` },
      signal: controller.signal,
    });
    await response.body?.getReader().read();
    controller.abort();
    await until(async () => {
      const { items } = await admin.call('GET /api/admin-events', { query: { subject: 'export', limit: 1 } });
      const { list, format: taken } = items[0]?.after as { list: string; format: string };
      return list === 'GET /api/areas' && taken === format ? '' : 'nobody has told it yet';
    });
  });
});

/** What follows the file: whether it was cut, for whoever reads it with a program. */
const trailersOf = async (client: HouseClient, address: string): Promise<NodeJS.Dict<string>> => {
  const [answer] = (await once(
    get(`${at.house.url}${address}`, { headers: { authorization: `Bearer ${client.token}` } }),
    'response',
  )) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return { ...answer.trailers, 'x-export-max-rows': String(answer.headers['x-export-max-rows']) };
};

async function fetchFile(client: HouseClient, address: string): Promise<Uint8Array> {
  const answer = await fetch(`${at.house.url}${address}`, { headers: { authorization: `Bearer ${client.token}` } });
  return new Uint8Array(await answer.arrayBuffer());
}
