import { shanghaiInstant } from '#calendar/shanghai-time';
import { Counting } from '#satisfaction/facts/counting';
import { TicketNumbers } from '#store/ticket-number';
import { addDistrict } from '../../scripts/demo-district/district-directory';
import { district2021, inProportion } from '../../scripts/demo-district/period-figures';
import { planPeriod } from '../../scripts/demo-district/plan';
import { readCaseTelling } from '../../scripts/demo-district/read-case-telling';
import { overviewLines } from '../../scripts/demo-district/show-overview';
import { tellCase } from '../../scripts/demo-district/tell-case';
import { whenCounted } from '../../scripts/demo-district/when-counted';
import { monthlyBatches } from '../../scripts/seed/monthly-batches';
import { prepare } from '../../scripts/seed/prepare';
import type { Store } from '../../scripts/seed/store';
import { writePasts } from '../../scripts/seed/write-pasts';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-09-14 09:30' });
const figures = inProportion(district2021, 700);

/** Everything that happened, ticket after ticket, without threads of its own. */
async function liveThrough(): Promise<void> {
  const { database, keys, clock } = at.house;
  const store: Store = { database, keys, clock };
  await prepare(store, shanghaiInstant(figures.from, '00:00'), shanghaiInstant(figures.to, '00:00'));
  await database.learnMonths();
  await addDistrict(database, clock);
  const telling = await readCaseTelling(store, figures, 1);
  const numbers = new TicketNumbers(database);
  for (const batch of monthlyBatches(planPeriod(figures, 1))) {
    const given = await numbers.takeMany(batch.map(({ at: called }) => called));
    const past = batch.map((planned, index) => tellCase(telling, planned, given[index] ?? ''));
    await database.transaction((sql) => writePasts(sql, past));
  }
  // However busy the machine is, whoever asks afterwards is answered.
  await whenCounted(store, () => at.house.app.get(Counting, { strict: false }).shownAsOf(figures));
}

beforeAll(liveThrough);

async function count(of: string): Promise<number | undefined> {
  const row = await at.house.database.sql.one<{ count: number }>(`SELECT count(*)::int AS count FROM ${of}`, []);
  return row?.count;
}

async function overview(by: 'month' | 'area' | 'department', asOf?: string) {
  const manager = await at.house.as('manager');
  const query = { from: figures.from, to: figures.to, by, asOf };
  return manager.call('GET /api/reports/:name', { params: { name: 'overview' }, query });
}

describe('the simulated period of a district', () => {
  it('has the published figures in the report, counted from what happened to its tickets', async () => {
    const report = await overview('month');
    expect(report.totals).toMatchObject({
      ...{ received: figures.received, handled: figures.handled },
      satisfactionRateD: { numerator: figures.notDissatisfied, denominator: figures.handled },
    });
    expect(report.rows).toHaveLength(7);
    expect(overviewLines(report)[0]).toBe(
      `2021-01-01 – 2021-07-31：受理 ${figures.received}，办结 ${figures.handled}，结案 ${figures.handled}`,
    );
  });

  it('had tickets in hand at its end that were handled later', async () => {
    const then = await overview('month', '2021-07-31T23:59:59+08:00');
    expect(then.totals['received']).toBe(figures.received);
    expect(Number(then.totals['handled'])).toBeLessThan(figures.handled);
    expect(Number(then.totals['open'])).toBeGreaterThan(5);
  });

  it('names towns and villages of the district, and the governments that handled their matters', async () => {
    const named = (report: Awaited<ReturnType<typeof overview>>, by: string) =>
      report.rows.map(({ cells }) => cells[by]);
    expect(named(await overview('area'), 'area')).toContain('凤山街道');
    expect(named(await overview('department'), 'department')).toContain('凤山街道办事处');
  });

  it('tells nobody anything, and nothing of it comes due any more', async () => {
    expect(await at.house.mark()).toBe(0);
    for (const told of ['ticket.outbox', 'ticket.message', 'ticket.feedback', 'ticket.order_owed'])
      expect([told, await count(told)]).toEqual([told, 0]);
    expect(await count('ticket.rung WHERE told_at IS NULL')).toBe(0);
    expect(await count(`ticket.supervision`)).toBe(0);
  });

  it('had clocks that turned red where departments were late, each told by a line', async () => {
    const reds = await count(`ticket.rung WHERE rung = 'red'`);
    expect(reds).toBeGreaterThan(5);
    expect(await count(`ticket.history WHERE name = 'mark' AND data->>'rung' = 'red'`)).toBe(reds);
  });

  it('counts who was in time and who is late still', async () => {
    const manager = await at.house.as('manager');
    const query = { from: figures.from, to: figures.to };
    const { totals } = await manager.call('GET /api/reports/:name', { params: { name: 'departments' }, query });
    expect(Number(totals['finishedInTime'])).toBeGreaterThan(10 * Number(totals['finishedLate']));
    expect(Number(totals['finishedLate'])).toBeGreaterThan(0);
  });

  it('opens like any other ticket, and every history of it holds', async () => {
    const rated = `SELECT id FROM ticket.ticket WHERE close_reason = 'rated' ORDER BY id LIMIT 1`;
    const id = (await at.house.database.sql.one<{ id: string }>(rated, []))?.id ?? '';
    const manager = await at.house.as('manager');
    const ticket = await manager.call('GET /api/tickets/:id', { params: { id } });
    expect(ticket).toMatchObject({ state: 'closed', alert: 'none' });
    expect(ticket.clocks.filter(({ state }) => state === 'running')).toEqual([]);
    const { items } = await manager.call('GET /api/tickets/:id/history', { params: { id } });
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['register', 'dispatch', 'reply', 'rate']));
    expect(await at.house.faults()).toEqual([]);
  });
});
