import ExcelJS from 'exceljs';
import { BulletinMaker } from '#satisfaction/bulletin/bulletin-maker';
import type { RouteAnswer } from '#http-api/routes';
import type { HouseClient } from '#testing/house-client';
import { dissatisfied } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-08-20 09:30' });
type Bulletin = RouteAnswer<'GET /api/bulletins/:id'>;

let manager: HouseClient;
const maker = () => at.house.app.get(BulletinMaker, { strict: false });
const section = ({ sections }: Bulletin, name: string) => {
  const found = sections.find((each) => each.name === name);
  if (!found) throw new Error(`there is no section ${name}`);
  return found.table;
};
const all = async (kind?: Bulletin['kind']) =>
  (await manager.call('GET /api/bulletins', { query: { kind, limit: 50 } })).items;
const monthly = async () => (await all('monthly'))[0]?.id ?? '';
const read = (id: string) => manager.call('GET /api/bulletins/:id', { params: { id } });

beforeAll(async () => {
  manager = await at.house.as('manager');
  const { people, house } = at;
  await people.rate(await people.bring('callback'));
  house.at('2026-09-08 09:30');
  await people.rate(await people.bring('callback', { categoryCode: 'utility.water' }));
  await people.rate(await people.bring('callback', { categoryCode: 'utility.water' }), dissatisfied);
  await people.bring('handling', { categoryCode: 'utility.gas', areaCode: 'river-1', channel: 'web' });
});

describe('bulletins', () => {
  it('are made once for each day, week and month that is over, at eight in the morning and not before', async () => {
    at.house.at('2026-10-01 07:59');
    await at.house.mark();
    await maker().makeOwed();
    // That of the week has been due since Monday.
    expect((await all()).map(({ kind }) => kind)).toEqual(['weekly']);
    at.house.at('2026-10-01 08:00');
    await Promise.all([maker().makeOwed(), maker().makeOwed()]);
    await maker().makeOwed();
    const made = (await all()).map(({ kind, from, to, state }) => ({ kind, from, to, state }));
    expect(made).toHaveLength(3);
    expect(made).toEqual(
      expect.arrayContaining([
        { kind: 'daily', from: '2026-09-30', to: '2026-09-30', state: 'draft' },
        { kind: 'weekly', from: '2026-09-21', to: '2026-09-27', state: 'draft' },
        { kind: 'monthly', from: '2026-09-01', to: '2026-09-30', state: 'draft' },
      ]),
    );
  });

  it('show the ten tables of the monthly notice, compared with the month before, each figure by hand', async () => {
    const id = await monthly();
    const bulletin = await read(id);
    expect(bulletin.sections.map(({ name }) => name)).toEqual([
      ...['totals', 'rates', 'channel', 'type', 'area', 'departments', 'hot', 'overdue'],
      ...['dissatisfied', 'returns', 'repeated', 'orders', 'visits'],
    ]);
    expect(section(bulletin, 'totals').rows[0]).toMatchObject({
      name: '受理量',
      now: 3,
      before: 1,
      change: 2,
      toDate: 4,
    });
    const satisfied = section(bulletin, 'rates').rows.find((row) => row['$key'] === 'satisfactionRateA');
    expect(satisfied).toMatchObject({ now: { numerator: 1, denominator: 2 }, before: { value: 1 }, change: -50 });
    expect(section(bulletin, 'hot').rows[0]).toMatchObject({ now: 2, before: 0, change: null });
    expect(section(bulletin, 'overdue').rows).toMatchObject([{ days: 16, level: '—' }]);
    expect(section(bulletin, 'dissatisfied').rows).toMatchObject([{ reasonable: '未认定', round: 1 }]);
    const gas = section(bulletin, 'departments').rows.find((row) => row['$key'] === at.house.department('gas').id);
    expect(gas).toMatchObject({ dispatched: 1, overdueOpen: 1, rank: '不排名' });
  });

  it('say what they said once they are signed, and list what would be another figure now', async () => {
    const id = await monthly();
    const { asOf } = await read(id);
    const body = { asOf };
    const older = { asOf: '2026-09-30T00:00:00.000Z' };
    expect(await manager.refusal('POST /api/bulletins/:id/sign', { params: { id }, body: older })).toMatchObject({
      status: 409,
    });
    const signed = await manager.call('POST /api/bulletins/:id/sign', { params: { id }, body });
    expect(signed).toMatchObject({ state: 'signed', number: '〔2026〕第1期' });
    expect(await manager.refusal('POST /api/bulletins/:id/sign', { params: { id }, body })).toMatchObject({
      status: 409,
    });
    const made = await manager.refusal('POST /api/bulletins', { body: { kind: 'monthly', on: '2026-09-15' } });
    expect(made).toMatchObject({ status: 409 });
    const none = await manager.call('GET /api/bulletins/:id/corrections', { params: { id } });
    expect(none.items).toEqual([]);
    const [ticket = ''] = section(signed, 'overdue').rows.flatMap(({ $ticket }) =>
      typeof $ticket === 'string' ? [$ticket] : [],
    );
    await at.people.change('supervisor', 'void', await at.people.now(ticket), { reason: '误登' });
    expect((await read(id)).sections).toEqual(signed.sections);
    const { items } = await manager.call('GET /api/bulletins/:id/corrections', {
      params: { id },
      query: { limit: 200 },
    });
    expect(items).toContainEqual({
      id: 'totals/received/now',
      section: '总体情况（件数）',
      row: '受理量',
      column: '本期',
      was: '3',
      is: '2',
    });
    const { name } = at.house.department('gas');
    expect(items.some(({ section: of, row }) => of === '承办单位办理情况' && row === name)).toBe(true);
  });

  it.each(['xlsx', 'docx', 'pdf'] as const)('leave the house as %s', async (format) => {
    const id = await monthly();
    const headers = { authorization: `Bearer ${manager.token}` };
    const response = await fetch(`${manager.url}/api/bulletins/${id}/document?format=${format}`, { headers });
    const file = Buffer.from(await response.arrayBuffer());
    expect(file.length).toBeGreaterThan(5_000);
    if (format !== 'xlsx') return;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file as unknown as ArrayBuffer);
    expect(workbook.worksheets).toHaveLength(14);
  });
});

describe('the bulletin of a period that goes on', () => {
  it('may be looked at and not be signed; the one that is made when it is over takes its place', async () => {
    at.house.at('2026-10-10 10:00');
    const early = await manager.call('POST /api/bulletins', { body: { kind: 'monthly', on: '2026-10-05' } });
    const body = { asOf: early.asOf };
    const refused = await manager.refusal('POST /api/bulletins/:id/sign', { params: { id: early.id }, body });
    expect(refused).toMatchObject({ status: 409, detail: '统计周期还没有结束，结束后再签发' });
    const later = await manager.refusal('POST /api/bulletins', { body: { kind: 'monthly', on: '2026-11-05' } });
    expect(later).toMatchObject({ status: 400 });
    at.house.at('2026-11-01 08:00');
    await maker().makeOwed();
    const made = await read(early.id);
    expect(made).toMatchObject({ number: early.number, from: '2026-10-01' });
    expect(new Date(made.asOf) > new Date(early.asOf)).toBe(true);
  });

  it('is made up for when nobody ran for days, in their order', async () => {
    at.house.at('2026-11-04 12:00');
    await maker().makeOwed();
    const days = (await all('daily')).map(({ from, number }) => `${from} ${number}`);
    expect(days.slice(0, 4)).toEqual([
      '2026-11-03 〔2026〕第35期',
      '2026-11-02 〔2026〕第34期',
      '2026-11-01 〔2026〕第33期',
      '2026-10-31 〔2026〕第32期',
    ]);
  });
});

describe('scores', () => {
  it('follow the rules that were in force, and rank whoever leads enough tickets', async () => {
    // The rules at the end of a period judge it.
    const query = { from: '2026-09-01', to: '2026-11-30' };
    const params = { name: 'departments' };
    const rules = [
      { rate: 'satisfactionRateA', points: 60, floor: 0, cap: 1 },
      { rate: 'finishedInTimeRate', points: 40, floor: 0, cap: 1 },
    ];
    const before = await manager.call('GET /api/reports/:name', { params, query });
    at.house.clock.advance(60_000);
    const set = await manager.call('POST /api/score-rules', { body: { leastTickets: 1, rules } });
    expect(set).toMatchObject({ version: 2, leastTickets: 1 });
    const now = await manager.call('GET /api/reports/:name', { params, query });
    const water = at.house.department('water').id;
    const row = now.rows.find(({ key }) => key === water);
    // Half of the citizens content, both tickets in time: 30 of 60, and 40 of 40.
    expect(row).toMatchObject({ cells: { score: 70, rank: 1 }, group: 'enterprise' });
    const lost = { ...query, row: water, column: 'satisfactionRateA', part: 'missed' as const };
    const { items } = await manager.call('GET /api/reports/:name/tickets', { params, query: lost });
    expect(items).toHaveLength(1);
    const again = await manager.call('GET /api/reports/:name', { params, query: { ...query, asOf: before.asOf } });
    expect(again.rows).toEqual(before.rows);
  });

  it('are refused when their points are not a hundred, or a rate is none of ours', async () => {
    const rule = { rate: 'solvedRate', points: 100, floor: 0.5, cap: 0.9 };
    const add = (rules: object[]) =>
      manager.refusal('POST /api/score-rules', { body: { leastTickets: 1, rules } as never });
    expect(await add([{ ...rule, points: 90 }])).toMatchObject({ errors: [{ path: 'rules' }] });
    expect(await add([{ ...rule, rate: 'happiness' }])).toMatchObject({ errors: [{ path: 'rules[0].rate' }] });
    expect(await add([{ ...rule, floor: 0.9 }])).toMatchObject({ errors: [{ path: 'rules[0].cap' }] });
    expect(
      await add([
        { ...rule, points: 50 },
        { ...rule, points: 50 },
      ]),
    ).toMatchObject({ status: 400 });
  });
});
