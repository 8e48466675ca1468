import { channels, type Channel } from '#ticket/channel';
import { roleNames } from '#ticket/role';
import type { MachineChannel } from '#http-api/inbound-shapes';
import type { Problem } from '#http-api/problem';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { aForm, aPhotograph } from '#testing/files';
import { HouseClient, type Answer } from '#testing/house-client';
import { ordinary } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

type NewClient = NonNullable<RouteRequest<'POST /api/channel-clients'>['body']>;
type WithKey = RouteAnswer<'POST /api/channel-clients'>;
const send = 'POST /api/channels/:channel/tickets';

let names = 0;
let messages = 0;

/** Another system that may send by these channels. */
async function aClient(given: Partial<NewClient> = {}): Promise<WithKey> {
  const body = {
    name: `平台${(names += 1)}`,
    channels: ['web', 'sms', 'email', 'weibo', 'grid'] as Channel[],
    ...given,
  };
  return (await at.house.as('admin')).call('POST /api/channel-clients', { body });
}

const system = ({ key }: WithKey): HouseClient => new HouseClient(at.house.url, key);
const form = { content: '三号楼前的垃圾三天没有清运', areaCode: 'east-1', citizen: { phone: '13911112222' } };

function says(client: HouseClient, channel: MachineChannel, body: object): Promise<Answer> {
  return client.try(send, { params: { channel }, body: { messageId: `m-${(messages += 1)}`, ...body } as never });
}

const told = ({ body }: Answer) => body as RouteAnswer<typeof send>;
async function found(number: string) {
  const { items } = await (await at.house.as('agent')).call('GET /api/tickets', { query: { number } });
  expect(items).toHaveLength(1);
  return at.people.now(items[0]?.id ?? '');
}

describe('a message of another system', () => {
  it('becomes a ticket, and its sender is answered its number and code', async () => {
    const answer = await says(system(await aClient()), 'web', { ...form, type: 'help', categoryCode: 'city.waste' });
    expect(answer.status).toBe(201);
    const { number, code } = told(answer);
    const ticket = await found(number);
    expect(ticket).toMatchObject({ channel: 'web', state: 'dispatched', title: '三号楼前的垃圾三天没有清运' });
    expect(ticket.trackingCode).toBe(code);
  });

  it('that lacks what is needed waits as incomplete, and is never refused for it', async () => {
    const client = system(await aClient());
    const ticket = await found(told(await says(client, 'web', {})).number);
    expect(ticket).toMatchObject({ state: 'incomplete', missing: ['who', 'where', 'cause', 'course'] });
    const mail = await found(told(await says(client, 'email', { from: 'a@example.com', text: '路灯不亮' })).number);
    expect(mail).toMatchObject({ state: 'incomplete', missing: ['where'] });
  });

  it('delivered again, and at once from all sides, is one ticket and the same answer', async () => {
    const client = system(await aClient());
    const body = { ...form, messageId: 'twice' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => says(client, 'web', body)));
    const again = await says(client, 'web', { ...body, content: '另一内容' });
    const numbers = new Set([...answers, again].map((answer) => JSON.stringify([answer.status, told(answer)])));
    expect(numbers.size).toBe(1);
    await found(told(again).number);
    const other = await says(system(await aClient()), 'web', body);
    expect(told(other).number).not.toBe(told(again).number);
  });

  it('is known again after its sender was given a new key', async () => {
    const known = await aClient();
    const first = await says(system(known), 'web', { ...form, messageId: 'before' });
    const admin = await at.house.as('admin');
    const next = await admin.call('POST /api/channel-clients/:id/new-key', {
      params: { id: known.client.id },
      body: {},
    });
    expect((await says(system(known), 'web', form)).status).toBe(401);
    expect(told(await says(system(next), 'web', { ...form, messageId: 'before' }))).toEqual(told(first));
  });

  it('is told in history by its sender’s name', async () => {
    const client = await aClient({ name: '区政府网站' });
    const { id } = await found(told(await says(system(client), 'web', form)).number);
    const history = await (await at.house.as('quality')).call('GET /api/tickets/:id/history', { params: { id } });
    expect(history.items[0]).toMatchObject({ name: 'register', actor: '区政府网站' });
  });

  it('from weibo keeps its post, is answered in public, and calls nobody back', async () => {
    const post = { url: 'https://weibo.com/7/x', author: '江边的树', postedAt: '2026-09-14T08:00:00+08:00' };
    const answer = await says(system(await aClient()), 'weibo', { content: '井盖破损', areaCode: 'east-1', post });
    expect(await found(told(answer).number)).toMatchObject({ post, citizen: { name: '江***' } });
  });
});

describe('a file for a message', () => {
  const send = async (
    client: HouseClient,
    fields: Record<string, string>,
    content: Uint8Array | string,
    name = '帖文.jpg',
  ) => client.send('/api/channels/files', { method: 'POST', body: aForm(content, name, fields) });
  const post = { url: 'https://weibo.com/7/z', author: '江边的树', postedAt: '2026-09-14T08:00:00+08:00' };
  const filesOf = async (number: string) =>
    (await found(number)).attachments.map(({ name, kind, by }) => [name, kind, by]);

  it('is added to its ticket once, as what the citizen gave, also from all sides at once', async () => {
    const client = system(await aClient({ name: '舆情平台' }));
    const { number } = told(
      await says(client, 'weibo', { messageId: 'w-1', content: '井盖破损', areaCode: 'east-1', post }),
    );
    const fields = { channel: 'weibo', messageId: 'w-1', fileId: 'f-1', kind: 'screenshot' };
    const photograph = await aPhotograph();
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(client, fields, photograph)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(answers[0]?.body).toMatchObject({ number });
    expect((await filesOf(number)).map(([name, kind]) => [name, kind])).toEqual([['帖文.jpg', 'screenshot']]);
    expect((await found(number)).attachments[0]).toMatchObject({ fromCitizen: true });
    await send(client, { ...fields, fileId: 'f-2' }, photograph);
    expect(await filesOf(number)).toHaveLength(2);
  });

  it('needs a message of the same sender, and a file that we take', async () => {
    const [client, other] = [system(await aClient()), system(await aClient())];
    await says(client, 'web', { ...form, messageId: 'w-2' });
    const fields = { channel: 'web', messageId: 'w-2', fileId: 'f-1' };
    const photograph = await aPhotograph();
    expect((await send(other, fields, photograph)).status).toBe(404);
    expect((await send(client, { ...fields, messageId: 'w-3' }, photograph)).status).toBe(404);
    expect((await send(client, fields, 'MZ\u0000\u0001', '程序.exe')).status).toBe(400);
    expect((await send(client, { ...fields, channel: 'phone' }, photograph)).status).toBe(400);
    const loose = await at.house.database.sql.query(`SELECT key FROM ticket.loose_file`, []);
    expect(loose).toEqual([]);
  });
});

describe('what is wrong with a message', () => {
  it.each<[string, MachineChannel, object, string]>([
    [
      'a post without an address',
      'weibo',
      { content: '井盖', post: { author: '某', postedAt: '2026-09-14T08:00:00+08:00' } },
      'post.url',
    ],
    ['a field of another channel', 'web', { ...form, post: null }, 'post'],
    ['a number that is none', 'sms', { from: '有人', text: '路灯' }, 'from'],
    ['an area that is not there', 'web', { ...form, areaCode: 'nowhere' }, 'areaCode'],
    ['a time to come', 'web', { ...form, occurredAt: '2036-01-01T00:00:00+08:00' }, 'occurredAt'],
  ])('is said of %s, and nothing is written', async (_fault, channel, body, path) => {
    const client = system(await aClient());
    const messageId = `wrong-${(messages += 1)}`;
    const refused = await says(client, channel, { messageId, ...body });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid', errors: [{ path }] } });
    expect((await says(client, 'web', { ...form, messageId })).status).toBe(201);
  });

  it.each(['visit', 'letter', 'nonsense', '__proto__', 'constructor'])('there is no way in by %s', async (channel) => {
    const refused = await says(system(await aClient({ channels: ['visit', 'letter'] })), channel as 'web', form);
    expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('another system', () => {
  it('sends by its own channels only', async () => {
    const refused = await says(system(await aClient({ channels: ['sms'] })), 'web', form);
    expect(refused).toMatchObject({ status: 403, body: { detail: '该接入方不能报送来源为“网站”的工单' } });
  });

  it('is let in from its own networks only', async () => {
    expect((await says(system(await aClient({ addresses: ['10.1.0.0/16'] })), 'web', form)).status).toBe(403);
    expect((await says(system(await aClient({ addresses: ['127.0.0.0/8', '::1'] })), 'web', form)).status).toBe(201);
    const admin = await at.house.as('admin');
    const body = { name: '错', channels: ['web'], addresses: ['10.1'] } as NewClient;
    expect(await admin.refusal('POST /api/channel-clients', { body })).toMatchObject({
      errors: [{ path: 'addresses' }],
    });
  });

  it('sends no more once its key was revoked, and stays in the list with what it did', async () => {
    const client = await aClient();
    expect((await says(system(client), 'web', form)).status).toBe(201);
    const admin = await at.house.as('admin');
    const params = { id: client.client.id };
    await admin.call('POST /api/channel-clients/:id/revoke', { params, body: { reason: '已更换平台' } });
    expect((await says(system(client), 'web', form)).status).toBe(401);
    const again = await admin.refusal('POST /api/channel-clients/:id/new-key', { params, body: {} });
    expect(again).toMatchObject({ code: 'conflict' });
    const { items } = await admin.call('GET /api/channel-clients', { query: { state: 'revoked' } });
    expect(items).toContainEqual(
      expect.objectContaining({ id: params.id, lastUsedAt: at.house.clock.now().toISOString() }),
    );
  });

  it('is told in the log with what it was before and after, and never by its key', async () => {
    const { client, key } = await aClient({ name: '城管系统', channels: ['grid'] });
    const admin = await at.house.as('admin');
    const body = { channels: ['grid', 'web'] as Channel[] };
    await admin.call('PATCH /api/channel-clients/:id', { params: { id: client.id }, body });
    const { items } = await admin.call('GET /api/admin-events', { query: { subject: 'channel-client' } });
    expect(items[0]).toMatchObject({
      action: 'edit',
      before: { name: '城管系统', channels: ['grid'] },
      after: { name: '城管系统', channels: ['grid', 'web'] },
    });
    expect(JSON.stringify(items)).not.toContain(key);
    const rows = await at.house.database.sql.query(`SELECT to_jsonb(c)::text AS row FROM ticket.channel_client c`, []);
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  it('bears a name of its own', async () => {
    await aClient({ name: '同名平台' });
    const body = { name: '同名平台', channels: ['web'] } as NewClient;
    const refused = await (await at.house.as('admin')).refusal('POST /api/channel-clients', { body });
    expect(refused).toMatchObject({ status: 409, errors: [{ path: 'name' }] });
  });

  it('is no person, and no person is another system', async () => {
    const { key } = await aClient();
    expect((await new HouseClient(at.house.url, key).try('GET /api/tickets')).status).toBe(401);
    for (const role of roleNames.filter((each) => each !== 'admin')) {
      const person = await at.house.as(
        role,
        ['handler', 'officer', 'department-head'].includes(role) ? 'urban' : undefined,
      );
      expect((await says(person, 'web', form)).status).toBe(401);
      expect((await person.try('GET /api/channel-clients')).status).toBe(403);
    }
    expect((await says(at.house.nobody(), 'web', form)).status).toBe(401);
  });
});

describe('registering by hand', () => {
  const refusal = async (body: object): Promise<Problem> =>
    (await at.house.as('agent')).refusal('POST /api/tickets', { body: { ...ordinary, ...body } });

  it('asks of each channel what its tickets carry', async () => {
    expect(await refusal({ channel: 'inspection' })).toMatchObject({
      errors: [
        { path: 'upstreamSystem', message: '来源为“督查交办”的工单须填写上级系统' },
        { path: 'upstreamNumber', message: '来源为“督查交办”的工单须填写上级工单号' },
      ],
    });
    expect(await refusal({ channel: 'web', callId: 'c-1' })).toMatchObject({ errors: [{ path: 'callId' }] });
    expect(await refusal({ channel: 'weibo', expectsReply: false })).toMatchObject({
      errors: [{ path: 'expectsReply' }],
    });
  });

  it.each(['import', 'open311'] as const)('leaves %s to the administrator', async (channel) => {
    expect(await refusal({ channel })).toMatchObject({
      status: 403,
      detail: `来源为“${channels[channel].label}”的工单不能由您手工登记`,
    });
  });

  it('shows a post to the hotline, and not to a department that may not know who asks', async () => {
    const post = { url: 'https://weibo.com/7/y', author: '路过的人', postedAt: '2026-09-14T08:00:00+08:00' };
    const ticket = await at.people.register({ channel: 'weibo', post, citizen: { name: '某', confidential: true } });
    expect(ticket.post).toEqual(post);
    const handler = await at.house.as('handler', 'urban');
    expect(await handler.call('GET /api/tickets/:id', { params: { id: ticket.id } })).toMatchObject({ post: null });
  });
});

it('documents the body of each channel', async () => {
  const { body } = await at.house.nobody().send('/api/openapi.json', { method: 'GET' });
  const { paths } = body as { paths: Record<string, Record<string, { requestBody: { content: object } }>> };
  const { requestBody } = paths['/api/channels/{channel}/tickets']?.['post'] ?? {};
  const bodies = (
    requestBody?.content as Record<string, { schema: { oneOf: { title: string; required: string[] }[] } }>
  )['application/json']?.schema.oneOf;
  expect(bodies?.map(({ title }) => title)).toContain('leader-mailbox');
  expect(bodies?.find(({ title }) => title === 'sms')?.required).toEqual(['messageId', 'from', 'text']);
});
