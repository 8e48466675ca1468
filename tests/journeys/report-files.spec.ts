import ExcelJS from 'exceljs';
import type { RouteAnswer } from '#http-api/routes';
import { reportFormatNames, reportFormats } from '#http-api/report-format';
import { pagesOfPdf, textOfDocx } from '#testing/document-text';
import { basicallySatisfied, dissatisfied, satisfied } from '#testing/people';
import { workedOut } from '#testing/worked-out';
import { hotline } from './support/hotline';

const at = hotline();
const names = ['overview', 'co-handling', 'returns', 'visits'] as const;
const period = { from: '2026-09-14', to: '2026-09-14' };
type Report = RouteAnswer<'GET /api/reports/:name'>;

beforeAll(async () => {
  for (const rating of [satisfied, basicallySatisfied, dissatisfied])
    await at.people.rate(await at.people.bring('callback'), rating);
  await at.people.decide(await at.people.giveBack(await at.people.register()), 'reject');
  await at.people.bring('handling', { categoryCode: 'utility.water', areaCode: 'river-1', channel: 'web' });
  const agent = await at.house.as('agent');
  const visit = { household: '三号楼2单元501', mode: 'door', at: '2026-09-14T09:00:00+08:00' } as const;
  await agent.call('POST /api/visits', { body: { ...visit, team: '=HYPERLINK("走访组")' } });
  await at.house.settle();
});

async function fileOf(name: string, format: string, more = ''): Promise<{ bytes: Buffer; response: Response }> {
  const { url, token } = await at.house.as('manager');
  const address = `${url}/api/reports/${name}?from=${period.from}&to=${period.to}&format=${format}${more}`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

const jsonOf = async (name: string): Promise<Report> =>
  (await at.house.as('manager')).call('GET /api/reports/:name', { params: { name }, query: period });

async function sheetOf(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe.each(names)('the report %s as a file', (name) => {
  it.each(reportFormatNames)('as %s has a Chinese name, its type, and stays in no cache', async (format) => {
    const { response } = await fileOf(name, format);
    const { label } = await jsonOf(name);
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(decodeURIComponent(disposition)).toContain(`UTF-8''${label} 2026-09-14至2026-09-14.${format}`);
    expect(response.headers.get('content-type')).toContain(reportFormats[format].type);
    expect(response.headers.get('cache-control')).toContain('no-store');
  });

  it('works in a workbook out to the rates that the report answers, row by row and in total', async () => {
    const report = await jsonOf(name);
    const sheet = await sheetOf((await fileOf(name, 'xlsx')).bytes);
    const labels = (sheet.getRow(3).values as string[]).slice(1);
    const lines = [...report.rows.map(({ cells }) => cells), report.totals];
    expect(sheet.rowCount).toBe(3 + lines.length + 1);
    for (const { key, label, kind } of report.columns) {
      if (kind !== 'rate') continue;
      const column = sheet.getColumn(labels.indexOf(label) + 1).letter;
      const found = lines.map((_, index) => workedOut(sheet, `${column}${4 + index}`));
      expect([key, found]).toEqual([key, lines.map((cells) => (cells[key] as { value: number | null }).value ?? '')]);
    }
  });

  it('says in DOCX and PDF what it is, of when, and who took it', async () => {
    const text = await textOfDocx((await fileOf(name, 'docx')).bytes);
    const pages = (await pagesOfPdf((await fileOf(name, 'pdf')).bytes)).join('').replace(/\s/g, '');
    for (const said of ['统计周期：2026-09-14至2026-09-14', '统计截止时间：', '合计']) {
      expect(text).toContain(said);
      expect(pages).toContain(said.replace(/\s/g, ''));
    }
    expect(pages).toMatch(/导出人：.+导出时间：2026-09-14/);
  });
});

describe('a report that leaves the house', () => {
  it('computes nothing that somebody called a team', async () => {
    const { bytes } = await fileOf('visits', 'csv');
    expect(bytes.toString()).toContain(`"'=HYPERLINK(""走访组"")"`);
    const sheet = await sheetOf((await fileOf('visits', 'xlsx')).bytes);
    const cells = sheet.getColumn(1).values.filter((value) => typeof value === 'string' && value.includes('HYPERLINK'));
    expect(cells).toEqual([`'=HYPERLINK("走访组")`]);
  });

  it('is told to the administrators, with whose it was', async () => {
    await fileOf('returns', 'xlsx');
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/admin-events', { query: { subject: 'export', limit: 1 } });
    expect(items).toMatchObject([{ action: 'takeOut', after: { report: '退单争议', format: 'xlsx', rows: 1 } }]);
  });

  it('has as CSV every rate with what it is made of, and below everything who took it', async () => {
    const lines = (await fileOf('returns', 'csv')).bytes.toString().trimEnd().split('\r\n');
    expect(lines[0]).toContain('不当退单率,不当退单率（分子）,不当退单率（分母）');
    expect(lines[1]).toMatch(/,100\.0%,1,1,/);
    expect(lines.at(-1)).toMatch(/^导出人：/);
  });

  it('is refused as anything else, and by whoever may not read it', async () => {
    const manager = await at.house.as('manager');
    const query = { ...period, format: 'doc' as never };
    expect(await manager.refusal('GET /api/reports/:name', { params: { name: 'overview' }, query })).toMatchObject({
      status: 400,
      errors: [{ path: 'format' }],
    });
    const agent = await at.house.as('agent');
    const request = { params: { name: 'overview' }, query: { ...period, format: 'pdf' } } as const;
    expect((await agent.try('GET /api/reports/:name', request)).status).toBe(403);
  });
});

describe('a report that is compared', () => {
  const compared = async (name: string, compare: 'previous' | 'last-year'): Promise<Report> =>
    (await at.house.as('manager')).call('GET /api/reports/:name', {
      params: { name },
      query: { from: '2026-09-15', to: '2026-09-15', by: 'type', compare },
    });

  it.each(['overview', 'returns'])('has in %s beside each figure what it was on the day before', async (name) => {
    const { totals, columns, compared: with_ } = await compared(name, 'previous');
    const [first] = columns.filter(({ kind }) => kind === 'count');
    const before = (await jsonOf(name)).totals[first?.key ?? ''];
    expect(before).toBeGreaterThan(0);
    expect(totals).toMatchObject({ [`${first?.key}@before`]: before, [`${first?.key}@change`]: -1 });
    expect(with_).toEqual({ with: 'previous', from: '2026-09-14', to: '2026-09-14' });
  });

  it('says of last year, when there was nothing, no change', async () => {
    const { totals } = await compared('overview', 'last-year');
    expect(totals).toMatchObject({ 'received@before': 0, 'received@change': null, 'handledRate@change': null });
  });

  it('has the changes in its files, worked out there', async () => {
    const sheet = await sheetOf((await fileOf('overview', 'xlsx', '&compare=previous')).bytes);
    expect((sheet.getRow(3).values as string[]).slice(2, 5)).toEqual(['受理量', '受理量（上期）', '受理量（环比）']);
    const text = await textOfDocx((await fileOf('overview', 'docx', '&compare=previous')).bytes);
    expect(text).toContain('环比：与2026-09-13至2026-09-13比较');
    expect(text).toContain('上期 0');
  });
});
