import { DeadlineRules } from '#deadlines/deadline-rules';
import { Queues, type Counters } from '#queue/queue-connection';
import { until } from '#testing/until';
import { ordinary, People, type TicketView } from '#testing/people';
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

const lettersOfClocks = async () => (await letters()).filter(({ service }) => service === 'deadlines');

/** The administrator has mended the cause. */
async function requeue(failed: readonly { id: string }[]): Promise<void> {
  const admin = await at.house.as('admin');
  for (const { id } of failed) await admin.call('POST /api/dead-letters/:id/requeue', { params: { id }, body: {} });
}

/** A limit that no due time can be computed by: whoever keeps the clocks of such a ticket throws each time. */
async function limitOfSuggestions(amount: number): Promise<void> {
  const change = `UPDATE deadlines.time_limit SET amount = $1 WHERE clock = 'dispatch' AND type = 'suggestion'`;
  await at.house.database.sql.query(change, [amount]);
  at.house.house.app.get(DeadlineRules, { strict: false }).forget();
}

describe('a ticket that a handler cannot cope with', () => {
  it('becomes a dead letter after its attempts, is left alone by the sweep, and comes back when somebody mends the cause', async () => {
    await limitOfSuggestions(-1);
    const suggestion = await at.people.register({ type: 'suggestion', title: '建议增设座椅' });
    const failed = await lettersOfClocks();
    expect(failed.map(({ ticketId, attempts }) => [ticketId, attempts])).toContainEqual([suggestion.id, 5]);
    at.house.clock.advance(60_000);
    expect(await at.house.house.sweeper.sweep(0)).toBe(0);
    expect(await at.people.register()).toMatchObject({ state: 'dispatched', alert: 'none' });
    await limitOfSuggestions(2);
    await requeue(failed);
    const { clocks } = await at.people.now(suggestion.id);
    expect(clocks.map(({ kind }) => kind)).toContain('finish');
    expect(await lettersOfClocks()).toEqual([]);
  });

  it('tells the administrator which year has no holidays yet, runs the clocks that need none, and has the others once they are entered', async () => {
    at.house.at('2026-12-30 10:00');
    const [ticket, leak] = [await at.people.register(), await at.people.register({ urgency: 'critical' })];
    const kinds = ({ clocks }: TicketView) => clocks.map(({ kind }) => kind).sort();
    expect(kinds(ticket)).toEqual(['contact', 'dispatch', 'sign']);
    expect(kinds(leak)).toEqual(['contact', 'dispatch', 'finish', 'sign']);
    expect(leak.clocksCurrent).toBe(false);
    const failed = await lettersOfClocks();
    expect(failed.map(({ reason }) => reason).join()).toContain('2027年的放假调休安排尚未公布');
    at.house.at('2026-12-30 10:31');
    await at.house.mark();
    expect(await at.people.now(leak.id)).toMatchObject({ alert: 'red' });
    const admin = await at.house.as('admin');
    const body = { source: '放假通知', published: true, days: [{ date: '2027-01-01', working: false, name: '元旦' }] };
    await admin.call('PUT /api/calendars/:year', { params: { year: '2027' }, body });
    await requeue(failed);
    const whole = await at.people.now(ticket.id);
    expect(kinds(whole)).toEqual(['citizen', 'contact', 'dispatch', 'finish', 'sign']);
    // Thursday 31 December, then Monday 4 January to Thursday 7.
    expect(whole).toMatchObject({ dueAt: '2027-01-07T10:00:00.000Z', clocksCurrent: true });
  });
});

describe('a failure that quotes what a citizen wrote', () => {
  const words = '欧阳家的秘密';

  /** Whoever writes an assignment is told what stands in its ticket. */
  async function quotingDatabase(): Promise<void> {
    await at.house.database.sql.query(`CREATE FUNCTION quote() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'cannot be: %', (SELECT content FROM ticket.ticket WHERE id = NEW.ticket_id); END $$`);
    await at.house.database.sql.query(
      `CREATE TRIGGER quote BEFORE INSERT ON ticket.assignment FOR EACH ROW EXECUTE FUNCTION quote()`,
    );
  }

  const counters = () => at.house.house.app.get(Queues).counters() as Counters;

  /** What Redis holds of jobs that have failed and are to be tried again. */
  async function failedJobs(): Promise<string> {
    const { redis, namespace } = counters();
    const keys = await redis.keys(`${namespace}:routing:*`);
    const jobs = await Promise.all(keys.map((key) => redis.hgetall(key).catch((): Record<string, string> => ({}))));
    return JSON.stringify(jobs.filter((job) => 'failedReason' in job));
  }

  it('is told by its kind, in the queue while it is tried again, and in the dead letter', async () => {
    await quotingDatabase();
    const agent = await at.house.as('agent');
    const body = { ...ordinary, content: `${words}，门前积水多日。` };
    const { id } = await agent.call('POST /api/tickets', { body });
    let waiting = '[]';
    await until(async () => ((waiting = await failedJobs()) === '[]' ? 'a job that failed once' : ''));
    await at.house.settle();
    await at.house.database.sql.query('DROP TRIGGER quote ON ticket.assignment');
    const letter = (await letters()).find(({ ticketId }) => ticketId === id);
    expect(letter).toMatchObject({ service: 'routing', reason: 'error: PostgreSQL P0001' });
    const { redis, namespace } = counters();
    const events = JSON.stringify(await redis.xrange(`${namespace}:routing:events`, '-', '+'));
    for (const said of [waiting, events]) {
      expect(said).toContain('PostgreSQL P0001');
      expect(said).not.toContain(words);
    }
  });
});
