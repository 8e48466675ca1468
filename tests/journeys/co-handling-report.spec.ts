import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { HouseClient } from '#testing/house-client';
import type { PartView, TicketView } from '#testing/people';
import { hotline } from './support/hotline';

// Help is due in five working days; the 20th, a Sunday, is worked.
const at = hotline();
type Report = RouteAnswer<'GET /api/reports/:name'>;
type TicketsQuery = NonNullable<RouteRequest<'GET /api/reports/:name/tickets'>['query']>;
const period = { from: '2026-09-14', to: '2026-09-14' };
const params = { name: 'co-handling' };

const idOf = (code: string) => at.house.department(code).id;
const partOf = (ticket: TicketView, code: string): PartView => {
  const part = ticket.assignments.find(
    ({ departmentId, role }) => departmentId === idOf(code) && role === 'co-handler',
  );
  if (!part) throw new Error(`${code} does not help`);
  return part;
};

/** Urban management leads; these help. */
const joint = async (...codes: string[]): Promise<TicketView> => {
  const body = { leadId: idOf('urban'), coHandlerIds: codes.map(idOf) };
  return at.people.change('dispatcher', 'dispatch', await at.people.register({ hold: true }), body);
};

const report = (client: HouseClient, by?: Report['by'], name = 'co-handling'): Promise<Report> =>
  client.call('GET /api/reports/:name', { params: { name }, query: { ...period, by } });
const rowOf = ({ rows }: Report, code: string) => rows.find(({ key }) => key === idOf(code))?.cells ?? {};
const behind = async (client: HouseClient, query: Pick<TicketsQuery, 'column' | 'part' | 'row' | 'by'>) => {
  const { items } = await client.call('GET /api/reports/:name/tickets', { params, query: { ...period, ...query } });
  return items.map(({ number }) => number).sort();
};

let tickets: { both: TicketView; late: TicketView; returned: TicketView; removed: TicketView };
beforeAll(async () => {
  const both = await joint('police', 'town-east');
  await at.people.reply(both, {}, partOf(both, 'police'));
  const late = await joint('police');
  const returned = await joint('police');
  await at.people.giveBack(returned, partOf(returned, 'police'));
  const removed = await joint('town-east');
  const body = { departmentId: idOf('town-east'), reason: '不再需要' };
  await at.people.change('dispatcher', 'remove-co-handler', removed, body);
  tickets = { both, late, returned, removed };
  await at.people.change('supervisor', 'void', await joint('police'), { reason: '误登' });
  at.house.at('2026-09-21 11:00');
  await at.house.mark();
  await at.people.reply(late, {}, partOf(late, 'police'));
  await joint('police');
});

describe('the report of co-handling', () => {
  it('has a line for each department that helped, with what became of its parts', async () => {
    const told = await report(await at.house.as('manager'));
    expect(told.rows).toHaveLength(2);
    expect(rowOf(told, 'police')).toMatchObject({
      ...{ given: 3, open: 0, answered: 2, returned: 1, removed: 0 },
      ...{ due: 2, inTime: 1, lateAnswered: 1, lateOpen: 0 },
      coAnsweredInTimeRate: { value: 1 / 2, numerator: 1, denominator: 2 },
    });
    expect(rowOf(told, 'town-east')).toMatchObject({
      ...{ given: 2, open: 1, answered: 0, returned: 0, removed: 1 },
      ...{ due: 1, inTime: 0, lateAnswered: 0, lateOpen: 1 },
    });
    expect(told.totals).toMatchObject({ given: 5, due: 3, inTime: 1 });
  });

  it('stands beside the figures, which count each ticket once, for its lead', async () => {
    const overview = await report(await at.house.as('manager'), 'department', 'overview');
    expect(overview.rows.map(({ key }) => key)).toEqual([idOf('urban')]);
    expect(overview.totals).toMatchObject({ received: 4, dispatched: 4 });
  });

  it.each(['area', 'category', 'type', 'channel', 'day', 'week', 'month', 'quarter', 'year'] as const)(
    'adds up to the same by %s',
    async (by) => {
      const { rows, totals } = await report(await at.house.as('manager'), by);
      expect(totals).toMatchObject({ given: 5, answered: 2, returned: 1, removed: 1 });
      expect(rows.reduce((sum, { cells }) => sum + Number(cells['given']), 0)).toBe(5);
    },
  );

  it('leads from each figure to its tickets', async () => {
    const manager = await at.house.as('manager');
    const numbers = (...of: TicketView[]) => of.map(({ number }) => number).sort();
    const { both, late, returned, removed } = tickets;
    expect(await behind(manager, { column: 'given', row: idOf('police') })).toEqual(numbers(both, late, returned));
    expect(await behind(manager, { column: 'lateAnswered', row: idOf('police') })).toEqual(numbers(late));
    expect(await behind(manager, { column: 'removed' })).toEqual(numbers(removed));
    const rate = { column: 'coAnsweredInTimeRate', row: idOf('police') } as const;
    expect(await behind(manager, rate)).toEqual(numbers(both));
    expect(await behind(manager, { ...rate, part: 'denominator' })).toEqual(numbers(both, late));
  });

  it('shows a department its own line, and says what it is made of', async () => {
    const head = await at.house.as('department-head', 'town-east');
    const { rows, totals, formulas } = await report(head);
    expect(rows.map(({ key }) => key)).toEqual([idOf('town-east')]);
    expect(totals).toMatchObject({ given: 2 });
    expect(formulas).toMatchObject([
      { label: '协办按时反馈率', version: 1, numerator: '按时反馈', denominator: '应反馈', dateBasis: '受理时间' },
    ]);
    const refused = await head.refusal('GET /api/reports/:name', { params, query: { ...period, by: 'team' } });
    expect(refused).toMatchObject({ status: 400 });
  });
});
