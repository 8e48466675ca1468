import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline();
type Report = RouteAnswer<'GET /api/reports/:name'>;
type TicketsQuery = NonNullable<RouteRequest<'GET /api/reports/:name/tickets'>['query']>;

const params = { name: 'returns' };
const period = { from: '2026-09-14', to: '2026-09-14' };
const noise = { categoryCode: 'city.noise' };

/** Noise is the environment's first and then the town management's, whose waste is from the beginning. */
async function asked() {
  const upheld = await at.people.decide(await at.people.giveBack(await at.people.register(noise)), 'uphold');
  const refused = await at.people.decide(await at.people.giveBack(await at.people.register()), 'reject');
  const refusedTwice = await at.people.decide(await at.people.giveBack(refused), 'reject');
  const second = await at.people.decide(await at.people.giveBack(await at.people.register(noise)), 'uphold');
  const leadId = at.house.department('town-east').id;
  const arbitrated = await at.people.change('supervisor', 'arbitrate', await at.people.giveBack(second), {
    leadId,
    reason: '属地负责',
  });
  const pending = await at.people.giveBack(await at.people.register());
  const lapsed = await at.people.change('agent', 'withdraw', await at.people.giveBack(await at.people.register()), {
    reason: '已解决',
  });
  await at.people.change('supervisor', 'void', await at.people.giveBack(await at.people.register()), {
    reason: '误登',
  });
  return { upheld, refusedTwice, arbitrated, pending, lapsed };
}

let tickets: Awaited<ReturnType<typeof asked>>;
beforeAll(async () => {
  tickets = await asked();
  at.house.at('2026-09-15 10:00');
  await at.people.giveBack(await at.people.register());
});

const report = async (client: HouseClient, by?: Report['by']): Promise<Report> =>
  client.call('GET /api/reports/:name', { params, query: { ...period, by } });
const behind = async (client: HouseClient, query: Pick<TicketsQuery, 'column' | 'part' | 'row' | 'by'>) => {
  const { items } = await client.call('GET /api/reports/:name/tickets', { params, query: { ...period, ...query } });
  return items.map(({ number }) => number).sort();
};
const rowOf = ({ rows }: Report, code: string) =>
  rows.find(({ key }) => key === at.house.department(code).id)?.cells ?? {};

describe('the report of returns', () => {
  it('counts for each department what it asked for in the period, and what became of it', async () => {
    const told = await report(await at.house.as('manager'));
    expect(told.rows).toHaveLength(2);
    expect(rowOf(told, 'environment')).toMatchObject({
      ...{ asked: 2, upheld: 2, rejected: 0, decided: 2, arbitrated: 0, pending: 0, lapsed: 0 },
      improperReturnRate: { value: 0, numerator: 0, denominator: 2 },
    });
    expect(rowOf(told, 'urban')).toMatchObject({
      ...{ asked: 5, upheld: 1, rejected: 2, decided: 3, arbitrated: 1, pending: 1, lapsed: 1 },
      improperReturnRate: { value: 2 / 3, numerator: 2, denominator: 3 },
      returnUpheldRate: { value: 1 / 3, numerator: 1, denominator: 3 },
    });
    expect(told.totals).toMatchObject({ asked: 7, upheld: 3, rejected: 2, decided: 5, arbitrated: 1 });
  });

  it.each(['category', 'area', 'type', 'day', 'week', 'month', 'quarter', 'year'] as const)(
    'adds up to the same by %s',
    async (by) => {
      const { rows, totals } = await report(await at.house.as('manager'), by);
      expect(totals).toMatchObject({ asked: 7, upheld: 3, rejected: 2, pending: 1, lapsed: 1 });
      expect(rows.reduce((sum, { cells }) => sum + Number(cells['asked']), 0)).toBe(7);
    },
  );

  it('leads from each figure to its tickets: one that was asked for twice is one ticket', async () => {
    const manager = await at.house.as('manager');
    const row = at.house.department('urban').id;
    const { refusedTwice, arbitrated, pending, lapsed } = tickets;
    const numbers = (...of: { number: string }[]) => of.map(({ number }) => number).sort();
    expect(await behind(manager, { column: 'asked', row })).toEqual(numbers(refusedTwice, arbitrated, pending, lapsed));
    expect(await behind(manager, { column: 'arbitrated', row })).toEqual(numbers(arbitrated));
    expect(await behind(manager, { column: 'improperReturnRate', row })).toEqual(numbers(refusedTwice));
    const decided = { column: 'improperReturnRate', part: 'denominator' } as const;
    expect(await behind(manager, { ...decided, row })).toEqual(numbers(refusedTwice, arbitrated));
    expect(await behind(manager, { column: 'pending', by: 'category', row: 'city.waste' })).toEqual(numbers(pending));
  });

  it('shows a department its own returns, also of what another one leads now', async () => {
    const head = await at.house.as('department-head', 'environment');
    const { rows, totals } = await report(head);
    expect(rows.map(({ key }) => key)).toEqual([at.house.department('environment').id]);
    expect(totals).toMatchObject({ asked: 2, upheld: 2 });
    const { upheld, arbitrated } = tickets;
    expect(await behind(head, { column: 'upheld' })).toEqual([upheld.number, arbitrated.number].sort());
  });

  it('names what every rate is made of, and says what it cannot be broken down by', async () => {
    const manager = await at.house.as('manager');
    const { formulas } = await report(manager);
    expect(formulas).toMatchObject([
      { label: '不当退单率', version: 1, numerator: '驳回', denominator: '已审理', dateBasis: '申请退单时间' },
      { label: '退单采纳率', version: 1, numerator: '采纳', denominator: '已审理' },
    ]);
    const refused = await manager.refusal('GET /api/reports/:name', { params, query: { ...period, by: 'team' } });
    expect(refused).toMatchObject({ status: 400 });
  });
});
