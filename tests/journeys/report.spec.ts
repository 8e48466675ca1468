import type { RouteAnswer } from '#http-api/routes';
import { basicallySatisfied, dissatisfied } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();
const period = { from: '2026-09-14', to: '2026-09-14' };
type Report = RouteAnswer<'GET /api/reports/:name'>;

beforeAll(async () => {
  await at.people.bring('closed');
  await at.people.rate(await at.people.bring('callback', { categoryCode: 'utility.water' }), dissatisfied);
  await at.people.register({ type: 'consultation', answer: { text: '请携带身份证到窗口办理。' } });
  await at.people.bring('handling', { categoryCode: 'utility.gas', areaCode: 'river-1', channel: 'web' });
  await at.people.change('supervisor', 'void', await at.people.register(), { reason: '测试登记' });
  await at.people.change('agent', 'withdraw', await at.people.register(), { reason: '群众撤回' });
});

const overview = async (by: Report['by']): Promise<Report> => {
  const manager = await at.house.as('manager');
  return manager.call('GET /api/reports/:name', { params: { name: 'overview' }, query: { ...period, by } });
};

/** How many tickets lie behind a figure. */
async function behind(by: Report['by'], column: string, row?: string, part?: 'numerator' | 'denominator') {
  const manager = await at.house.as('manager');
  const query = { ...period, by, column, row, part, limit: 200 };
  const { items } = await manager.call('GET /api/reports/:name/tickets', { params: { name: 'overview' }, query });
  return items.length;
}

describe('the first report', () => {
  it('counts what came in and what became of it, without void tickets', async () => {
    const { totals } = await overview('type');
    expect(totals).toMatchObject({
      received: 5,
      answeredOnCall: 1,
      dispatched: 4,
      handled: 3,
      closed: 2,
      withdrawn: 1,
    });
    expect(totals).toMatchObject({ rated: 2, satisfied: 1, solved: 1 });
  });

  it('shows no rate without its numerator and denominator, and none at all of nothing', async () => {
    const { totals, rows } = await overview('department');
    expect(totals).toMatchObject({
      handledRate: { value: 3 / 5, numerator: 3, denominator: 5 },
      satisfactionRateA: { value: 1 / 2, numerator: 1, denominator: 2 },
      participationRate: { value: 2 / 4, numerator: 2, denominator: 4 },
    });
    const undispatched = rows.find(({ key }) => key === '-');
    expect(undispatched?.cells).toMatchObject({ satisfactionRateA: { value: null, numerator: 0, denominator: 0 } });
  });

  it('shows each rate of satisfaction beside how many took part, and never the unasked as satisfied but in D', async () => {
    await at.people.rate(await at.people.bring('callback'), basicallySatisfied);
    const { totals } = await overview('department');
    expect(totals).toMatchObject({
      satisfactionRateA: { numerator: 2, denominator: 3 },
      satisfactionRateB: { value: null, denominator: 0 },
      participationRateB: { numerator: 0, denominator: 5 },
      satisfactionRateC: { numerator: 1.8, denominator: 3 },
      // The one that was answered on the call was never asked, and counts here.
      satisfactionRateD: { numerator: 3, denominator: 3 },
      participationRateD: { numerator: 2, denominator: 3 },
      contactedRate: { numerator: 3, denominator: 3 },
      solvedByUnitRate: { numerator: 3, denominator: 3 },
    });
  });

  it('says of each rate what it means, with one that is worked out', async () => {
    const { formulas } = await overview('type');
    for (const { explained, example } of formulas) {
      expect(explained).toMatch(/。$/);
      expect(example?.value).toBeGreaterThan(0);
      expect(example?.value).toBeLessThan(1);
    }
  });

  it('names formula, version, population and date basis of every rate', async () => {
    const { columns, formulas } = await overview('type');
    const rates = columns.filter(({ kind }) => kind === 'rate').map(({ formula }) => formula);
    expect(rates).toEqual(formulas.map(({ name }) => name));
    for (const formula of formulas) expect(Object.values(formula).every((told) => told !== '')).toBe(true);
  });

  it.each([
    'department',
    'area',
    'category',
    'type',
    'channel',
    'agent',
    'day',
    'week',
    'month',
    'quarter',
    'year',
  ] as const)(
    'ties out by %s: each cell equals the tickets behind it, and the rows add up to the total',
    async (by) => {
      const { columns, rows, totals } = await overview(by);
      for (const { key, kind } of columns) {
        if (kind === 'count') {
          const cells = await Promise.all(rows.map((row) => behind(by, key, row.key ?? undefined)));
          expect([by, key, cells]).toEqual([by, key, rows.map((row) => row.cells[key])]);
          expect(totals[key]).toBe(cells.reduce((sum, each) => sum + each, 0));
        }
        if (key === 'satisfactionRateC') {
          const [whole, basically] = [await behind(by, 'fullySatisfied'), await behind(by, 'basicallySatisfied')];
          expect(totals[key]).toMatchObject({ numerator: (10 * whole + 8 * basically) / 10 });
          expect(await behind(by, key)).toBe(whole + basically);
        } else if (kind === 'rate') {
          const parts = [
            await behind(by, key, undefined, 'numerator'),
            await behind(by, key, undefined, 'denominator'),
          ];
          expect(totals[key]).toMatchObject({ numerator: parts[0], denominator: parts[1] });
        }
      }
    },
  );

  it('names the agents who registered, and leaves together what came in without one', async () => {
    const { rows } = await overview('agent');
    const { name } = (await (await at.house.as('agent')).call('GET /api/session')).user;
    expect(rows.map(({ cells }) => cells['agent'])).toContain(name);
  });

  it('shows a department head only the own department', async () => {
    const head = await at.house.as('department-head', 'water');
    const query = { ...period, by: 'department' } as const;
    const { totals } = await head.call('GET /api/reports/:name', { params: { name: 'overview' }, query });
    expect(totals).toMatchObject({ received: 1 });
  });
});

describe('a department’s own report', () => {
  it('counts what it leads, not what it helps with', async () => {
    const helped = await at.people.register({ categoryCode: 'utility.water' });
    const coHandlerIds = [at.house.department('gas').id];
    const body = { leadId: at.house.department('housing').id, coHandlerIds, reason: '牵头' };
    await at.people.change('dispatcher', 'redispatch', helped, body);
    const head = await at.house.as('department-head', 'gas');
    const query = { ...period, by: 'department' } as const;
    const { rows, totals } = await head.call('GET /api/reports/:name', { params: { name: 'overview' }, query });
    expect(rows.map(({ key }) => at.house.department(key ?? '').code)).toEqual(['gas']);
    expect(totals['received']).toBe(1);
  });

  it('has no column by a name that is none of ours', async () => {
    const manager = await at.house.as('manager');
    for (const column of ['toString', 'constructor']) {
      const query = { ...period, by: 'type', column } as const;
      const refused = await manager.refusal('GET /api/reports/:name/tickets', { params: { name: 'overview' }, query });
      expect(refused).toMatchObject({ status: 400 });
    }
  });
});
