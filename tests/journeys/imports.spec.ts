import { randomUUID } from 'node:crypto';
import { fileFormatNames } from '#http-api/file-format';
import type { HouseClient } from '#testing/house-client';
import { Claims } from '#intake/imports/claims';
import { hotline } from './support/hotline';
import { ended, fileOf, imported, upload, type Rows } from './support/imports';

const at = hotline();

const live = {
  诉求类型: '求助',
  标题: '路灯三天不亮',
  内容: '滨河路的路灯三天不亮，晚上看不见路。',
  事项分类: 'city.waste',
  区域: 'east-1',
  诉求人姓名: '司马相',
  联系电话: '13912340001',
};

const past = {
  原系统: '旧热线',
  原编号: 'OLD-1',
  诉求类型: '投诉',
  标题: '夜间施工噪声',
  内容: '工地夜间施工，噪声很大。',
  区域: 'east-1',
  登记时间: '2024/3/5 9:00',
  承办办结时间: '2024-03-06 10:30',
  办结时间: '2024年3月8日 17:00',
  主办单位: 'urban',
  诉求人姓名: '欧阳锋',
  联系电话: '13912340002',
  评价来源: '人工回访',
  是否解决: '已解决',
  满意度: '满意',
};

const many = (row: Readonly<Record<string, string>>, count: number, of: (index: number) => object): Rows =>
  Array.from({ length: count }, (_, index) => ({ ...row, ...of(index) }));

const found = async (client: HouseClient, q: string) =>
  (await client.call('POST /api/tickets/search', { body: { q, count: true, limit: 200 } })).items;

describe('a file of live tickets', () => {
  it.each(fileFormatNames)('becomes tickets like any other, from %s', async (format) => {
    const rows = many(live, 3, (index) => ({ 标题: `${format}路灯${index}不亮`, 原编号: `${format}-${index}` }));
    const outcome = await imported(at.house, await fileOf(rows, format), format);
    expect(outcome).toMatchObject({
      state: 'done',
      name: `a.${format}`,
      rowsRead: 3,
      accepted: 3,
      known: 0,
      refused: 0,
      warned: 0,
    });
    const tickets = await found(await at.house.as('agent'), `${format}路灯`);
    expect(tickets).toHaveLength(3);
    expect(tickets.map(({ channel }) => channel)).toEqual(['import', 'import', 'import']);
    expect(tickets.map(({ state }) => state)).toEqual(['dispatched', 'dispatched', 'dispatched']);
    const ticket = await at.people.look(tickets[0]?.id ?? '');
    expect(ticket.citizen).toMatchObject({ name: '司**', phone: '139****0001' });
    expect(ticket.clocks.length).toBeGreaterThan(2);
  });

  it('adds nothing when it comes again, in another format or in parallel, and only what is new at its end', async () => {
    const rows = many(live, 60, (index) => ({ 标题: `再来一次${index}` }));
    const file = await fileOf(rows, 'csv');
    const [one, other] = await Promise.all([imported(at.house, file, 'csv'), imported(at.house, file, 'csv')]);
    expect(one.accepted + other.accepted).toBe(60);
    expect(one.known + other.known).toBe(60);
    const longer = await fileOf([...rows, { ...live, 标题: '再来一次，新的' }], 'xlsx');
    expect(await imported(at.house, longer, 'xlsx')).toMatchObject({ accepted: 1, known: 60, refused: 0 });
  });

  it('is finished once when two processes are at the same imports', async () => {
    const beside = await at.house.beside();
    const elsewhere = { 标题: '两个进程', 登记时间: '2023/3/5 9:00', 承办办结时间: '', 办结时间: '2023/3/8' };
    const rows = many(past, 1_600, (index) => ({ ...elsewhere, 原编号: `两个进程${index}` }));
    const [one, other] = await Promise.all([
      imported(at.house, await fileOf(rows.slice(0, 1_200), 'csv'), 'csv', 'history'),
      imported(at.house, await fileOf(rows.slice(400), 'jsonl'), 'jsonl', 'history'),
    ]);
    await beside.close();
    expect([one.accepted + other.accepted, one.known + other.known]).toEqual([1_600, 800]);
  });
});

describe('rows that are refused', () => {
  it('are told with line, column and reason, and stop no other', async () => {
    const rows = [
      live,
      { ...live, 诉求类型: '许愿' },
      { ...live, 联系电话: '司马相的电话' },
      { ...live, 区域: '13912340001' },
      { ...live, 标题: '' },
      { ...live, 发生时间: '昨天' },
      { ...live, 标题: '最后一行' },
      { ...live, 联系电话: '无', 区域: '无此区域', 发生时间: '昨天' },
    ];
    const outcome = await imported(at.house, await fileOf(rows, 'csv'), 'csv');
    expect(outcome).toMatchObject({ accepted: 2, refused: 6 });
    expect(outcome.refusals).toEqual([
      { line: 3, column: '诉求类型', reason: '须为以下之一：咨询、求助、投诉、举报、建议、表扬、其他' },
      { line: 4, column: '联系电话', reason: '电话号码须为3到20位数字' },
      { line: 5, column: '区域', reason: '没有这个区域，请填编码或全称' },
      { line: 6, column: '标题', reason: '请填写' },
      { line: 7, column: '发生时间', reason: '须为时间，如 2026-10-08 09:00' },
      {
        line: 9,
        column: null,
        reason:
          '区域：没有这个区域，请填编码或全称；发生时间：须为时间，如 2026-10-08 09:00；联系电话：电话号码须为3到20位数字',
      },
    ]);
    const admin = await at.house.as('admin');
    const file = await admin.send(`/api/imports/${outcome.id}/refusals?format=csv`, { method: 'GET' });
    expect(String(file.body).split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF行,列,原因'.slice(1),
      '3,诉求类型,须为以下之一：咨询、求助、投诉、举报、建议、表扬、其他',
    ]);
  });

  it('are told apart from those that were imported with a number that has a digit too few or too many', async () => {
    const rows = [
      { ...live, 标题: '少一位', 联系电话: '1391234000' },
      { ...live, 标题: '座机', 联系电话: '0576-8123456' },
      { ...live, 标题: '没有号码', 联系电话: '' },
      { ...live, 标题: '多一位', 联系电话: '139123400012' },
      { ...live, 标题: '', 联系电话: '1391' },
    ];
    const file = await fileOf(rows, 'csv');
    const outcome = await imported(at.house, file, 'csv');
    expect(outcome).toMatchObject({ accepted: 4, refused: 1, warned: 2 });
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/imports/:id/warnings', { params: { id: outcome.id }, query: {} });
    const reason = '号码位数不对，请核对';
    expect(items).toEqual([
      { line: 2, column: '联系电话', reason },
      { line: 5, column: '联系电话', reason },
    ]);
    // What was looked at then is not told again.
    expect(await imported(at.house, file, 'csv')).toMatchObject({ accepted: 0, known: 4, refused: 1, warned: 0 });
  });

  it('are told by the line of the JSON they stand on, and by no word of it', async () => {
    const lines = [JSON.stringify(live), '{"标题":', '[1]', JSON.stringify({ ...live, 司马相: 1 })];
    const outcome = await imported(at.house, Buffer.from(lines.join('\n')), 'jsonl');
    expect(outcome.refusals.map(({ line, reason }) => [line, reason])).toEqual([
      [2, '不是有效的 JSON 对象'],
      [3, '不是有效的 JSON 对象'],
      [4, '有不认识的字段，请对照模板'],
    ]);
  });

  it('lose no digit of a number without saying so', async () => {
    const rows = [{ ...live, 标题: '长编号', 上级系统: 'city', 上级工单编号: Number('20261008000000142') }];
    const outcome = await imported(at.house, await fileOf(rows, 'xlsx'), 'xlsx');
    expect(outcome.refusals[0]).toMatchObject({ line: 2, column: '上级工单编号' });
    expect(outcome.refusals[0]?.reason).toContain('末尾几位已被 Excel 舍去');
  });
});

describe('a file that is not what it says', () => {
  const refused = async (file: Buffer, format: (typeof fileFormatNames)[number], kind?: 'tickets' | 'history') => {
    const { status, body } = await upload(at.house, file, format, kind);
    return [status, (body as { detail: string }).detail];
  };

  it('is refused at once with the reason, and nothing is kept of it', async () => {
    const workbook = await fileOf([live], 'xlsx');
    const text = await fileOf([live], 'csv');
    expect(await refused(text, 'xlsx')).toEqual([400, '内容不是 Excel 工作簿，请用 XLSX 格式保存后再上传']);
    expect(await refused(workbook, 'csv')).toEqual([400, '内容不是 CSV，像是 Excel 工作簿，请按 XLSX 上传']);
    expect(await refused(text, 'jsonl')).toEqual([400, '内容不是 JSONL，每行须是一个 JSON 对象']);
    expect(await refused(workbook.subarray(0, 2_000), 'xlsx')).toEqual([
      400,
      '打不开这个文件，请用 XLSX 格式保存后再上传',
    ]);
    expect(await refused(Buffer.from([...Buffer.from('标题\n'), 0xff, 0xfe, 0xff]), 'csv')).toEqual([
      400,
      '文字编码无法识别，请另存为 UTF-8 编码后再上传',
    ]);
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(40)]);
    for (const format of fileFormatNames)
      expect(await refused(png, format)).toEqual([400, '这是 PNG 图片，不是表格，请上传 XLSX、CSV 或 JSONL 文件']);
    expect(await refused(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'csv')).toEqual([
      400,
      '这是 PDF 文件，不是表格，请上传 XLSX、CSV 或 JSONL 文件',
    ]);
    expect(await refused(Buffer.alloc(600), 'csv')).toEqual([
      400,
      '这是图片、程序一类的文件，不是表格，请上传 XLSX、CSV 或 JSONL 文件',
    ]);
    expect(await refused(Buffer.alloc(0), 'csv')).toEqual([400, '文件是空的']);
    expect(await refused(Buffer.from('司马相,13912340001\n张三,1\n'), 'csv')).toEqual([
      400,
      '首行须是表头，第1、2列的表头不认识，请对照模板',
    ]);
    expect(await refused(Buffer.from('内容\n无\n'), 'csv')).toEqual([400, '首行须是表头，缺少“诉求类型、标题”']);
    const left = await at.house.database.sql.query(`SELECT 1 FROM intake.import WHERE state = 'uploading'`, []);
    expect(left).toEqual([]);
  });

  it('is read in the encoding that Excel in China saves CSV as', async () => {
    // 诉求类型,标题 / 求助,国标编码 in GBK.
    const gbk = Buffer.from('cbdfc7f3c0e0d0cd2cb1eacce20d0ac7f3d6fa2cb9fab1eab1e0c2eb0d0a', 'hex');
    expect(await imported(at.house, gbk, 'csv')).toMatchObject({ accepted: 1, refused: 0 });
    expect(await found(await at.house.as('agent'), '国标编码')).toHaveLength(1);
  });

  it('is taken from administrators only', async () => {
    const agent = await at.house.as('agent');
    const answer = await agent.try('POST /api/imports', { body: new Blob(['标题\n']) });
    expect(answer.status).toBe(403);
  });
});

describe('a file of history', () => {
  it('becomes tickets that are over: found, seen by their department, with no clock, no callback and no figure', async () => {
    const outcome = await imported(at.house, await fileOf([past], 'xlsx'), 'xlsx', 'history');
    expect(outcome).toMatchObject({ kind: 'history', state: 'done', accepted: 1, refusals: [] });
    const [summary] = await found(await at.house.as('handler', 'urban'), '夜间施工噪声');
    expect(summary).toMatchObject({
      state: 'closed',
      registeredAt: '2024-03-05T01:00:00.000Z',
      handledAt: '2024-03-06T02:30:00.000Z',
      closedAt: '2024-03-08T09:00:00.000Z',
      lead: { name: '城市管理局' },
    });
    const ticket = await at.people.look(summary?.id ?? '');
    expect(ticket.clocks).toEqual([]);
    expect(ticket.rating).toMatchObject({
      source: 'callback-human',
      solved: 'yes',
      satisfaction: { result: 'satisfied' },
    });
    const history = await (
      await at.house.as('agent')
    ).call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(history.items.map(({ name, to }) => [name, to])).toEqual([['importHistory', 'closed']]);
    expect(history.items[0]?.data).toMatchObject({ externalSystem: '旧热线', externalNumber: 'OLD-1' });
    const byNumber = { query: { number: '旧热线/OLD-1' } };
    const { items } = await (await at.house.as('agent')).call('GET /api/tickets', byNumber);
    expect(items.map(({ id }) => id)).toEqual([ticket.id]);
    const callbacks = await (await at.house.as('callback')).call('GET /api/callbacks', {});
    expect(callbacks.items.map(({ id }) => id)).not.toContain(ticket.id);
    const received = async (imported?: 'true') => {
      const query = { from: '2024-03-01', to: '2024-03-31', imported };
      const report = await (
        await at.house.as('manager')
      ).call('GET /api/reports/:name', { params: { name: 'overview' }, query });
      return report.totals['received'];
    };
    expect([await received(), await received('true')]).toEqual([0, 1]);
  });

  it('adds nothing the second time, and needs a number of its own and times in their order', async () => {
    const rows = [
      past,
      { ...past, 原编号: '' },
      { ...past, 原编号: 'OLD-2', 办结时间: '2024-03-01 9:00' },
      { ...past, 原编号: 'OLD-3', 登记时间: 'gestern' },
      { ...past, 原编号: 'OLD-4', 状态: '已撤单', 评价来源: '', 是否解决: '', 满意度: '' },
    ];
    const outcome = await imported(at.house, await fileOf(rows, 'jsonl'), 'jsonl', 'history');
    expect(outcome).toMatchObject({ accepted: 1, known: 1, refused: 3 });
    expect(outcome.refusals.map(({ line, reason }) => [line, reason])).toEqual([
      [2, '请填写'],
      [3, '办结时间早于登记时间'],
      [4, '须为时间，如 2026-10-08 09:00'],
    ]);
  });

  it('may be taken up again by a supervisor, and then runs against time like any other', async () => {
    await imported(
      at.house,
      await fileOf([{ ...past, 原编号: 'OLD-9', 标题: '重启的旧工单' }], 'csv'),
      'csv',
      'history',
    );
    const [{ id } = { id: '' }] = await found(await at.house.as('agent'), '重启的旧工单');
    const reopened = await at.people.change('supervisor', 'reopen', { id }, { reason: '虚假办结' });
    expect(reopened.state).toBe('dispatched');
    expect(reopened.clocks.map(({ kind }) => kind)).toContain('sign');
  });
});

describe('an import under way', () => {
  it('is listed, is in the administrators’ log, and stops when it is cancelled', async () => {
    const admin = await at.house.as('admin');
    const rows = many(live, 5_000, (index) => ({ 标题: `取消${index}` }));
    const { body } = await upload(at.house, await fileOf(rows, 'csv'), 'csv');
    const { id } = body as { id: string };
    const cancelled = await admin.call('POST /api/imports/:id/cancel', { params: { id }, body: {} });
    expect(cancelled.state).toBe('cancelled');
    expect((await ended(at.house, id)).accepted).toBeLessThan(5_000);
    const { items } = await admin.call('GET /api/imports', { query: { limit: 1 } });
    expect(items[0]).toMatchObject({ id, state: 'cancelled', kind: 'tickets', format: 'csv' });
    const { items: events } = await admin.call('GET /api/admin-events', { query: { subject: 'import', limit: 2 } });
    expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['cancel', id],
      ['upload', id],
    ]);
    const again = await admin.refusal('POST /api/imports/:id/cancel', { params: { id }, body: {} });
    expect(again).toMatchObject({ status: 409 });
  });

  it('keeps nothing that somebody could read, and nothing at all when it is over', async () => {
    const { sql } = at.house.database;
    const texts = await sql.query<{ told: string }>(
      `SELECT i::text || coalesce((SELECT string_agg(r::text, ' ') FROM intake.import_refusal r WHERE r.import_id = i.id), '') AS told
       FROM intake.import i`,
      [],
    );
    expect(texts.map(({ told }) => told).join()).not.toMatch(/司马相|欧阳锋|1391234/);
    expect(await sql.query(`SELECT 1 FROM intake.import_piece`, [])).toEqual([]);
  });

  it('offers a template whose headings it understands', async () => {
    const admin = await at.house.as('admin');
    for (const kind of ['tickets', 'history'] as const) {
      const { body } = await admin.send(`/api/imports/template?kind=${kind}&format=csv`, { method: 'GET' });
      const { body: answer } = await upload(at.house, Buffer.from(String(body)), 'csv', kind);
      expect((answer as { detail: string }).detail).toBe('文件里没有数据');
    }
  });
});

describe('an import that no thread has room for', () => {
  it('is over with the reason, keeps what was added, and stands in nobody’s way', async () => {
    const row = { ...live, 标题: '放不下的文件', 原编号: '放不下' };
    const { id } = await imported(at.house, await fileOf([row], 'csv'), 'csv');
    const claims = new Claims(at.house.database, randomUUID());
    await at.house.database.sql.query(
      `UPDATE intake.import SET state = 'running', ended_at = NULL, claim = $2, beaten_at = clock_timestamp() WHERE id = $1`,
      [id, claims.claim],
    );
    const fault = '文件超出导入可用的内存';
    expect(await claims.giveUpCurrent(at.house.clock.now(), fault)).toBe(true);
    expect(await ended(at.house, id)).toMatchObject({ state: 'failed', fault, accepted: 1 });
    expect([await claims.anyWaits(), await claims.giveUpCurrent(at.house.clock.now(), fault)]).toEqual([false, false]);
  });
});
