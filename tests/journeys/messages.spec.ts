import { messageKinds } from '#ticket/message-kind';
import { shanghaiDate } from '#calendar/shanghai-time';
import { MessageSending } from '#intake/messages/message-sending';
import { signatureOf } from '#platform/posting/signature';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { Maintenance } from '#platform/maintenance';
import { ListeningSystem } from '#testing/listening-system';
import type { TicketView } from '#testing/people';
import { Citizen } from './support/citizen';
import { hotline } from './support/hotline';

const at = hotline();

type MessageView = RouteAnswer<'GET /api/messages'>['items'][number];
type Settings = NonNullable<RouteRequest<'PUT /api/message-settings'>['body']>;

const admin = () => at.house.as('admin');
const send = (): Promise<number> => at.house.app.get(MessageSending, { strict: false }).sendAll();
const messagesOf = async ({ id }: { id: string }): Promise<MessageView[]> =>
  (await (await at.house.as('agent')).call('GET /api/tickets/:id/messages', { params: { id } })).items;
const told = async (ticket: { id: string }): Promise<string[]> =>
  (await messagesOf(ticket)).map(({ kind, state }) => `${kind} ${state}`);
const ifMatch = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });

async function settings(change: Partial<Settings> = {}) {
  const { version, hasSecret: _, changedAt: __, ...now } = await (await admin()).call('GET /api/message-settings');
  const body = { ...now, ...change };
  return (await admin()).call('PUT /api/message-settings', { body, headers: ifMatch({ version }) });
}

async function template(kind: string, change: object) {
  const { items } = await (await admin()).call('GET /api/message-templates');
  const { version, text, isOn, atNight } = items.find((each) => each.kind === kind) as (typeof items)[number];
  const body = { text, isOn, atNight, ...change };
  return (await admin()).try('PUT /api/message-templates/:kind', {
    params: { kind },
    body,
    headers: ifMatch({ version }),
  });
}

/** What was sent comes to rest, so that a test counts its own. */
async function atRest(): Promise<void> {
  await at.house.settle();
  while ((await send()) > 0);
}

/** Each test has a day of its own, and time never goes back. */
let [today, tomorrow] = ['2026-09-14', '2026-09-15'];
beforeEach(async () => {
  await atRest();
  today = shanghaiDate(new Date(at.house.clock.now().getTime() + 86_400_000));
  tomorrow = shanghaiDate(new Date(at.house.clock.now().getTime() + 2 * 86_400_000));
  at.house.at(`${today} 09:30`);
  await atRest();
});

describe('a citizen is told by message', () => {
  it('that the matter was taken with number, code and promise, who has it, and that it was answered', async () => {
    const ticket = await at.people.bring('callback');
    await atRest();
    const [registered, dispatched, answered] = await messagesOf(ticket);
    const code = (await at.people.look(ticket.id)).trackingCode ?? '';
    expect(registered).toMatchObject({ kind: 'registered', state: 'kept', provider: 'outbox', segments: 1 });
    expect(registered?.text).toBe(
      `【12345热线】您的诉求已受理，编号${ticket.number}，查询码${code}，9月23日18:00前答复。`,
    );
    expect(dispatched?.text).toBe(
      `【12345热线】您的诉求（${ticket.number}）已转城市管理局办理，9月23日18:00前答复，请保持电话畅通。`,
    );
    expect(answered?.text).toBe(`【12345热线】您的诉求（${ticket.number}）城市管理局已答复，凭查询码${code}查看。`);
    expect(registered?.phone).toBe('138****5678');
  });

  it('once of everything, however often whoever sends looks', async () => {
    const ticket = await at.people.bring('handling');
    expect(await send()).toBe(2);
    expect(await send()).toBe(0);
    expect(await told(ticket)).toEqual(['registered kept', 'dispatched kept']);
  });

  it('of a matter that was merged, under the own number, and of the master’s answer as the own', async () => {
    const [master, follower] = [await at.people.bring('handling'), await at.people.register({ hold: true })];
    await at.people.change('dispatcher', 'merge', follower, { intoId: master.id });
    await at.people.change('reviewer', 'approve', await at.people.reply(master), {});
    await at.house.settle();
    await atRest();
    const messages = await messagesOf(follower);
    expect(messages.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'registered kept',
      'merged kept',
      'answered kept',
    ]);
    expect(messages.every(({ text }) => text?.includes(follower.number))).toBe(true);
  });

  it('what is missing, and by what address more is found where one is set', async () => {
    await settings({ trackingUrl: 'https://12345.example.cn/track' });
    const ticket = await at.people.register({ areaCode: undefined, address: undefined });
    await atRest();
    const [asked] = await messagesOf(ticket);
    expect(asked?.text).toMatch(/还需补充：地点，请来电12345或在 https:\/\/12345\.example\.cn\/track 补充。$/);
    await settings({ trackingUrl: null });
  });

  it('number and code as the tracking page takes them, and at once of what is done there', async () => {
    const ticket = await at.people.register({ areaCode: undefined, address: undefined });
    await atRest();
    const [asked] = await messagesOf(ticket);
    const [, number = '', code = ''] = /（(\d+)，查询码(\w+)）/.exec(asked?.text ?? '') ?? [];
    const citizen = new Citizen(at.house, { number, code });
    expect((await citizen.look()).number).toBe(ticket.number);
    await citizen.does('complete', { address: '滨河路12号' });
    await atRest();
    await citizen.does('withdraw', { reason: '已自行解决' });
    await atRest();
    expect(await told(ticket)).toEqual(['asked-more kept', 'registered kept', 'dispatched kept', 'withdrawn kept']);
  });

  it.each([
    ['wants no answer', { expectsReply: false }],
    ['gave no number', { citizen: { name: '李四' } }],
    ['stays unknown', { citizen: { anonymous: true } }],
  ])('never, who %s', async (_, given) => {
    expect(await told(await at.people.register(given))).toEqual([]);
  });

  it('never who wrote in public', async () => {
    const post = { url: 'https://weibo.com/1', author: '路人', postedAt: '2026-09-13T08:00:00+08:00' };
    expect(await told(await at.people.register({ channel: 'weibo', post }))).toEqual([]);
  });

  it('only on a number that takes short messages', async () => {
    const ticket = await at.people.register({ citizen: { name: '王五', phone: '02787651234' } });
    await atRest();
    const [registered] = await messagesOf(ticket);
    expect(registered).toMatchObject({ state: 'withheld', reason: '没有可接收短信的手机号码', text: null });
  });

  it('on the number that was corrected meanwhile', async () => {
    at.house.at(`${today} 22:00`);
    const ticket = await at.people.register({ citizen: { name: '赵六', phone: '13911110000' } });
    await send();
    await (
      await at.house.as('agent')
    ).call('POST /api/tickets/:id/callback-number', {
      params: { id: ticket.id },
      body: { phone: '13922222222', reason: '登记有误' },
    });
    at.house.at(`${tomorrow} 08:00`);
    await atRest();
    expect((await messagesOf(ticket))[0]).toMatchObject({ state: 'kept', phone: '139****2222' });
  });
});

describe('in quiet hours', () => {
  it('nothing is sent but what is urgent; the rest comes at eight, in its order', async () => {
    at.house.at(`${today} 21:00`);
    const [ordinary, urgent] = [await at.people.register(), await at.people.register({ urgency: 'urgent' })];
    await atRest();
    expect(await told(ordinary)).toEqual(['registered held', 'dispatched held']);
    expect(await told(urgent)).toEqual(['registered kept', 'dispatched kept']);
    expect((await messagesOf(ordinary))[0]?.nextAt).toBe(`${tomorrow}T00:00:00.000Z`);
    at.house.at(`${tomorrow} 07:59`);
    expect(await send()).toBe(0);
    at.house.at(`${tomorrow} 08:00`);
    await atRest();
    expect(await told(ordinary)).toEqual(['registered kept', 'dispatched kept']);
  });

  it('what is no longer so in the morning is not said', async () => {
    at.house.at(`${today} 23:00`);
    const ticket = await at.people.register();
    await atRest();
    await at.people.change('agent', 'withdraw', ticket, { reason: '已解决' });
    at.house.at(`${tomorrow} 08:00`);
    await atRest();
    expect(await told(ticket)).toEqual(['registered kept', 'dispatched withheld', 'withdrawn kept']);
    expect((await messagesOf(ticket))[1]?.reason).toBe('工单已有变化，不必再告知');
  });

  it('are what the administrator says, and a kind may be sent in them', async () => {
    await settings({ quietFrom: '12:00', quietTo: '14:00' });
    at.house.at(`${today} 12:30`);
    await template('registered', { atNight: true });
    const ticket = await at.people.register();
    await atRest();
    expect(await told(ticket)).toEqual(['registered kept', 'dispatched held']);
    expect((await messagesOf(ticket))[1]?.nextAt).toBe(`${today}T06:00:00.000Z`);
    await template('registered', { atNight: false });
    await settings({ quietFrom: '21:00', quietTo: '08:00' });
  });
});

describe('the wording of messages', () => {
  it('is a row with versions, of which a change is an event with before and after', async () => {
    const text = '【武区热线】已收到您的诉求，编号{工单编号}，查询码{查询码}。';
    const changed = await template('registered', { text });
    expect(changed).toMatchObject({ status: 200, body: { version: expect.any(Number) as number, text } });
    const ticket = await at.people.register();
    await atRest();
    expect((await messagesOf(ticket))[0]?.text).toMatch(/^【武区热线】/);
    const { items } = await (await admin()).call('GET /api/admin-events', { query: { subject: 'message-template' } });
    expect(items[0]).toMatchObject({ action: 'edit', after: { text }, before: { text: expect.any(String) as string } });
  });

  it('is refused where it names what there is not, in a clerk’s words', async () => {
    const refused = await template('registered', { text: '您好{姓名}' });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'invalid', detail: '没有占位词 {姓名}', errors: [{ path: 'text' }] },
    });
  });

  it('is not changed by who has not read it last', async () => {
    const client = await admin();
    const { items } = await client.call('GET /api/message-templates');
    const [{ kind, text, isOn, atNight }] = items as [(typeof items)[number]];
    const refused = await client.refusal('PUT /api/message-templates/:kind', {
      params: { kind },
      body: { text, isOn, atNight },
      headers: ifMatch({ version: 99 }),
    });
    expect(refused).toMatchObject({ status: 409, code: 'version-conflict' });
  });

  it('of a kind that is off is said to nobody', async () => {
    await template('dispatched', { isOn: false });
    const ticket = await at.people.register();
    await atRest();
    expect(await told(ticket)).toEqual(['registered kept', 'dispatched withheld']);
    await template('dispatched', { isOn: true });
  });
});

describe('by a gateway', () => {
  const open: ListeningSystem[] = [];
  afterEach(async () => {
    await settings({ provider: 'outbox' });
    await Promise.all(open.splice(0).map((each) => each.close()));
  });

  async function aGateway() {
    const gateway = await ListeningSystem.open();
    open.push(gateway);
    const { secret } = await (await admin()).call('POST /api/message-settings/new-secret', { body: {} });
    await settings({ provider: 'webhook', webhookUrl: gateway.url });
    return { gateway, secret: secret ?? '' };
  }

  const deliveries = ({ told: all }: ListeningSystem): string[] =>
    all.map(({ body }) => (body as { delivery: string }).delivery);

  async function report(secret: string, reports: object[], more: { seconds?: number; signature?: string } = {}) {
    const body = JSON.stringify({ reports });
    const seconds = String(more.seconds ?? Math.floor(at.house.clock.now().getTime() / 1_000));
    const headers = {
      'content-type': 'application/json',
      'x-hotline-timestamp': seconds,
      'x-hotline-signature': more.signature ?? signatureOf(secret, seconds, body),
    };
    return at.house.nobody().send('/api/message-reports', { method: 'POST', headers, body });
  }

  it('a message goes out signed, with a key, the number and the text, and the database holds no number', async () => {
    const { gateway, secret } = await aGateway();
    const ticket = await at.people.register({ hold: true });
    expect(await send()).toBe(1);
    const [heard] = gateway.told;
    const [message] = await messagesOf(ticket);
    const key = `${message?.id}-1`;
    expect(heard?.body).toEqual({ delivery: key, kind: 'registered', to: '13812345678', text: message?.text });
    expect(heard?.headers).toMatchObject({ 'idempotency-key': key, 'x-hotline-delivery': key });
    const seconds = String(heard?.headers['x-hotline-timestamp']);
    expect(heard?.headers['x-hotline-signature']).toBe(signatureOf(secret, seconds, heard?.text ?? ''));
    const rows = await at.house.database.sql.query(
      `SELECT to_jsonb(m)::text AS row FROM ticket.message m UNION ALL SELECT to_jsonb(s)::text FROM intake.message_settings s`,
      [],
    );
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`13812345678|${secret}`));
  });

  it('takes each message once from however many replicas', async () => {
    const { gateway } = await aGateway();
    for (let count = 0; count < 40; count += 1) await at.people.register({ hold: true });
    const beside = [await at.house.beside(), await at.house.beside()];
    const sent = await Promise.all([
      send(),
      ...beside.map(({ app }) => app.get(MessageSending, { strict: false }).sendAll()),
    ]);
    await Promise.all(beside.map((each) => each.close()));
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(40);
    expect(gateway.told).toHaveLength(40);
    expect(new Set(deliveries(gateway)).size).toBe(40);
  });

  it('is tried again with the same key and the same words, and later each time', async () => {
    const { gateway } = await aGateway();
    gateway.status = 503;
    const ticket = await at.people.register({ hold: true });
    expect(await send()).toBe(0);
    expect((await messagesOf(ticket))[0]).toMatchObject({ state: 'failed', attempts: 1, reason: '对方答复 503' });
    await template('registered', { text: '【12345热线】换了说法，编号{工单编号}。' });
    expect(await send()).toBe(0);
    expect(gateway.told).toHaveLength(1);
    at.house.clock.advance(5_000);
    gateway.status = 204;
    expect(await send()).toBe(1);
    expect(gateway.told[1]?.body).toEqual(gateway.told[0]?.body);
    await template('registered', { text: messageKinds.registered.text });
  });

  it('that will not have it, is not asked again', async () => {
    const { gateway } = await aGateway();
    gateway.status = 422;
    const ticket = await at.people.register({ hold: true });
    await send();
    at.house.clock.advance(3_600_000);
    expect(await send()).toBe(0);
    expect(gateway.told).toHaveLength(1);
    expect((await messagesOf(ticket))[0]).toMatchObject({ state: 'given-up', reason: '对方答复 422', nextAt: null });
  });

  it('that asks to be left alone, is left alone with everything', async () => {
    const { gateway } = await aGateway();
    gateway.status = 429;
    gateway.answerHeaders = { 'retry-after': '120' };
    await at.people.register({ hold: true });
    await send();
    await at.people.register({ hold: true });
    at.house.clock.advance(119_000);
    expect(await send()).toBe(0);
    expect(gateway.told).toHaveLength(1);
    gateway.status = 200;
    at.house.clock.advance(1_000);
    expect(await send()).toBe(2);
  });

  it('that is away for a day, is given up, and begun anew under another key when a person says so', async () => {
    const { gateway } = await aGateway();
    gateway.status = 500;
    const since = at.house.clock.now().toISOString();
    const ticket = await at.people.register({ hold: true, urgency: 'urgent' });
    for (let hour = 0; hour < 60; hour += 1) {
      await send();
      at.house.clock.advance(3_600_000);
    }
    expect(await told(ticket)).toEqual(['registered given-up']);
    expect(new Set(deliveries(gateway)).size).toBe(1);
    gateway.status = 200;
    await (await at.house.as('shift-lead')).call('POST /api/messages/resend', { body: { since } });
    expect(await send()).toBe(1);
    const [message] = await messagesOf(ticket);
    expect(deliveries(gateway).at(-1)).toBe(`${message?.id}-2`);
    const { items } = await (await admin()).call('GET /api/admin-events', { query: { subject: 'message' } });
    expect(items[0]).toMatchObject({ action: 'resend', after: { messages: 1 } });
  });

  it('that nobody listens at holds up no ticket, and what one ticket is told comes in order', async () => {
    const { gateway } = await aGateway();
    const address = gateway.url;
    await settings({ webhookUrl: 'http://127.0.0.1:9/nobody' });
    const ticket = await at.people.bring('handling');
    await send();
    expect(await told(ticket)).toEqual(['registered failed', 'dispatched waiting']);
    expect((await messagesOf(ticket))[0]?.reason).toBe('无法连接对方');
    await settings({ webhookUrl: address });
    at.house.clock.advance(5_000);
    await atRest();
    expect(gateway.told.map(({ body }) => (body as { kind: string }).kind)).toEqual(['registered', 'dispatched']);
  });

  it('what became of it is told by the gateway, whatever comes first and however often', async () => {
    const { secret } = await aGateway();
    const ticket = await at.people.register({ hold: true });
    await send();
    const delivery = `${(await messagesOf(ticket))[0]?.id}-1`;
    const undelivered = { delivery, state: 'undelivered', reason: 'unreachable' };
    expect(await report(secret, [undelivered])).toMatchObject({ status: 200, body: { known: 1 } });
    expect((await messagesOf(ticket))[0]).toMatchObject({
      state: 'given-up',
      reason: '平台报告未送达：关机停机',
    });
    await report(secret, [{ delivery, state: 'delivered' }]);
    await report(secret, [undelivered, undelivered]);
    expect((await messagesOf(ticket))[0]).toMatchObject({ state: 'delivered', reason: null });
    expect(await report(secret, [{ delivery: 'nonsense', state: 'delivered' }])).toMatchObject({ body: { known: 0 } });
  });

  it('of an earlier sending says nothing about the later one', async () => {
    const { secret } = await aGateway();
    const ticket = await at.people.register({ hold: true });
    await send();
    const [{ id } = { id: '' }] = await messagesOf(ticket);
    await (await at.house.as('supervisor')).call('POST /api/messages/:id/resend', { params: { id }, body: {} });
    await report(secret, [{ delivery: `${id}-1`, state: 'delivered' }]);
    expect(await told(ticket)).toEqual(['registered waiting']);
  });

  it('says what is worth sending anew: nobody was told, and what kept it may have been mended', async () => {
    const worth = async (ticket: { id: string }): Promise<string[]> =>
      (await messagesOf(ticket)).map(
        ({ state, worthResending }) => `${state}${worthResending ? ', worth sending anew' : ''}`,
      );
    const kept = await at.people.register({ hold: true });
    expect(await worth(kept)).toEqual(['waiting']);
    await atRest();
    expect(await worth(kept)).toEqual(['kept, worth sending anew']);

    const overtaken = await at.people.register();
    await at.people.change('agent', 'withdraw', overtaken, { reason: '已自行解决' });
    await atRest();
    expect(await worth(overtaken)).toEqual(['kept, worth sending anew', 'withheld', 'kept, worth sending anew']);

    await template('registered', { isOn: false });
    const off = await at.people.register({ hold: true });
    await atRest();
    await template('registered', { isOn: true });
    expect(await worth(off)).toEqual(['withheld, worth sending anew']);

    const { secret } = await aGateway();
    const sent = await at.people.register({ hold: true });
    await atRest();
    expect(await worth(sent)).toEqual(['sent']);
    const delivery = `${(await messagesOf(sent))[0]?.id}-1`;
    await report(secret, [{ delivery, state: 'undelivered', reason: 'unreachable' }]);
    expect(await worth(sent)).toEqual(['given-up, worth sending anew']);
  });

  it('is not believed without its signature, with a wrong one, or an old one', async () => {
    const { secret } = await aGateway();
    const reports = [{ delivery: 'x', state: 'delivered' }];
    const now = Math.floor(at.house.clock.now().getTime() / 1_000);
    for (const more of [{ signature: '' }, { signature: 'sha256=00' }, { seconds: now - 301 }, { seconds: now + 301 }])
      expect(await report(secret, reports, more)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect((await report('another', reports)).status).toBe(401);
    expect((await report(secret, reports)).status).toBe(200);
  });

  it('is not set before there is a secret and an address, and the secret is told once', async () => {
    const client = await admin();
    const { version } = await client.call('GET /api/message-settings');
    const { hasSecret: _, changedAt: __, version: ___, ...now } = await client.call('GET /api/message-settings');
    const body = { ...now, provider: 'webhook' as const, webhookUrl: null };
    const refused = await client.refusal('PUT /api/message-settings', { body, headers: ifMatch({ version }) });
    expect(refused).toMatchObject({ status: 400, errors: [{ path: 'webhookUrl' }] });
    const { secret } = await client.call('POST /api/message-settings/new-secret', { body: {} });
    const { items } = await client.call('GET /api/admin-events', { query: { subject: 'message-settings' } });
    expect(items[0]).toMatchObject({ action: 'replace-secret' });
    expect(JSON.stringify(items)).not.toContain(secret);
  });
});

describe('the list of messages', () => {
  const list = async (query: object, role: 'agent' | 'manager' = 'agent') =>
    (await at.house.as(role)).call('GET /api/messages', { query: { limit: 200, ...query } });

  it('is found by state, kind and number, and shows each once from page to page', async () => {
    const ticket = await at.people.bring('handling');
    await atRest();
    const byNumber = await list({ number: ticket.number });
    expect(byNumber.items.map(({ kind }) => kind)).toEqual(['dispatched', 'registered']);
    expect((await list({ number: ticket.number, kind: 'registered' })).items).toHaveLength(1);
    const every = await list({});
    for (const state of ['kept', 'withheld', 'given-up', 'held'] as const)
      expect((await list({ state })).items).toEqual(every.items.filter((each) => each.state === state));
    expect((await list({ kind: 'registered' })).items).toEqual(every.items.filter(({ kind }) => kind === 'registered'));
    expect((await list({ kind: 'dispatched', state: 'withheld' })).items).toEqual(
      every.items.filter(({ kind, state }) => kind === 'dispatched' && state === 'withheld'),
    );
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await list({ kind: 'registered', limit: 3, cursor });
      paged.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual((await list({ kind: 'registered' })).items.map(({ id }) => id));
  });

  it('shows the tracking code to those alone who may read it out', async () => {
    const ticket = await at.people.register({ hold: true });
    await atRest();
    const { trackingCode } = await at.people.look(ticket.id);
    const [toAgent] = (await list({ number: ticket.number })).items;
    const [toManager] = (await list({ number: ticket.number }, 'manager')).items;
    expect(toAgent?.text).toContain(trackingCode);
    expect(toManager?.text).toContain('查询码〔查询码〕');
  });

  it('tells a department on the ticket’s page what was sent, and not to whom', async () => {
    const ticket = await at.people.bring('handling');
    await atRest();
    const handler = await at.house.as('handler', 'urban');
    const { items } = await handler.call('GET /api/tickets/:id/messages', { params: { id: ticket.id } });
    expect(items).toMatchObject([
      { state: 'kept', phone: null },
      { state: 'kept', phone: null },
    ]);
  });

  it('lets nobody send anew what is still to be sent', async () => {
    const ticket: TicketView = await at.people.register({ hold: true });
    const [{ id } = { id: '' }] = await messagesOf(ticket);
    const lead = await at.house.as('shift-lead');
    const refused = await lead.refusal('POST /api/messages/:id/resend', { params: { id }, body: {} });
    expect(refused).toMatchObject({ status: 409, detail: '该短信还在等待发送，不必重发' });
  });
});

it('holds up nobody for a message whose number cannot be opened', async () => {
  const broken = await at.people.register({ hold: true, citizen: { name: '司马相', phone: '13912340077' } });
  const other = await at.people.register({ hold: true });
  const { sql } = at.house.database;
  const ofBroken = `(SELECT citizen_id FROM ticket.ticket WHERE id = $1)`;
  const [before] = await sql.query(`SELECT sealed FROM ticket.citizen WHERE id = ${ofBroken}`, [broken.id]);
  await sql.query(
    `UPDATE ticket.citizen SET sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20)) WHERE id = ${ofBroken}`,
    [broken.id],
  );
  await at.house.settle();
  await expect(send()).rejects.toThrow();
  await sql.query(`UPDATE ticket.citizen SET sealed = $2 WHERE id = ${ofBroken}`, [broken.id, before?.['sealed']]);
  expect([await told(other), await told(broken)]).toEqual([['registered kept'], ['registered waiting']]);
  at.house.clock.advance(60_000);
  await atRest();
  expect(await told(broken)).toEqual(['registered kept']);
});

it('promises nothing that is past when it is said', async () => {
  at.house.at(`${today} 22:00`);
  const ticket = await at.people.register();
  await atRest();
  at.house.at(`${shanghaiDate(new Date(at.house.clock.now().getTime() + 30 * 86_400_000))} 09:00`);
  await atRest();
  const [registered] = await messagesOf(ticket);
  expect(registered?.text).toMatch(/^【12345热线】您的诉求已受理，编号\d+，查询码\w+。$/);
});

it('forgets messages once their days are over, and no sooner', async () => {
  const ticket = await at.people.register({ hold: true });
  await atRest();
  at.house.clock.advance(399 * 86_400_000);
  await at.house.app.get(Maintenance).run();
  expect(await told(ticket)).toEqual(['registered kept']);
  at.house.clock.advance(2 * 86_400_000);
  await at.house.app.get(Maintenance).run();
  expect(await told(ticket)).toEqual([]);
});
