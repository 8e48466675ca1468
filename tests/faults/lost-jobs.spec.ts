import { goodReply, leadOf, ordinary, satisfied } from '#testing/people';
import { Queues } from '#queue/queue-connection';
import { restless } from '#testing/house-rest';
import { until } from '#testing/until';
import { heldPost } from './support/held-post';

const at = heldPost();

/** Every job of what was committed since is lost; only what the sweeps find comes back. Answers how much they found. */
async function loseAndSweep(): Promise<number> {
  expect(await at.post.collect()).not.toEqual([]);
  let found = 0;
  for (let rounds = 1; ; rounds += 1) {
    // A sweep leaves alone what was moved on this very instant: time passes between two of them.
    at.house.clock.advance(60_000);
    const brought = await at.house.house.sweeper.sweep(0);
    if (brought === 0) return found;
    if (rounds > 20) throw new Error(`the sweeps go on finding ${brought}`);
    found += brought;
    await until(async () => {
      // What the swept jobs cause is lost as well.
      await at.post.collect();
      const owing = await restless(at.house.database, at.house.house.app.get(Queues));
      return owing
        .split(', ')
        .filter((each) => /^(jobs|moves)/.test(each))
        .join();
    });
  }
}

describe('when every job is lost', () => {
  it('the sweeps carry a ticket the whole way, and then have nothing left to do', async () => {
    const agent = await at.house.as('agent');
    const { id } = await agent.call('POST /api/tickets', { body: ordinary });
    expect(await at.people.look(id)).toMatchObject({ state: 'registered', clocks: [] });
    expect(await loseAndSweep()).toBeGreaterThan(0);
    const dispatched = await at.people.look(id);
    expect(dispatched).toMatchObject({ state: 'dispatched', clocksCurrent: true });
    const found = await agent.call('POST /api/tickets/search', { body: { q: '垃圾' } });
    expect(found.items.map((item) => item.id)).toContain(id);

    const part = leadOf(dispatched);
    const handler = await at.people.handlerOf(part);
    await handler.call('POST /api/assignments/:id/sign', { params: { id: part.id }, body: {} });
    expect(await loseAndSweep()).toBeGreaterThan(0);
    expect((await at.people.look(id)).clocks.find(({ kind }) => kind === 'sign')).toMatchObject({ state: 'met' });
    expect(await at.house.house.sweeper.sweep(0)).toBe(0);
  });

  it('a follower is answered with its master, and one whose master is at work waits for nothing', async () => {
    const agent = await at.house.as('agent');
    const master = await agent.call('POST /api/tickets', { body: ordinary });
    const follower = await agent.call('POST /api/tickets', { body: { ...ordinary, hold: true } });
    await agent.call('POST /api/tickets/:id/merge', { params: { id: follower.id }, body: { intoId: master.id } });
    await loseAndSweep();
    expect(await at.house.house.sweeper.sweep(0)).toBe(0);
    const part = leadOf(await at.people.look(master.id));
    const handler = await at.people.handlerOf(part);
    const { id } = part;
    await handler.call('POST /api/assignments/:id/sign', { params: { id }, body: {} });
    await handler.call('POST /api/assignments/:id/reply', { params: { id }, body: goodReply });
    await (
      await at.house.as('reviewer')
    ).call('POST /api/tickets/:id/approve', { params: { id: master.id }, body: {} });
    await loseAndSweep();
    expect((await at.people.look(follower.id)).handledAt).toBe((await at.people.look(master.id)).handledAt);
  });

  it('an unrated ticket is closed, and one whose rating waits to be judged is left alone', async () => {
    const callback = await at.house.as('callback');
    const tickets = [await callable(), await callable()];
    const [silent, bad] = tickets;
    if (!silent || !bad) throw new Error('two tickets were registered');
    for (const day of ['2026-09-21 10:00', '2026-09-22 10:00', '2026-09-23 10:00']) {
      at.house.at(day);
      for (const id of tickets) {
        const sent = { params: { id }, body: { outcome: 'no-answer' } as const };
        await callback.call('POST /api/tickets/:id/callback-attempts', sent);
      }
    }
    const rating = { ...satisfied, solved: 'no' } as const;
    await callback.call('POST /api/tickets/:id/ratings', { params: { id: bad }, body: rating });
    await loseAndSweep();
    expect(await at.people.look(silent)).toMatchObject({ state: 'closed', closeReason: 'unrated' });
    expect(await at.people.look(bad)).toMatchObject({ state: 'callback', judgementDue: true });
    expect(await at.house.house.sweeper.sweep(0)).toBe(0);
  });

  it('no ticket is unsound afterwards', async () => {
    expect(await at.house.faults()).toEqual([]);
  });
});

/** A ticket that waits for its call, brought there with nothing but sweeps. */
async function callable(): Promise<string> {
  const agent = await at.house.as('agent');
  const { id } = await agent.call('POST /api/tickets', { body: ordinary });
  await loseAndSweep();
  const part = leadOf(await at.people.look(id));
  const handler = await at.people.handlerOf(part);
  await handler.call('POST /api/assignments/:id/sign', { params: { id: part.id }, body: {} });
  await handler.call('POST /api/assignments/:id/reply', { params: { id: part.id }, body: goodReply });
  await (await at.house.as('reviewer')).call('POST /api/tickets/:id/approve', { params: { id }, body: {} });
  await loseAndSweep();
  return id;
}
