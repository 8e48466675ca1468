import { hotline } from './support/hotline';

const at = hotline({ now: '2026-09-30T10:00:00+08:00' });

const admin = () => at.house.as('admin');
const missing = async (): Promise<number[]> => {
  const { items } = await (await at.house.as('agent')).call('GET /api/calendars', { query: {} });
  return items.filter(({ isMissing }) => isMissing).map(({ year }) => year);
};
const missedByPrometheus = async (): Promise<string | undefined> => {
  const { body } = await at.house.nobody().send('/metrics', { method: 'GET' });
  return /^hotline_calendar_years_missing (\d+)$/m.exec(String(body))?.[1];
};
const newYear = { date: '2027-01-01', working: false, name: '元旦' };
const publish = async (days: (typeof newYear)[]) =>
  (await admin()).call('PUT /api/calendars/:year', {
    params: { year: '2027' },
    body: { source: '国务院办公厅通知', published: true, days },
  });

describe('the next year’s notice', () => {
  it('is missed from October on, by people and by Prometheus, until somebody publishes it', async () => {
    expect([await missing(), await missedByPrometheus()]).toEqual([[], '0']);
    at.house.at('2026-10-01 08:00');
    expect([await missing(), await missedByPrometheus()]).toEqual([[2027], '1']);
    await publish([newYear]);
    expect([await missing(), await missedByPrometheus()]).toEqual([[], '0']);
  });

  it('keeps every version, with what it said and since when', async () => {
    await publish([newYear, { date: '2027-02-05', working: false, name: '春节' }]);
    const { items } = await (
      await admin()
    ).call('GET /api/calendars/:year/versions', {
      params: { year: '2027' },
      query: { limit: 2 },
    });
    expect(items.map(({ version, days }) => [version, days.length])).toEqual([
      [3, 2],
      [2, 1],
    ]);
  });
});

describe('the notice that the program knows', () => {
  it('is shown to the administrator, who publishes it or not', async () => {
    const notice = async (year: string) =>
      (await admin()).call('GET /api/calendars/:year/notice', { params: { year } });
    expect((await notice('2026')).days).toContainEqual({ date: '2026-10-10', working: true, name: '国庆节' });
    const refused = await (await admin()).refusal('GET /api/calendars/:year/notice', { params: { year: '2099' } });
    expect(refused).toMatchObject({
      status: 404,
      detail: '系统尚未收录 2099 年的放假通知，请按通知逐日标记或导入文件',
    });
  });
});
