import ExcelJS from 'exceljs';
import { ReportMaking } from '#satisfaction/scheduled/report-making';
import { ReportDelivery } from '#satisfaction/scheduled/report-delivery';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { pagesOfPdf } from '#testing/document-text';
import { ListeningSystem } from '#testing/listening-system';
import { hotline } from './support/hotline';

const at = hotline({ settings: { markSeconds: 3_600 } });

type NewSchedule = NonNullable<RouteRequest<'POST /api/report-schedules'>['body']>;
type Schedule = RouteAnswer<'POST /api/report-schedules'>;

const daily: NewSchedule = {
  ...{ name: '日报', report: 'overview', by: 'department', period: 'yesterday', compare: 'previous' },
  ...{ format: 'pdf', cadence: 'daily', at: '08:00', recipients: ['manager', 'leader'] },
};

let names = 0;
const added = async (given: Partial<NewSchedule> = {}): Promise<Schedule> =>
  (await at.house.as('manager')).call('POST /api/report-schedules', {
    body: { ...daily, name: `报表${(names += 1)}`, ...given },
  });
const edited = async ({ id }: Schedule, body: RouteRequest<'PATCH /api/report-schedules/:id'>['body']) =>
  (await at.house.as('admin')).call('PATCH /api/report-schedules/:id', { params: { id }, body });
const make = (): Promise<void> => at.house.app.get(ReportMaking, { strict: false }).makeAll();

async function made(of: Schedule, role: 'manager' | 'leader' | 'quality' = 'manager') {
  const { items } = await (await at.house.as(role)).call('GET /api/made-reports', { query: { limit: 200 } });
  return items.filter(({ name }) => name.startsWith(`${of.name} `));
}

async function fileOf(id: string, role: 'manager' | 'leader' = 'manager') {
  const { url, token } = await at.house.as(role);
  const response = await fetch(`${url}/api/made-reports/${id}/file`, { headers: { authorization: `Bearer ${token}` } });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

const ended: Schedule[] = [];
afterEach(async () => {
  for (const schedule of ended.splice(0)) await edited(schedule, { active: false });
});

async function begun(given: Partial<NewSchedule> = {}): Promise<Schedule> {
  const schedule = await added(given);
  ended.push(schedule);
  return schedule;
}

beforeAll(async () => {
  await at.people.register();
  await at.people.register({ channel: 'web' });
});

describe('a report that is made by itself', () => {
  it('is made once when it is due, for those it is for, and is fetched as it was made', async () => {
    const schedule = await begun();
    expect(schedule).toMatchObject({ nextDueAt: '2026-09-15T00:00:00.000Z', active: true });
    await make();
    expect(await made(schedule)).toEqual([]);
    at.house.at('2026-09-15 08:01');
    await make();
    await make();
    const [report, ...others] = await made(schedule);
    expect(others).toEqual([]);
    expect(report).toMatchObject({ name: `${schedule.name} 2026-09-14至2026-09-14.pdf`, fetchedAt: null });
    expect(await made(schedule, 'quality')).toEqual([]);
    const { response, bytes } = await fileOf(report?.id ?? '');
    expect(response.headers.get('content-type')).toContain('application/pdf');
    const text = (await pagesOfPdf(bytes)).join('').replace(/\s/g, '');
    expect(text).toContain('统计周期：2026-09-14至2026-09-14');
    expect(text).toContain('统计截止时间：2026-09-1508:00:00');
    expect(await made(schedule)).toMatchObject([{ fetchedAt: '2026-09-15T00:01:00.000Z' }]);
    expect(await made(schedule, 'leader')).toMatchObject([{ fetchedAt: null }]);
    expect((await fileOf(report?.id ?? '', 'leader')).bytes.equals(bytes)).toBe(true);
  });

  it('is made once by any number of processes, and once for each time it was missed', async () => {
    const schedule = await begun({ format: 'xlsx', by: 'channel' });
    at.house.at('2026-09-18 09:00');
    const beside = await at.house.beside();
    try {
      const there = beside.app.get(ReportMaking, { strict: false });
      await Promise.all([make(), there.makeAll(), make(), there.makeAll()]);
      await make();
    } finally {
      await beside.close();
    }
    const reports = await made(schedule);
    expect(reports.map(({ dueAt }) => dueAt)).toEqual(['18', '17', '16'].map((day) => `2026-09-${day}T00:00:00.000Z`));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await fileOf(reports[0]?.id ?? '')).bytes as never);
    expect(book.worksheets[0]?.getCell('A2').value).toContain('统计周期：2026-09-17至2026-09-17');
  });

  it('is made no more once it is stopped, and makes up for nothing when it begins again', async () => {
    const schedule = await begun({ name: '周报', cadence: 'weekly', day: 1, period: 'last-week', format: 'csv' });
    expect(schedule.nextDueAt).toBe('2026-09-21T00:00:00.000Z');
    await edited(schedule, { active: false });
    at.house.at('2026-09-22 09:00');
    await make();
    expect((await edited(schedule, { active: true })).nextDueAt).toBe('2026-09-28T00:00:00.000Z');
    await make();
    expect(await made(schedule)).toEqual([]);
    at.house.at('2026-09-28 09:00');
    await make();
    expect(await made(schedule)).toMatchObject([{ name: '周报 2026-09-21至2026-09-27.csv' }]);
  });

  it('keeps no other from being made when it cannot be', async () => {
    const [broken, sound] = [await begun(), await begun({ format: 'csv' })];
    const break_ = `UPDATE satisfaction.report_schedule SET report = $2 WHERE id = $1`;
    await at.house.database.sql.query(break_, [broken.id, 'gone']);
    at.house.at('2026-09-29 09:00');
    await make();
    expect([(await made(broken)).length, (await made(sound)).length]).toEqual([0, 1]);
    await at.house.database.sql.query(break_, [broken.id, 'overview']);
    await make();
    expect(await made(broken)).toHaveLength(1);
  });

  it('is nothing to whoever it is not for', async () => {
    const [report] = await (await at.house.as('leader')).call('GET /api/made-reports', {}).then(({ items }) => items);
    const params = { id: report?.id ?? '' };
    for (const role of ['supervisor', 'quality'] as const)
      expect((await (await at.house.as(role)).try('GET /api/made-reports/:id/file', { params })).status).toBe(404);
    const head = await at.house.as('department-head', 'water');
    expect((await head.try('GET /api/made-reports', {})).status).toBe(403);
  });
});

describe('what is wrong with a schedule', () => {
  it.each<[string, Partial<NewSchedule>, string]>([
    ['a report that there is not', { report: 'nothing' as never }, 'report'],
    ['what it is not broken down by', { report: 'returns', by: 'team' }, 'by'],
    ['a weekly one without its day', { cadence: 'weekly' }, 'day'],
    ['a day that no week has', { cadence: 'weekly', day: 8 }, 'day'],
    ['a daily one with a day', { day: 3 }, 'day'],
    ['nobody whom it is for', { recipients: [] }, 'recipients'],
    ['a time that is none', { at: '8点' }, 'at'],
  ])('is said of %s, and nothing is kept', async (_, given, path) => {
    const manager = await at.house.as('manager');
    const before = await manager.call('GET /api/report-schedules', {});
    const body = { ...daily, name: '不成', ...given };
    const refused = await manager.refusal('POST /api/report-schedules', { body });
    expect(refused).toMatchObject({ status: 400, errors: [{ path }] });
    expect(await manager.call('GET /api/report-schedules', {})).toEqual(before);
  });

  it('is said of a name that another one has', async () => {
    const schedule = await begun();
    const body = { ...daily, name: schedule.name };
    expect(await (await at.house.as('admin')).refusal('POST /api/report-schedules', { body })).toMatchObject({
      status: 409,
      errors: [{ path: 'name' }],
    });
  });
});

it('tells the administrators who had it made otherwise', async () => {
  const schedule = await begun();
  await edited(schedule, { recipients: ['leader'] });
  const query = { subject: 'report-schedule', subjectId: schedule.id } as const;
  const { items } = await (await at.house.as('admin')).call('GET /api/admin-events', { query });
  expect(items).toMatchObject([
    { action: 'edit', before: { recipients: ['manager', 'leader'] }, after: { recipients: ['leader'] } },
    { action: 'create', after: { name: schedule.name, cadence: 'daily' } },
  ]);
});

describe('another system that reads reports', () => {
  const tell = (): Promise<number> => at.house.app.get(ReportDelivery, { strict: false }).tellAll();

  async function aReader(given: { readsReports?: boolean; channels?: ['web'] } = {}) {
    const listener = await ListeningSystem.open();
    const admin = await at.house.as('admin');
    const body = { name: `数据平台${(names += 1)}`, readsReports: true, webhookUrl: listener.url, ...given };
    const { client, key } = await admin.call('POST /api/channel-clients', { body });
    await admin.call('POST /api/channel-clients/:id/new-secret', { params: { id: client.id }, body: {} });
    return { listener, key, id: client.id };
  }

  it('is told once of each that was made, signed, and fetches it by its key', async () => {
    const reader = await aReader();
    const other = await aReader({ readsReports: false, channels: ['web'] });
    const schedule = await begun();
    at.house.clock.set(new Date(new Date(schedule.nextDueAt).getTime() + 60_000));
    await make();
    await tell();
    await tell();
    const [told, ...again] = reader.listener.told;
    expect(again).toEqual([]);
    expect(other.listener.told).toEqual([]);
    expect(told?.headers['x-hotline-signature']).toMatch(/^sha256=/);
    const { file } = told?.body as { file: string };
    expect(told?.body).toMatchObject({ kind: 'report', format: 'pdf', dueAt: schedule.nextDueAt });
    const fetched = (key: string | null) =>
      fetch(`${at.house.url}${file}`, { headers: { authorization: `Bearer ${key ?? ''}` } });
    expect((await fetched(reader.key)).headers.get('content-type')).toContain('application/pdf');
    expect((await fetched(other.key)).status).toBeGreaterThanOrEqual(400);
    await Promise.all([reader.listener.close(), other.listener.close()]);
  });

  it('is told later when it does not answer, and not at all once its key is withdrawn', async () => {
    const reader = await aReader();
    reader.listener.status = 503;
    const schedule = await begun();
    at.house.clock.set(new Date(new Date(schedule.nextDueAt).getTime() + 60_000));
    await make();
    expect(await tell()).toBe(0);
    expect(await tell()).toBe(0);
    expect(reader.listener.told).toHaveLength(1);
    at.house.clock.advance(60_000);
    reader.listener.status = 204;
    expect(await tell()).toBe(1);
    expect(reader.listener.told).toHaveLength(2);
    at.house.clock.advance(24 * 3_600_000);
    await make();
    const admin = await at.house.as('admin');
    await admin.call('POST /api/channel-clients/:id/revoke', {
      params: { id: reader.id },
      body: { reason: '停用' },
    });
    expect(await tell()).toBe(0);
    expect(reader.listener.told).toHaveLength(2);
    await reader.listener.close();
  });
});
