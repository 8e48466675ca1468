import { NoticeTelling } from '#deadlines/notices/notice-telling';
import { NoticeSending } from '#deadlines/notices/notice-sending';
import type { HouseClient } from '#testing/house-client';
import { ListeningSystem } from '#testing/listening-system';
import { leadOf, type TicketView } from '#testing/people';
import { until } from '#testing/until';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-09-14T10:00:00+08:00' });

const tell = () => at.house.app.get(NoticeTelling, { strict: false }).tellAll();
const unread = (client: HouseClient) =>
  client.call('GET /api/notices', { query: { unread: 'true', count: 'true', limit: 200 } });
const rungsFor = async (client: HouseClient, { id }: Pick<TicketView, 'id'>) =>
  (await unread(client)).items.filter(({ ticketId }) => ticketId === id).map(({ clock, rung }) => `${clock} ${rung}`);

async function mark(instant: string): Promise<void> {
  at.house.at(instant);
  await at.house.mark();
  await tell();
}

describe('a rung', () => {
  it('is told to the people it is for, once, whoever tells it and however often', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.register({ urgency: 'urgent', categoryCode: 'city.waste' });
    await Promise.all([tell(), tell()]);
    const handler = await at.people.handlerOf(leadOf(ticket));
    expect(await rungsFor(handler, ticket)).toEqual(['sign reminder']);
    await mark('2026-09-14 14:00');
    await tell();
    expect((await rungsFor(handler, ticket)).filter((each) => each.startsWith('sign'))).toEqual([
      'sign urge',
      'sign red',
      'sign yellow',
      'sign reminder',
    ]);
    const head = await at.house.as('department-head', 'urban');
    expect(await rungsFor(head, ticket)).toEqual(['sign urge']);
    await mark('2026-09-14 16:00');
    expect(await rungsFor(await at.house.as('supervisor'), ticket)).toContain('sign supervision');
    await mark('2026-09-14 20:00');
    expect(await rungsFor(await at.house.as('leader'), ticket)).toContain('sign district-office');
  });

  it('of an undispatched ticket is told within the hotline', async () => {
    at.house.at('2026-09-14 10:00');
    const held = await at.people.register({ hold: true, urgency: 'critical' });
    await mark('2026-09-14 11:15');
    expect(await rungsFor(await at.house.as('dispatcher'), held)).toEqual(['dispatch red', 'dispatch yellow']);
    expect(await rungsFor(await at.house.as('shift-lead'), held)).toEqual(['dispatch shift-lead']);
    expect(await rungsFor(await at.house.as('supervisor'), held)).toEqual(['dispatch supervisor']);
  });
});

describe('a notice', () => {
  it('is read once, counted while it is not, and nobody else’s', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.register({ categoryCode: 'city.waste' });
    await tell();
    const handler = await at.people.handlerOf(leadOf(ticket));
    const before = await unread(handler);
    const notice = before.items.find(({ ticketId }) => ticketId === ticket.id);
    const params = { id: notice?.id ?? '' };
    const foreign = await at.house.as('handler', 'planning');
    expect(await foreign.refusal('POST /api/notices/:id/read', { params, body: {} })).toMatchObject({ status: 404 });
    const read = await handler.call('POST /api/notices/:id/read', { params, body: {} });
    expect(read.readAt).toBe(at.house.clock.now().toISOString());
    at.house.at('2026-09-14 10:05');
    expect(await handler.call('POST /api/notices/:id/read', { params, body: {} })).toEqual(read);
    const after = await unread(handler);
    expect(after.count?.count).toBe((before.count?.count ?? 0) - 1);
    await handler.call('POST /api/notices/read', { body: {} });
    expect(await unread(handler)).toMatchObject({ items: [], count: { count: 0, exact: true } });
  });

  it('is heard of at once by the pages of whoever it is for, and by no other', async () => {
    at.house.at('2026-09-14 10:00');
    const pages = [
      await page(await at.house.as('handler', 'urban')),
      await page(await at.house.as('handler', 'planning')),
    ];
    await at.people.register({ categoryCode: 'city.waste' });
    await tell();
    await until(() => Promise.resolve(pages[0]?.text.includes('event: notices') ? '' : 'a notice'));
    expect(pages[1]?.text).not.toContain('event: notices');
    for (const { close } of pages) close();
  });
});

/** A page that listens, and what it has heard. */
async function page({ token }: HouseClient): Promise<{ text: string; close: () => void }> {
  const open = new AbortController();
  const headers = { authorization: `Bearer ${token ?? ''}` };
  const { body } = await fetch(`${at.house.url}/api/events`, { headers, signal: open.signal });
  const heard = { text: '', close: () => open.abort() };
  const words = new TextDecoder();
  void (async () => {
    for await (const chunk of body as ReadableStream<Uint8Array>) heard.text += words.decode(chunk, { stream: true });
  })().catch(() => undefined);
  await until(() => Promise.resolve(heard.text.includes(': open') ? '' : 'the page to open'));
  return heard;
}

describe('a message to staff', () => {
  const send = () => at.house.app.get(NoticeSending, { strict: false }).sendAll();
  let gateway: ListeningSystem;
  beforeAll(async () => {
    await send();
    gateway = await ListeningSystem.open();
    const admin = await at.house.as('admin');
    const { version } = await admin.call('GET /api/notice-settings', {});
    const body = { webhookUrl: gateway.url, newSecret: true };
    await admin.call('PUT /api/notice-settings', { body, headers: { 'if-match': `"${version}"` } });
  });
  afterAll(() => gateway.close());

  const textsOf = ({ number }: TicketView) =>
    gateway.told
      .map(({ body }) => body as { text: string; username: string })
      .filter(({ text }) => text.includes(number));

  it('leaves by the gateway, and in quiet hours only of what is urgent', async () => {
    at.house.at('2026-09-14 20:30');
    const [ordinary, urgent] = [await at.people.register(), await at.people.register({ urgency: 'urgent' })];
    at.house.at('2026-09-14 21:00');
    await tell();
    await send();
    expect(textsOf(ordinary)).toEqual([]);
    expect(textsOf(urgent).map(({ username }) => username)).toEqual(['handler-urban', 'officer-urban']);
    expect(textsOf(urgent)[0]?.text).toContain('派单提醒');
    at.house.at('2026-09-15 08:00');
    await send();
    expect(textsOf(ordinary)).toHaveLength(2);
  });

  it('is not said any more when the step was done, or the notice read, by the morning', async () => {
    at.house.at('2026-09-15 21:30');
    const [signed, read] = [await at.people.register(), await at.people.register()];
    await tell();
    await at.people.sign(signed);
    await (await at.people.handlerOf(leadOf(read))).call('POST /api/notices/read', { body: {} });
    await at.house.settle();
    at.house.at('2026-09-16 08:00');
    await send();
    expect(textsOf(signed)).toEqual([]);
    expect(textsOf(read).map(({ username }) => username)).toEqual(['officer-urban']);
  });

  it('is counted while it waits, and while the gateway does not take it', async () => {
    const settings = async () => (await at.house.as('admin')).call('GET /api/notice-settings', {});
    at.house.at('2026-09-16 20:00');
    const ticket = await at.people.register({ urgency: 'urgent' });
    gateway.status = 503;
    await tell();
    expect(await settings()).toMatchObject({ waiting: 2, failing: 0 });
    await send();
    expect(await settings()).toMatchObject({ waiting: 2, failing: 2 });
    gateway.status = 204;
    at.house.at('2026-09-16 21:00');
    await send();
    expect(textsOf(ticket)).toHaveLength(4);
    expect(await settings()).toMatchObject({ waiting: 0, failing: 0 });
  });

  it('is sent nowhere once the gateway is switched off; its secret is told once and stays', async () => {
    const admin = await at.house.as('admin');
    const put = async (webhookUrl: string | null, newSecret = false) => {
      const { version } = await admin.call('GET /api/notice-settings', {});
      const sent = { body: { webhookUrl, newSecret }, headers: { 'if-match': `"${version}"` } };
      return admin.call('PUT /api/notice-settings', sent);
    };
    expect(await put(null)).toMatchObject({ settings: { webhookUrl: null, hasSecret: true }, secret: null });
    at.house.at('2026-09-17 10:00');
    const ticket = await at.people.register();
    await tell();
    await send();
    expect(textsOf(ticket)).toEqual([]);
    expect(JSON.stringify(await admin.call('GET /api/notice-settings', {}))).not.toContain('secret":"');
    expect(await put(gateway.url)).toMatchObject({ settings: { webhookUrl: gateway.url }, secret: null });
    const { secret } = await put(gateway.url, true);
    expect(secret?.length).toBeGreaterThan(40);
  });
});
