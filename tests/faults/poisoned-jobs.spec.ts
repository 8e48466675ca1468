import { DeadlineRules } from '#deadlines/deadline-rules';
import { Queues } from '#queue/queue-connection';
import { until } from '#testing/until';
import { People } from '#testing/people';
import type { TestHouse } from '#testing/test-house';
import { openHotline } from '../journeys/support/open-hotline';

// This house is poisoned on purpose, so it is not examined like the others when it closes.
const at = {} as { house: TestHouse; people: People };
beforeAll(async () => {
  at.house = await openHotline();
  at.people = new People(at.house);
});
afterAll(() => at.house.close());

const noTicket = '018f3c5e-0000-7000-8000-000000000001';

const letters = async () => {
  const admin = await at.house.as('admin');
  return (await admin.call('GET /api/dead-letters', { query: { limit: 200 } })).items;
};
const add = (name: string, data: unknown) =>
  at.house.house.app
    .get(Queues)
    .queue('routing')
    .add(name, data as never, { attempts: 5, removeOnFail: true });
const letterOf = (event: string) =>
  until(async () => ((await letters()).some((letter) => letter.event === event) ? '' : `no letter of ${event}`));

describe('a job that can never be right', () => {
  it('becomes a dead letter with its reason: an event nobody knows', async () => {
    await add('ticket.exploded', { ticketId: noTicket, seq: 1 });
    await letterOf('ticket.exploded');
    const letter = (await letters()).find(({ event }) => event === 'ticket.exploded');
    expect(letter).toMatchObject({ service: 'routing', ticketId: noTicket, attempts: 1 });
    expect(letter?.reason).toContain('knows no event');
  });

  it.each([
    ['nothing', null],
    ['no ticket', { seq: 1 }],
    ['an id that is none', { ticketId: 'x', seq: 1 }],
    ['an array', [1, 2]],
  ])('becomes a dead letter with its reason: a job that carries %s', async (_, data) => {
    const before = (await letters()).length;
    await add('ticket.registered', data);
    await until(async () => ((await letters()).length > before ? '' : 'no new letter'));
    expect((await letters())[0]).toMatchObject({
      service: 'routing',
      ticketId: null,
      reason: expect.stringContaining('names no ticket') as string,
    });
  });

  it('does not hold up the others', async () => {
    await add('ticket.exploded', { ticketId: noTicket, seq: 2 });
    expect(await at.people.register()).toMatchObject({ state: 'dispatched' });
  });
});

/** A limit that no due time can be computed by: whoever keeps the clocks of such a ticket throws each time. */
async function limitOfSuggestions(amount: number): Promise<void> {
  const change = `UPDATE deadlines.time_limit SET amount = $1 WHERE clock = 'dispatch' AND type = 'suggestion'`;
  await at.house.database.sql.query(change, [amount]);
  at.house.house.app.get(DeadlineRules, { strict: false }).forget();
}

describe('a ticket that a handler cannot cope with', () => {
  it('becomes a dead letter after its attempts, is left alone by the sweep, and comes back when somebody mends the cause', async () => {
    const ofClocks = async () => (await letters()).filter(({ service }) => service === 'deadlines');
    await limitOfSuggestions(-1);
    const suggestion = await at.people.register({ type: 'suggestion', title: '建议增设座椅' });
    const failed = await ofClocks();
    expect(failed.map(({ ticketId, attempts }) => [ticketId, attempts])).toContainEqual([suggestion.id, 5]);
    at.house.clock.advance(60_000);
    expect(await at.house.house.sweeper.sweep(0)).toBe(0);
    expect(await at.people.register()).toMatchObject({ state: 'dispatched', alert: 'none' });
    await limitOfSuggestions(2);
    const admin = await at.house.as('admin');
    for (const { id } of failed) await admin.call('POST /api/dead-letters/:id/requeue', { params: { id }, body: {} });
    const { clocks } = await at.people.now(suggestion.id);
    expect(clocks.map(({ kind }) => kind)).toContain('finish');
    expect(await ofClocks()).toEqual([]);
  });
});
