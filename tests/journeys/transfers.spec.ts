import { createHmac } from 'node:crypto';
import type { Channel } from '#ticket/channel';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { HouseClient, type Answer } from '#testing/house-client';
import { ListeningSystem, type Told as Heard } from '#testing/listening-system';
import type { TicketView } from '#testing/people';
import { Feedback } from '../../apps/intake/src/transfers/feedback';
import type { FeedbackMessage } from '../../apps/intake/src/transfers/feedback-message';
import { hotline } from './support/hotline';

const at = hotline();

type Instruction = NonNullable<RouteRequest<'POST /api/transfers/instructions'>['body']>;
type Told = RouteAnswer<'POST /api/transfers/instructions'>;

let counted = 0;
const next = (prefix: string): string => `${prefix}-${(counted += 1)}`;
const open: ListeningSystem[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A city's hotline that hands tickets down and hears of them. */
async function aSuperior(given: { channels?: Channel[]; system?: string | null } = {}) {
  const listener = await ListeningSystem.open();
  open.push(listener);
  const system = given.system === undefined ? next('city') : given.system;
  const admin = await at.house.as('admin');
  const body = { name: next('上级'), channels: given.channels ?? ['superior' as const], system };
  const { client, key } = await admin.call('POST /api/channel-clients', {
    body: { ...body, webhookUrl: listener.url },
  });
  const params = { id: client.id };
  const { key: secret } = await admin.call('POST /api/channel-clients/:id/new-secret', { params, body: {} });
  return { id: client.id, system, listener, secret: secret ?? '', says: new HouseClient(at.house.url, key) };
}
type Superior = Awaited<ReturnType<typeof aSuperior>>;

const matter = {
  type: 'help' as const,
  content: '三号楼前的垃圾三天没有清运',
  categoryCode: 'city.waste',
  areaCode: 'east-1',
  citizen: { name: '王小明', phone: '13911112222' },
};

/** A ticket that they hand down; answers theirs and ours. */
async function handedDown(from: Superior, given: object = {}, channel: 'superior' | 'inspection' = 'superior') {
  const upstreamNumber = next('S');
  const body = { messageId: next('m'), upstreamNumber, ...matter, ...given };
  const { number } = await from.says.call('POST /api/channels/:channel/tickets', { params: { channel }, body });
  return { upstreamNumber, ticket: await ours(number) };
}

async function ours(number: string) {
  const { items } = await (await at.house.as('agent')).call('GET /api/tickets', { query: { number } });
  return at.people.now(items[0]?.id ?? '');
}

/** Signed, contacted, replied to, and let pass by our review. */
async function answer(ticket: TicketView): Promise<TicketView> {
  const contacted = await at.people.contact(await at.people.sign(ticket));
  return at.people.change('reviewer', 'approve', await at.people.reply(contacted), {});
}

type Kind = Instruction['kind'];
const instruct = (from: Superior, kind: Kind, upstreamNumber: string, given: object = {}): Promise<Answer> =>
  from.says.try('POST /api/transfers/instructions', {
    body: { messageId: next('i'), kind, upstreamNumber, ...given } as Instruction,
  });
const stateAfter = ({ body }: Answer): string => (body as Told).state;

const tell = (): Promise<number> => at.house.app.get(Feedback, { strict: false }).tellAll();
const heard = ({ listener }: Superior): FeedbackMessage[] => listener.told.map(({ body }) => body as FeedbackMessage);
const steps = (from: Superior): string[] => heard(from).flatMap((message) => message.steps.map(({ step }) => step));

describe('a ticket that a superior’s system hands down', () => {
  it('keeps its number and its date, and is refused a second time by that number', async () => {
    const city = await aSuperior();
    const upstreamDueAt = '2026-09-18T12:00:00+08:00';
    const { upstreamNumber, ticket } = await handedDown(city, { upstreamDueAt });
    expect(ticket).toMatchObject({ channel: 'superior', upstreamSystem: city.system, upstreamNumber });
    expect(new Date(ticket.dueAt ?? '')).toEqual(new Date('2026-09-17T18:00:00+08:00'));
    const params = { channel: 'superior' };
    const body = { messageId: next('m'), upstreamNumber, ...matter };
    const again = await city.says.refusal('POST /api/channels/:channel/tickets', { params, body });
    expect(again).toMatchObject({ status: 409, detail: '上级工单编号已登记' });
  });

  it('needs a name for its system, without which nobody could be told', async () => {
    const nameless = await aSuperior({ system: null });
    const body = { messageId: next('m'), upstreamNumber: 'S-0', ...matter };
    const refused = await nameless.says.refusal('POST /api/channels/:channel/tickets', {
      params: { channel: 'superior' },
      body,
    });
    expect(refused).toMatchObject({ status: 400, errors: [{ path: 'upstreamSystem' }] });
  });

  it('bears a name that no other system has', async () => {
    const city = await aSuperior();
    const body = { name: next('上级'), channels: ['superior' as const], system: city.system };
    const refused = await (await at.house.as('admin')).refusal('POST /api/channel-clients', { body });
    expect(refused).toMatchObject({ status: 409, errors: [{ path: 'system' }] });
  });

  it('is urged by them, once for each message, and counted', async () => {
    const city = await aSuperior();
    const { upstreamNumber, ticket } = await handedDown(city);
    const messageId = next('i');
    const text = '请抓紧办理';
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => instruct(city, 'urge', upstreamNumber, { messageId, text })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await at.people.now(ticket.id)).toMatchObject({ urges: 1 });
    await instruct(city, 'urge', upstreamNumber, { text });
    expect(await at.people.now(ticket.id)).toMatchObject({ urges: 2 });
  });

  it('is judged by them: sent back to the department, then accepted', async () => {
    const city = await aSuperior();
    const { upstreamNumber, ticket } = await handedDown(city);
    const answered = await answer(ticket);
    expect(answered).toMatchObject({ state: 'upstream' });
    const dueAt = '2026-09-25T18:00:00+08:00';
    expect(stateAfter(await instruct(city, 'rework', upstreamNumber, { dueAt, reason: '未答复诉求' }))).toBe(
      'dispatched',
    );
    const again = await at.people.now(ticket.id);
    expect(again).toMatchObject({ round: 2, upstreamDueAt: new Date(dueAt).toISOString() });
    await answer(again);
    expect(stateAfter(await instruct(city, 'accept', upstreamNumber))).toBe('callback');
    const rating = { contacted: 'yes', solved: 'yes', satisfaction: { result: 'satisfied' } };
    expect(stateAfter(await instruct(city, 'rate', upstreamNumber, rating))).toBe('closed');
    expect(await at.people.now(ticket.id)).toMatchObject({ rating: { source: 'upstream' } });
  });

  it('goes back up for a reason that they are told, when they agree', async () => {
    const city = await aSuperior();
    const { upstreamNumber, ticket } = await handedDown(city);
    await at.people.change('dispatcher', 'return-up', await at.people.giveBack(ticket), { reason: '不属本区' });
    await tell();
    expect(heard(city).at(-1)?.steps.at(-1)).toMatchObject({ step: 'returnUp', facts: { reason: '不属本区' } });
    expect(stateAfter(await instruct(city, 'return-accepted', upstreamNumber))).toBe('returned-up');
  });

  it('is nobody’s but theirs', async () => {
    const [city, other] = [await aSuperior(), await aSuperior()];
    const { upstreamNumber } = await handedDown(city);
    expect((await instruct(other, 'urge', upstreamNumber, { text: '催' })).status).toBe(404);
    const nameless = await aSuperior({ system: null });
    expect((await instruct(nameless, 'urge', upstreamNumber, { text: '催' })).status).toBe(403);
    expect((await instruct(city, 'accept', upstreamNumber)).status).toBe(409);
  });
});

describe('a case that the police hand over', () => {
  it('keeps their number, and is not theirs to judge', async () => {
    const police = await aSuperior({ channels: ['emergency-110'] });
    const caseNumber = next('J');
    const { number } = await police.says.call('POST /api/channels/:channel/tickets', {
      params: { channel: 'emergency-110' },
      body: { messageId: next('m'), caseNumber, ...matter },
    });
    const ticket = await ours(number);
    expect(ticket).toMatchObject({ upstreamSystem: police.system, upstreamNumber: caseNumber });
    expect(await answer(ticket)).toMatchObject({ state: 'callback' });
    await tell();
    expect(steps(police)).toContain('approve');
  });
});

describe('what became of a ticket', () => {
  it('is told to its system step by step, signed, with the reply once it was approved and no word of the citizen', async () => {
    const city = await aSuperior();
    const { upstreamNumber, ticket } = await handedDown(city);
    await tell();
    expect(steps(city)).toEqual(['register', 'dispatch']);
    expect(heard(city)[0]).toMatchObject({ upstreamNumber, number: ticket.number, reply: null });
    await answer(ticket);
    await tell();
    expect(steps(city)).toEqual(['register', 'dispatch', 'sign', 'contact', 'approve']);
    expect(heard(city).at(-1)).toMatchObject({ state: 'upstream', reply: { resolution: 'solved' } });
    const { headers, text } = city.listener.told.at(-1) as Heard;
    const signed = createHmac('sha256', city.secret).update(`${String(headers['x-hotline-timestamp'])}.${text}`);
    expect(headers['x-hotline-signature']).toBe(`sha256=${signed.digest('hex')}`);
    expect(Number(headers['x-hotline-timestamp'])).toBe(Math.floor(at.house.clock.now().getTime() / 1_000));
    expect(city.listener.told.map((each) => each.text).join()).not.toMatch(/13911112222|王小明/);
    expect(await tell()).toBe(0);
  });

  it('waits until they can be reached, longer each time, and comes in its order', async () => {
    const city = await aSuperior();
    city.listener.status = 503;
    const { ticket } = await handedDown(city);
    await tell();
    await at.people.sign(ticket);
    await tell();
    expect(city.listener.told).toHaveLength(1);
    const admin = await at.house.as('admin');
    const params = { id: city.id };
    const { items } = await admin.call('GET /api/channel-clients/:id/feedback', { params });
    expect(items).toMatchObject([{ ticketId: ticket.id, attempts: 1, fault: '对方答复 503' }]);
    at.house.clock.advance(5_000);
    await tell();
    expect(city.listener.told).toHaveLength(2);
    at.house.clock.advance(5_000);
    await tell();
    expect(city.listener.told).toHaveLength(2);
    city.listener.status = 200;
    at.house.clock.advance(5_000);
    await tell();
    expect(
      heard(city)
        .at(-1)
        ?.steps.map(({ step }) => step),
    ).toEqual(['register', 'dispatch', 'sign']);
    expect((await admin.call('GET /api/channel-clients/:id/feedback', { params })).items).toEqual([]);
  });

  it('of one ticket that they do not take holds up no other', async () => {
    const city = await aSuperior();
    city.listener.status = 404;
    await handedDown(city);
    await handedDown(city);
    await tell();
    expect(city.listener.told).toHaveLength(2);
  });

  it('is told once by however many replicas', async () => {
    const city = await aSuperior();
    for (let count = 0; count < 5; count += 1) await handedDown(city);
    const beside = await at.house.beside();
    await Promise.all([tell(), beside.app.get(Feedback, { strict: false }).tellAll()]);
    await beside.close();
    expect(new Set(heard(city).map(({ delivery }) => delivery)).size).toBe(5);
    expect(heard(city)).toHaveLength(5);
  });

  it('is told again from the beginning when somebody asks for it, under the same names', async () => {
    const city = await aSuperior();
    await handedDown(city);
    await tell();
    const [first] = heard(city);
    const admin = await at.house.as('admin');
    const since = at.house.clock.now().toISOString();
    await admin.call('POST /api/channel-clients/:id/replay', { params: { id: city.id }, body: { since } });
    await tell();
    expect(heard(city)).toEqual([first, first]);
    const { items } = await admin.call('GET /api/admin-events', { query: { subject: 'channel-client' } });
    expect(items[0]).toMatchObject({ action: 'replay', after: { tickets: 1 } });
  });

  it('is told of a ticket that somebody registered by hand under that system’s name', async () => {
    const city = await aSuperior();
    await at.people.register({ channel: 'superior', upstreamSystem: city.system ?? '', upstreamNumber: next('S') });
    await tell();
    expect(steps(city)).toEqual(['register', 'dispatch']);
  });

  it('is owed as long as nobody listens, and told once somebody does', async () => {
    const city = await aSuperior();
    const admin = await at.house.as('admin');
    const params = { id: city.id };
    await admin.call('PATCH /api/channel-clients/:id', { params, body: { webhookUrl: null } });
    await handedDown(city);
    expect(await tell()).toBe(0);
    await admin.call('PATCH /api/channel-clients/:id', { params, body: { webhookUrl: city.listener.url } });
    expect(await tell()).toBe(1);
  });
});

it('keeps the secret sealed, and tells it once', async () => {
  const { secret } = await aSuperior();
  const { sql } = at.house.database;
  const rows = await sql.query(`SELECT to_jsonb(c)::text AS row FROM ticket.channel_client c`, []);
  const { items } = await (await at.house.as('admin')).call('GET /api/admin-events', { query: {} });
  expect(JSON.stringify([rows, items])).not.toContain(secret);
});
