import type { RouteRequest } from '#http-api/routes';
import type { HouseClient } from '#testing/house-client';
import type { TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const noise = { categoryCode: 'city.noise' };
type Query = NonNullable<RouteRequest<'GET /api/transit/tickets'>['query']>;

const objecting = async (given?: object): Promise<TicketView> => at.people.giveBack(await at.people.register(given));

/** From one Monday to the next; what a department works at and what is over is none of it. */
async function fiveDays() {
  at.house.at('2026-09-07 09:30');
  const kept = await at.people.register({ hold: true });
  at.house.at('2026-09-09 10:00');
  const second = await at.people.giveBack(await at.people.decide(await objecting(noise), 'uphold'));
  const returned = await objecting();
  const asked = await at.people.change('dispatcher', 'ask-more', await objecting(), { missing: ['course'] });
  await at.people.bring('handling');
  await at.people.bring('closed');
  at.house.at('2026-09-14 09:29');
  const fresh = await at.people.register({ hold: true });
  at.house.at('2026-09-14 09:30');
  return { kept, second, returned, asked, fresh };
}

let tickets: Awaited<ReturnType<typeof fiveDays>>;
beforeAll(async () => {
  tickets = await fiveDays();
});

const listed = async (client: HouseClient, query: Query = {}): Promise<string[]> =>
  (await client.call('GET /api/transit/tickets', { query })).items.map(({ number }) => number);

describe('what is in transit', () => {
  it('is counted by who has it and for how long, a week and a day to the second', async () => {
    const { items } = await (await at.house.as('dispatcher')).call('GET /api/transit');
    expect(items.map(({ holder, age, tickets: count }) => `${holder} ${age} ${count}`).sort()).toEqual([
      'agent over-three-days 1',
      'dispatcher over-a-week 1',
      'dispatcher over-three-days 1',
      'dispatcher within-a-day 1',
      'supervisor over-three-days 1',
    ]);
    const oldest = items.find(({ age }) => age === 'over-a-week');
    expect(oldest?.oldestSince).toBe(tickets.kept.registeredAt);
  });

  it('is listed with each figure’s own tickets, whoever has waited longest first', async () => {
    const { kept, second, returned, asked, fresh } = tickets;
    const supervisor = await at.house.as('supervisor');
    const all = await listed(supervisor);
    expect([...all].sort()).toEqual([kept, second, returned, asked, fresh].map(({ number }) => number).sort());
    expect([all[0], all.at(-1)]).toEqual([kept.number, fresh.number]);
    expect(await listed(supervisor, { holder: 'supervisor' })).toEqual([second.number]);
    expect(await listed(supervisor, { holder: 'agent' })).toEqual([asked.number]);
    expect(await listed(supervisor, { holder: 'dispatcher', age: 'over-three-days' })).toEqual([returned.number]);
    expect(await listed(supervisor, { age: 'over-a-week' })).toEqual([kept.number]);
    expect(await listed(supervisor, { age: 'over-a-day' })).toEqual([]);
    const { items } = await supervisor.call('GET /api/transit');
    for (const { holder, age, tickets: count } of items)
      expect(await listed(supervisor, { holder, age })).toHaveLength(count);
  });

  it('is gone through page by page without missing one', async () => {
    const manager = await at.house.as('manager');
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await manager.call('GET /api/transit/tickets', { query: { limit: 2, cursor } });
      pages.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(await listed(manager));
  });

  it('leaves it when a department has it again', async () => {
    const ticket = await objecting();
    const dispatcher = await at.house.as('dispatcher');
    expect(await listed(dispatcher)).toContain(ticket.number);
    await at.people.decide(ticket, 'reject');
    expect(await listed(dispatcher)).not.toContain(ticket.number);
  });

  it('is no department’s to see, and refuses a holder that there is not', async () => {
    const head = await at.house.as('department-head', 'urban');
    expect(await head.refusal('GET /api/transit')).toMatchObject({ status: 403 });
    const supervisor = await at.house.as('supervisor');
    const { status } = await supervisor.send('/api/transit/tickets?holder=lead', { method: 'GET' });
    expect(status).toBe(400);
  });
});
