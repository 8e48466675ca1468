import { goodReply, leadOf, ordinary, People, satisfied } from '#testing/people';
import { Queues } from '#queue/queue-connection';
import { restless } from '#testing/house-rest';
import type { TestHouse } from '#testing/test-house';
import { until } from '#testing/until';
import { openHotline } from '../journeys/support/open-hotline';
import { Deliveries } from './support/deliveries';

let house: TestHouse;
let people: People;
let post: Deliveries;
beforeAll(async () => {
  house = await openHotline();
  people = new People(house);
  post = await Deliveries.takeOver(house);
});
afterAll(async () => {
  const faults = await house.faults();
  await house.close();
  expect(faults).toEqual([]);
});

/** Every job of what was committed since is lost; only what the sweeps find comes back. Answers how much they found. */
async function loseAndSweep(): Promise<number> {
  expect(await post.collect()).not.toEqual([]);
  house.clock.advance(60_000);
  let found = 0;
  for (let rounds = 1; ; rounds += 1) {
    const brought = await house.house.sweeper.sweep(0);
    if (brought === 0) return found;
    if (rounds > 20) throw new Error(`the sweeps go on finding ${brought}`);
    found += brought;
    await until(async () => {
      // What the swept jobs cause is lost as well.
      await post.collect();
      const owing = await restless(house.database, house.house.app.get(Queues));
      return owing
        .split(', ')
        .filter((each) => /^(jobs|moves)/.test(each))
        .join();
    });
  }
}

const look = async (id: string) => (await house.as('agent')).call('GET /api/tickets/:id', { params: { id } });

describe('when every job is lost', () => {
  it('the sweeps carry a ticket the whole way, and then have nothing left to do', async () => {
    const agent = await house.as('agent');
    const { id } = await agent.call('POST /api/tickets', { body: ordinary });
    expect(await look(id)).toMatchObject({ state: 'registered', clocks: [] });
    expect(await loseAndSweep()).toBeGreaterThan(0);
    const dispatched = await look(id);
    expect(dispatched).toMatchObject({ state: 'dispatched', clocksCurrent: true });
    const found = await agent.call('POST /api/tickets/search', { body: { q: '垃圾' } });
    expect(found.items.map((item) => item.id)).toContain(id);

    const part = leadOf(dispatched);
    const handler = await people.handlerOf(part);
    await handler.call('POST /api/assignments/:id/sign', { params: { id: part.id }, body: {} });
    expect(await loseAndSweep()).toBeGreaterThan(0);
    expect((await look(id)).clocks.find(({ kind }) => kind === 'sign')).toMatchObject({ state: 'met' });
    expect(await house.house.sweeper.sweep(0)).toBe(0);
  });

  it('a follower is answered with its master, and one whose master is at work waits for nothing', async () => {
    const agent = await house.as('agent');
    const master = await agent.call('POST /api/tickets', { body: ordinary });
    const follower = await agent.call('POST /api/tickets', { body: { ...ordinary, hold: true } });
    await agent.call('POST /api/tickets/:id/merge', { params: { id: follower.id }, body: { intoId: master.id } });
    await loseAndSweep();
    expect(await house.house.sweeper.sweep(0)).toBe(0);
    const part = leadOf(await look(master.id));
    const handler = await people.handlerOf(part);
    const { id } = part;
    await handler.call('POST /api/assignments/:id/sign', { params: { id }, body: {} });
    await handler.call('POST /api/assignments/:id/reply', { params: { id }, body: goodReply });
    await (await house.as('reviewer')).call('POST /api/tickets/:id/approve', { params: { id: master.id }, body: {} });
    await loseAndSweep();
    expect((await look(follower.id)).handledAt).toBe((await look(master.id)).handledAt);
  });

  it('an unrated ticket is closed, and one whose rating waits to be judged is left alone', async () => {
    const callback = await house.as('callback');
    const tickets = [await callable(), await callable()];
    const [silent, bad] = tickets;
    if (!silent || !bad) throw new Error('two tickets were registered');
    for (const day of ['2026-09-21 10:00', '2026-09-22 10:00', '2026-09-23 10:00']) {
      house.at(day);
      for (const id of tickets) {
        const sent = { params: { id }, body: { outcome: 'no-answer' } as const };
        await callback.call('POST /api/tickets/:id/callback-attempts', sent);
      }
    }
    const rating = { ...satisfied, solved: 'no' } as const;
    await callback.call('POST /api/tickets/:id/ratings', { params: { id: bad }, body: rating });
    await loseAndSweep();
    expect(await look(silent)).toMatchObject({ state: 'closed', closeReason: 'unrated' });
    expect(await look(bad)).toMatchObject({ state: 'callback', judgementDue: true });
    expect(await house.house.sweeper.sweep(0)).toBe(0);
  });
});

/** A ticket that waits for its call, brought there with nothing but sweeps. */
async function callable(): Promise<string> {
  const agent = await house.as('agent');
  const { id } = await agent.call('POST /api/tickets', { body: ordinary });
  await loseAndSweep();
  const part = leadOf(await look(id));
  const handler = await people.handlerOf(part);
  await handler.call('POST /api/assignments/:id/sign', { params: { id: part.id }, body: {} });
  await handler.call('POST /api/assignments/:id/reply', { params: { id: part.id }, body: goodReply });
  await (await house.as('reviewer')).call('POST /api/tickets/:id/approve', { params: { id }, body: {} });
  await loseAndSweep();
  return id;
}
