import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { HouseClient } from '#testing/house-client';
import { basicallySatisfied, dissatisfied, leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-08-27 09:30' });
type Report = RouteAnswer<'GET /api/reports/:name'>;
type TicketsQuery = NonNullable<RouteRequest<'GET /api/reports/:name/tickets'>['query']>;

const params = { name: 'departments' };
const september = { from: '2026-09-01', to: '2026-09-30' };

const report = async (client: HouseClient, query: object = {}): Promise<Report> =>
  client.call('GET /api/reports/:name', { params, query: { ...september, ...query } });

const behind = async (client: HouseClient, query: Omit<TicketsQuery, 'from' | 'to'>): Promise<string[]> => {
  const asked = { ...september, limit: 200, ...query };
  const { items } = await client.call('GET /api/reports/:name/tickets', { params, query: asked });
  return items.map(({ number }) => number).sort();
};

const rowOf = ({ rows }: Report, code: string) =>
  rows.find(({ key }) => key === at.house.department(code).id)?.cells ?? {};

async function extended(ticket: TicketView): Promise<void> {
  const id = leadOf(ticket).id;
  const body = { until: '2026-09-15T18:00:00+08:00', reason: '等待配件', basis: '采购合同' };
  const handler = await at.people.handlerOf(leadOf(ticket));
  const asked = await handler.call('POST /api/assignments/:id/request-extension', { params: { id }, body });
  const supervisor = await at.house.as('supervisor');
  await supervisor.call('POST /api/extensions/:id/approve', { params: { id: asked.id }, body: {} });
}

/** A month's story; the water company's, unless it says another. */
async function september2026() {
  const { people, house } = at;
  const water = { categoryCode: 'utility.water' };
  const left = await people.bring('handling', water);
  house.at('2026-09-01 09:30');
  const inTime = await people.rate(await people.bring('callback', water));
  await people.rate(await people.bring('callback', water), basicallySatisfied);
  const bad = await people.rate(await people.bring('callback', water), dissatisfied);
  const sentBack = await people.change('reviewer', 'send-back', await people.bring('replied', water), {
    reasonCode: 'no-evidence',
  });
  const late = await people.bring('handling', water);
  await extended(late);
  const noise = await people.decide(
    await people.giveBack(await people.register({ categoryCode: 'city.noise' })),
    'uphold',
  );
  const refused = await people.decide(await people.giveBack(await people.register(water)), 'reject');
  await people.change('callback', 'judgement', bad, { reasonable: true, reason: '确未解决' });
  house.at('2026-09-25 10:00');
  await house.settle();
  await house.mark();
  await people.change('reviewer', 'approve', await people.reply(late), {});
  house.at('2026-09-28 10:00');
  return { left, inTime, bad, sentBack, late, noise, refused };
}

let story: Awaited<ReturnType<typeof september2026>>;
let manager: HouseClient;
beforeAll(async () => {
  story = await september2026();
  manager = await at.house.as('manager');
});

describe('the report of departments', () => {
  it('counts what was carried over, what came, what was done in time, late and not yet, and what is in hand', async () => {
    const shown = rowOf(await report(manager), 'water');
    expect(shown).toMatchObject({ carriedOver: 1, dispatched: 6, returnRejected: 1, sentBack: 1, extended: 1 });
    expect(shown).toMatchObject({ reworkedOf: 1, rated: 3, fullySatisfied: 1, basicallySatisfied: 1, dissatisfied: 1 });
    expect(shown).toMatchObject({ finishedInTime: 3, finishedLate: 1, overdueOpen: 3, dueToFinish: 7 });
    expect(shown['finishedInTimeRate']).toEqual({ value: 3 / 7, numerator: 3, denominator: 7 });
    // Handed over, sent back, refused, and what is handled again.
    expect(shown['inHand']).toBe(4);
  });

  it('counts a return with whoever gave the ticket back, and its tickets once in all', async () => {
    const shown = await report(manager);
    expect(rowOf(shown, 'environment')).toMatchObject({ returnUpheld: 1, dispatched: 0, dueToFinish: 0 });
    expect(shown.totals['returnUpheld']).toBe(1);
    expect(await behind(manager, { column: 'returnUpheld' })).toEqual([story.noise.number]);
    const row = at.house.department('environment').id;
    expect(await behind(manager, { by: 'department', column: 'returnUpheld', row })).toEqual([story.noise.number]);
  });

  it.each(['department', 'category', 'month'] as const)(
    'opens as many tickets as each cell says, by %s',
    async (by) => {
      const { rows, totals, columns, asOf } = await report(manager, { by });
      for (const { key, cells } of [...rows, { key: undefined, cells: totals }])
        for (const { key: column, kind } of columns) {
          const cell = cells[column];
          if (kind === 'label' || kind === 'plain') continue;
          const query = { by, asOf, column, row: key ?? undefined };
          if (typeof cell === 'number') expect([column, (await behind(manager, query)).length]).toEqual([column, cell]);
          if (typeof cell !== 'object' || cell === null || !('numerator' in cell)) continue;
          expect(await behind(manager, { ...query, part: 'numerator' })).toHaveLength(cell.numerator);
          expect(await behind(manager, { ...query, part: 'denominator' })).toHaveLength(cell.denominator);
        }
    },
  );

  it('shows a department its own lines only', async () => {
    const { rows } = await report(await at.house.as('department-head', 'water'));
    expect(rows.map(({ key }) => key)).toEqual([at.house.department('water').id]);
    // Whoever has it now, the return is theirs who gave it back, and nobody else's.
    const environment = await at.house.as('department-head', 'environment');
    for (const by of ['department', 'type'] as const) {
      const own = await report(environment, { by });
      expect(own.totals).toMatchObject({ returnUpheld: 1, dispatched: 0 });
      expect(own.rows).toMatchObject([{ cells: { returnUpheld: 1 } }]);
      expect(await behind(environment, { by, column: 'returnUpheld' })).toEqual([story.noise.number]);
    }
  });

  it('says nothing of a stock by months, and opens as many tickets as it says by them', async () => {
    const { columns } = await report(manager, { by: 'month' });
    expect(columns.map(({ key }) => key)).not.toContain('inHand');
    const query = { by: 'month' as const, column: 'inHand' };
    expect(
      await manager.refusal('GET /api/reports/:name/tickets', { params, query: { ...september, ...query } }),
    ).toMatchObject({
      status: 400,
    });
  });

  it('judges nobody before the day has come, and whoever was early on the day it was due', async () => {
    const { people, house } = at;
    const before = rowOf(await report(manager), 'gas');
    expect(before['dueToFinish'] ?? 0).toBe(0);
    await people.bring('callback', { categoryCode: 'utility.gas' });
    expect(rowOf(await report(manager), 'gas')).toMatchObject({ dispatched: 1, dueToFinish: 0 });
    house.at('2026-10-12 10:00');
    const october = { from: '2026-10-01', to: '2026-10-31' };
    expect(rowOf(await report(manager, october), 'gas')).toMatchObject({ dispatched: 0, finishedInTime: 1 });
  });
});
