import ExcelJS from 'exceljs';
import { csv } from '#http-api/csv';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { Registration } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-01-15T10:00:00+08:00' });

type Rule = NonNullable<RouteRequest<'POST /api/dispatch-rules'>['body']>;
type Outcome = RouteAnswer<'POST /api/dispatch-rules/import'>;

const headings = [
  '事项分类',
  '区域',
  '关键词',
  '适用诉求类型',
  '优先序',
  '主办单位',
  '协办单位',
  '依据',
  '启用日期',
  '停用日期',
];

async function sent(file: Blob, type: string, preview = false): Promise<{ status: number; body: Outcome }> {
  const client = await at.house.as('admin');
  const answer = await client.send(`/api/dispatch-rules/import?preview=${preview}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: file,
  });
  return { status: answer.status, body: answer.body as Outcome };
}
const sentCsv = (text: string, preview = false) => sent(new Blob([text]), 'text/csv', preview);
const table = (...rows: string[][]) => csv([headings, ...rows]);

const exported = async (query = '') => {
  const answer = await (await at.house.as('admin')).send(`/api/dispatch-rules?format=csv${query}`, { method: 'GET' });
  return String(answer.body);
};
const events = async () => {
  const { items } = await (
    await at.house.as('quality')
  ).call('GET /api/admin-events', { query: { subject: 'dispatch-rule', limit: 200 } });
  return items.length;
};
const leadFor = async (given: Partial<Registration>): Promise<string> => {
  const { lead } = await at.people.register(given);
  return at.house.department(lead?.id ?? '').code;
};

describe('the dispatch catalogue as a file', () => {
  it('is taken in again as it was exported, and changes nothing', async () => {
    const admin = await at.house.as('admin');
    const leadId = at.house.department('water-bureau').id;
    const body: Rule = {
      categoryCode: 'city.drains',
      keywords: ['井盖', '窨井'],
      types: ['help', 'complaint'],
      channels: ['phone', 'web'],
      coHandlerIds: [at.house.department('urban').id, at.house.department('housing').id],
      basis: '《城镇排水与污水处理条例》，第四十一条',
      urgency: 'urgent',
      limitClass: 'complaint',
      leadId,
    };
    await admin.call('POST /api/dispatch-rules', { body });
    await admin.call('POST /api/dispatch-rules', { body: { ...body, precedence: 7 } });
    await admin.call('POST /api/dispatch-rules', {
      body: { ...body, leadId: at.house.department('police').id, validFrom: '2026-06-01' },
    });
    const [file, before] = [await exported(), await events()];
    const { body: outcome } = await sentCsv(file);
    expect(outcome).toMatchObject({ created: 0, edited: 0, ended: 0, refused: [], elsewhere: null });
    expect(outcome.unchanged).toBe(file.trimEnd().split('\r\n').length - 2);
    expect(await events()).toBe(before);
  });

  it('takes what is allowed from a workbook, and refuses every other row by its line and the reason', async () => {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet('派单目录');
    page.addRow(headings);
    page.addRow([
      '出租车与网约车',
      '',
      'ETC，高速',
      '求助、投诉',
      5,
      '交通局',
      '公安局',
      '《道路运输条例》',
      new Date('2026-03-01'),
      '',
    ]);
    page.addRow(['traffic.taxi', 'west', '', '', '', 'town-west', '', '', '2026/2/1', '2026年12月31日']);
    page.addRow(['没有的分类', '', '', '抱怨', '', '无此单位', '', '', '明天', '']);
    page.addRow(['', '', '', '', '', '', '', '', '', '']);
    page.addRow(['出租车与网约车', '', '', '', '', '西城街道办事处', '', '', '', '']);
    page.addRow(['出租车与网约车', '', '高速', '求助', 5, '交通局', '', '', '2026-04-01', '']);
    page.addRow(['出租车与网约车', '', '', '', 500, '交通局', '', '', '', '']);
    const file = new Blob([new Uint8Array(Buffer.from(await book.xlsx.writeBuffer()))]);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { status, body } = await sent(file, type);
    expect([status, body.created, body.unchanged]).toEqual([200, 2, 0]);
    expect(body.refused.map(({ line }) => line)).toEqual([4, 6, 7, 8]);
    expect(body.refused[0]?.reason).toBe(
      '事项分类：没有“没有的分类”，或已停用；适用诉求类型：没有“抱怨”，须为咨询、求助、投诉、举报、建议、表扬、其他；' +
        '主办单位：没有“无此单位”，或已停用；启用日期：须为日期，如 2026-10-08',
    );
    expect(body.refused[1]?.reason).toContain('属部门事项，不能默认派给乡镇街道“西城街道办事处”');
    expect(body.refused[2]?.reason).toContain('（文件第7行，主办交通局）和“出租车与网约车 × 关键词‘ETC、高速’ × ');
    expect(body.refused[2]?.reason).toContain('（文件第2行，主办交通局）');
    expect(body.refused[3]?.reason).toMatch(/^优先序：/);
    const { items } = await (
      await at.house.as('dispatcher')
    ).call('GET /api/dispatch-rules', { query: { categoryCode: 'traffic.taxi' } });
    expect(items.map(({ state, precedence, validFrom, validTo }) => [state, precedence, validFrom, validTo])).toEqual([
      ['planned', 5, '2026-03-01', null],
      ['planned', 50, '2026-02-01', '2026-12-31'],
    ]);
    expect((await sent(file, type)).body).toMatchObject({ created: 0, edited: 0, ended: 0, unchanged: 2 });
  });

  it('that is no such table is refused whole, whatever it is', async () => {
    expect((await sentCsv('姓名,用户名\r\n甲,a\r\n')).body).toMatchObject({
      detail: '第一行须有“主办单位”，缺少“主办单位”',
    });
    expect((await sent(new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])]), 'text/csv')).status).toBe(400);
    expect((await sent(new Blob([new Uint8Array([0xff, 0xfe, 0xfd, 0x80])]), 'text/csv')).status).toBe(400);
    expect((await sentCsv('')).status).toBe(400);
    expect((await sent(new Blob(['x']), 'application/pdf')).status).toBe(415);
  });
});

describe('a preview', () => {
  it('tells which of last month’s tickets would have gone elsewhere, and to whom, and writes nothing', async () => {
    at.house.at('2026-01-20 10:00');
    for (const title of ['夜市噪声', '广场舞噪声', '装修']) await leadFor({ categoryCode: 'city.noise', title });
    await leadFor({ categoryCode: 'city.stalls', title: '夜市占道' });
    await at.people.register({ categoryCode: 'city.noise', title: '夜市', hold: true });
    at.house.at('2026-02-01 10:00');
    await leadFor({ categoryCode: 'city.noise', title: '夜市噪声' });
    const admin = await at.house.as('admin');
    const [urban, police] = [at.house.department('urban').id, at.house.department('police').id];
    const body: Rule = {
      categoryCode: 'city.noise',
      keywords: ['夜市', '广场舞'],
      leadId: urban,
      validFrom: '2026-03-01',
    };
    const before = await events();
    const drafted = await admin.call('POST /api/dispatch-rules', { query: { preview: 'true' }, body });
    expect(drafted).toMatchObject({ version: 1, state: 'planned' });
    expect(drafted.elsewhere).toMatchObject({ month: '2026-01', tickets: 2, otherwise: 0, lookedAt: 3, exact: true });
    expect(drafted.elsewhere?.items).toMatchObject([
      {
        from: { name: '生态环境局' },
        to: { name: '城市管理局' },
        category: { name: '施工与生活噪声' },
        tickets: 2,
        examples: [{ number: expect.any(String) as string }, {}],
      },
    ]);
    const helped: Rule = { categoryCode: 'city', coHandlerIds: [police], leadId: urban };
    const { elsewhere } = await admin.call('POST /api/dispatch-rules', { query: { preview: 'true' }, body: helped });
    expect(elsewhere).toMatchObject({ tickets: 0, otherwise: 1, items: [] });
    expect(await events()).toBe(before);
    const { items } = await admin.call('GET /api/dispatch-rules', { query: { categoryCode: 'city.noise' } });
    expect(items).toHaveLength(1);
  });

  it('tells the same of a row that would end, and of a whole file with what is refused of it', async () => {
    at.house.at('2026-02-01 10:00');
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/dispatch-rules', { query: { categoryCode: 'city.noise' } });
    const sent = { params: { id: items[0]?.id ?? '' }, query: { preview: 'true' as const } };
    const ended = await admin.call('PATCH /api/dispatch-rules/:id', { ...sent, body: { validTo: '2026-02-10' } });
    expect(ended).toMatchObject({ validTo: '2026-02-10', elsewhere: { tickets: 3 } });
    const file = table(
      ['施工与生活噪声', '', '夜市', '', '', '公安局', '', '', '', ''],
      ['施工与生活噪声', '', '噪声', '', '', '城市管理局', '', '', '', ''],
      ['施工与生活噪声', '', '广场舞', '', '10', '城市管理局', '', '', '', ''],
    );
    const { body } = await sentCsv(file, true);
    expect(body).toMatchObject({ created: 2, refused: [{ line: 3 }], elsewhere: { tickets: 2, lookedAt: 3 } });
    expect(body.elsewhere?.items.map(({ to, tickets }) => [to?.name, tickets]).sort()).toEqual([
      ['公安局', 1],
      ['城市管理局', 1],
    ]);
    const { items: still } = await admin.call('GET /api/dispatch-rules', { query: { categoryCode: 'city.noise' } });
    expect(still).toMatchObject([{ validTo: null }]);
  });

  it('refuses what the catalogue would refuse', async () => {
    const admin = await at.house.as('admin');
    const body = { categoryCode: 'city.noise', leadId: at.house.department('town-east').id };
    const refused = await admin.refusal('POST /api/dispatch-rules', { query: { preview: 'true' }, body });
    expect(refused.status).toBe(400);
  });
});
