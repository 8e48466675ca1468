import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { Maintenance } from '#platform/maintenance';
import { HouseClient } from '#testing/house-client';
import { ordinary } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ settings: { callClaimSeconds: 60 } });

type Event = NonNullable<RouteRequest<'POST /api/calls/events'>['body']>;
type Call = RouteAnswer<'POST /api/calls/:id/claim'>;
type Shown = 'waiting' | 'claimed' | 'missed';

let platform: HouseClient;
let calls = 0;
let phones = 0;

beforeAll(async () => {
  const body = { name: '话务平台', channels: ['phone'] as ['phone'] };
  const { key } = await (await at.house.as('admin')).call('POST /api/channel-clients', { body });
  platform = new HouseClient(at.house.url, key);
});

const aCallId = () => `call-${(calls += 1)}`;
const aPhone = () => `1390000${String((phones += 1)).padStart(4, '0')}`;
const agent = () => at.house.as('agent');
const other = () => at.house.as('shift-lead');

const tell = (callId: string, event: Event['event'], more: Partial<Event> = {}) =>
  platform.call('POST /api/calls/events', {
    body: { callId, event, at: at.house.clock.now().toISOString(), ...more },
  });

async function listed(state: Shown, client?: HouseClient): Promise<Call[]> {
  return (await (client ?? (await agent())).call('GET /api/calls', { query: { state, limit: 200 } })).items;
}

async function find(callId: string, state: Shown): Promise<Call> {
  const found = (await listed(state)).find((each) => each.callId === callId);
  if (!found) throw new Error(`no call ${callId} is ${state}`);
  return found;
}

/** A call that rings, is answered, and is claimed by the agent. */
async function claimed(more: Partial<Event> = {}): Promise<{ callId: string; call: Call; phone: string }> {
  const [callId, phone] = [aCallId(), aPhone()];
  await tell(callId, 'ringing', { phone, ...more });
  const { id } = await find(callId, 'waiting');
  const call = await (await agent()).call('POST /api/calls/:id/claim', { params: { id }, body: {} });
  return { callId, call, phone };
}

const draft = (client: HouseClient, id: string | null) =>
  client.call('GET /api/drafts/:id', { params: { id: id ?? '' } });
const registerFrom = async ({ callId, call, phone }: Awaited<ReturnType<typeof claimed>>, more: object = {}) =>
  (await agent()).call('POST /api/tickets', {
    body: { ...ordinary, citizen: { phone }, callId, draftId: call.draftId ?? '', ...more },
  });

describe('a call that rings', () => {
  it('waits with its number masked, and is the same call whatever comes late or twice', async () => {
    const callId = aCallId();
    await tell(callId, 'answered', { extension: '8001' });
    await tell(callId, 'ringing', { phone: '13977778888', extension: '8000', at: '2026-09-14T09:29:00+08:00' });
    await Promise.all([tell(callId, 'ringing', { phone: '13977778888' }), tell(callId, 'answered')]);
    expect(await find(callId, 'waiting')).toMatchObject({
      state: 'answered',
      phone: '139****8888',
      extension: '8001',
      at: new Date('2026-09-14T09:29:00+08:00').toISOString(),
    });
  });

  it('opens a draft that knows the number, for exactly one of those who reach for it', async () => {
    const [callId, phone] = [aCallId(), aPhone()];
    await tell(callId, 'ringing', { phone });
    const { id } = await find(callId, 'waiting');
    const clients = [await agent(), await other()];
    const answers = await Promise.all(
      clients.map((client) => client.try('POST /api/calls/:id/claim', { params: { id }, body: {} })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.findIndex(({ status }) => status === 200);
    const { claimedBy, draftId } = answers[winner]?.body as Call;
    expect(answers[1 - winner]?.body).toMatchObject({ detail: `该来电已由${claimedBy?.name}接手` });
    const opened = await draft(clients[winner] as HouseClient, draftId);
    expect(opened).toMatchObject({ callId: id, values: { channel: 'phone', callId, citizen: { phone } } });
  });

  it('is claimed again by the same person without a second draft', async () => {
    const { call } = await claimed();
    const again = await (await agent()).call('POST /api/calls/:id/claim', { params: { id: call.id }, body: {} });
    expect(again.draftId).toBe(call.draftId);
  });

  it('goes to another with what was typed once its agent has gone silent', async () => {
    const { call } = await claimed();
    const mine = await agent();
    const saved = { params: { id: call.draftId ?? '' }, body: { values: { title: '说到一半' } } };
    await mine.call('PUT /api/drafts/:id', { ...saved, headers: { 'if-match': '"1"' } });
    const take = async () => (await other()).try('POST /api/calls/:id/claim', { params: { id: call.id }, body: {} });
    at.house.clock.advance(59_000);
    await mine.call('POST /api/calls/:id/heartbeat', { params: { id: call.id }, body: {} });
    at.house.clock.advance(59_000);
    expect((await take()).status).toBe(409);
    at.house.clock.advance(2_000);
    expect(await find(call.callId, 'waiting')).toMatchObject({ isStale: true });
    const taken = (await take()).body as Call;
    expect(taken.draftId).toBe(call.draftId);
    expect(await draft(await other(), taken.draftId)).toMatchObject({ values: { title: '说到一半' } });
    const late = await mine.refusal('PUT /api/drafts/:id', { ...saved, headers: { 'if-match': '"2"' } });
    expect(late).toMatchObject({ status: 404 });
    const beat = await mine.refusal('POST /api/calls/:id/heartbeat', { params: { id: call.id }, body: {} });
    expect(beat).toMatchObject({ detail: '该来电已由值班长接手' });
  });

  it('is given back and waits again, or ends without a ticket for a reason', async () => {
    const { call, callId } = await claimed();
    const release = async (body: object) =>
      (await agent()).call('POST /api/calls/:id/release', { params: { id: call.id }, body });
    await release({});
    await find(callId, 'waiting');
    await (await agent()).call('POST /api/calls/:id/claim', { params: { id: call.id }, body: {} });
    expect(await release({ noTicketReason: '打错电话' })).toMatchObject({ claimedBy: null });
    for (const state of ['waiting', 'claimed'] as const)
      expect((await listed(state)).map((each) => each.callId)).not.toContain(callId);
    const again = await (await other()).refusal('POST /api/calls/:id/claim', { params: { id: call.id }, body: {} });
    expect(again).toMatchObject({ detail: '该来电已处理完毕' });
  });

  it('is done with its registration, which names it', async () => {
    const known = await claimed();
    const { id } = await registerFrom(known);
    expect((await listed('claimed')).map((each) => each.callId)).not.toContain(known.callId);
    const told = await (await agent()).call('GET /api/tickets/:id/call', { params: { id } });
    expect(told.call).toMatchObject({ state: 'ringing', hasRecording: false });
  });

  it('waits for nobody the day after, when nobody took it', async () => {
    const callId = aCallId();
    await tell(callId, 'answered');
    at.house.clock.advance(25 * 3_600_000);
    await at.house.app.get(Maintenance).run();
    expect((await listed('waiting')).map((each) => each.callId)).not.toContain(callId);
  });
});

describe('a missed call', () => {
  it('is one line with a count, however often somebody rang, and stays until somebody reached them', async () => {
    const phone = aPhone();
    const ids = Array.from({ length: 5 }, aCallId);
    for (const callId of ids) await tell(callId, 'missed', { phone });
    await tell(aCallId(), 'missed', { phone: aPhone() });
    const lines = (await listed('missed')).filter(({ callId }) => ids.includes(callId));
    expect(lines).toEqual([expect.objectContaining({ callId: ids.at(-1), count: 5 })]);
    const back = async (outcome: 'no-answer' | 'reached') =>
      (await agent()).call('POST /api/calls/:id/called-back', {
        params: { id: lines[0]?.id ?? '' },
        body: { outcome },
      });
    await back('no-answer');
    expect(await find(ids.at(-1) ?? '', 'missed')).toMatchObject({ count: 5, callBacks: 1 });
    await back('reached');
    expect((await listed('missed')).filter(({ callId }) => ids.includes(callId))).toEqual([]);
  });

  it('of no number is a line of its own', async () => {
    const ids = [aCallId(), aCallId()];
    for (const callId of ids) await tell(callId, 'missed');
    expect((await listed('missed')).filter(({ callId }) => ids.includes(callId))).toHaveLength(2);
  });

  it('is called back by one at a time, though it rang twice', async () => {
    const phone = aPhone();
    const [first, second] = [aCallId(), aCallId()];
    await tell(first, 'missed', { phone });
    const earlier = await find(first, 'missed');
    await tell(second, 'missed', { phone });
    const { id } = await find(second, 'missed');
    await (await agent()).call('POST /api/calls/:id/claim', { params: { id }, body: {} });
    const refused = await (
      await other()
    ).refusal('POST /api/calls/:id/claim', { params: { id: earlier.id }, body: {} });
    expect(refused).toMatchObject({ status: 409, detail: '该来电已由话务员接手' });
  });

  it('is settled by registering what the citizen says when they are called back', async () => {
    const phone = aPhone();
    const ids = [aCallId(), aCallId()];
    for (const callId of ids) await tell(callId, 'missed', { phone });
    const { id, callId } = await find(ids[1] ?? '', 'missed');
    const call = await (await agent()).call('POST /api/calls/:id/claim', { params: { id }, body: {} });
    await registerFrom({ callId, call, phone });
    expect((await listed('missed')).filter((each) => ids.includes(each.callId))).toEqual([]);
  });

  it('that turns out to have been answered is none', async () => {
    const callId = aCallId();
    await tell(callId, 'missed');
    await tell(callId, 'answered');
    expect((await listed('missed')).map((each) => each.callId)).not.toContain(callId);
    await find(callId, 'waiting');
  });
});

describe('the key a citizen presses after the call', () => {
  const ratings = async (ticketId: string) =>
    at.house.database.sql.query(`SELECT source, satisfaction, solved FROM ticket.rating WHERE ticket_id = $1`, [
      ticketId,
    ]);

  it.each(['before', 'after'] as const)(
    'is the rating of what they were answered, %s it is registered',
    async (when) => {
      const known = await claimed();
      const press = () => tell(known.callId, 'rated', { rating: 4 });
      if (when === 'before') await press();
      const { id } = await registerFrom(known, { type: 'consultation', answer: { text: '每周一至周五办理' } });
      if (when === 'after') await Promise.all([press(), press(), press()]);
      await press();
      await at.house.app.get(Maintenance).run();
      expect(await ratings(id)).toEqual([{ source: 'call-end', satisfaction: { result: 'satisfied' }, solved: 'yes' }]);
      expect(await at.people.now(id)).toMatchObject({ state: 'closed', rating: { source: 'call-end' } });
    },
  );

  it('rates what was answered on the call later, and nothing that was dispatched', async () => {
    const known = await claimed();
    const { id } = await registerFrom(known, { hold: true });
    await tell(known.callId, 'ended', { rating: 1 });
    expect(await ratings(id)).toEqual([]);
    await at.people.change('agent', 'answer-on-call', { id }, { text: '已当场解释' });
    expect(await ratings(id)).toMatchObject([{ source: 'call-end', solved: 'no' }]);
  });
});

describe('the recording', () => {
  it('is heard by whoever may, for a reason, and that they heard it is recorded', async () => {
    const known = await claimed();
    const { id } = await registerFrom(known);
    const ask = async (role: 'quality' | 'agent') =>
      (await at.house.as(role)).try('POST /api/tickets/:id/recording', {
        params: { id },
        body: { reason: '质检抽查' },
      });
    expect(await ask('quality')).toMatchObject({ status: 409, body: { detail: '本单没有通话录音' } });
    await tell(known.callId, 'recording-ready', { recordingUrl: 'https://calls.example.cn/r/1' });
    expect((await ask('quality')).body).toEqual({ url: 'https://calls.example.cn/r/1' });
    expect((await ask('agent')).status).toBe(403);
    const { items } = await (await at.house.as('quality')).call('GET /api/looks', { query: { ticketId: id } });
    expect(items).toMatchObject([{ kind: 'recording', who: { name: '质检员' } }]);
  });
});

describe('where somebody sits', () => {
  const sit = (client: HouseClient, extension: string | null) =>
    client.call('PUT /api/session/extension', { body: { extension } });
  const seat = async (client: HouseClient) => (await client.call('GET /api/session')).user.extension;

  it('is theirs until another sits down there', async () => {
    await sit(await agent(), '8101');
    expect(await seat(await agent())).toBe('8101');
    await sit(await other(), '8101');
    expect([await seat(await agent()), await seat(await other())]).toEqual([null, '8101']);
    await sit(await other(), null);
  });

  it('has the calls there ring on their screen: ids only, and on nobody else’s', async () => {
    await sit(await agent(), '8102');
    const open = new AbortController();
    const hear = async (client: HouseClient) => {
      const headers = { authorization: `Bearer ${client.token ?? ''}` };
      const { body } = await fetch(`${at.house.url}/api/events`, { headers, signal: open.signal });
      return (body as ReadableStream<Uint8Array>).getReader();
    };
    const words = new TextDecoder();
    const [mine, theirs] = await Promise.all([hear(await agent()), hear(await other())]);
    for (const reader of [mine, theirs]) await reader.read();
    const callId = aCallId();
    await tell(callId, 'ringing', { phone: aPhone(), extension: '8102' });
    const told = words.decode((await mine.read()).value);
    const { id } = await find(callId, 'waiting');
    expect(told).toBe(`event: calls\ndata: ${JSON.stringify({ callId: id })}\n\n`);
    const { items } = await (await agent()).call('GET /api/calls', { query: { mine: 'true' } });
    expect(items.map((each) => each.id)).toEqual([id]);
    // The next word they hear is of a ticket, and not of the call.
    await at.people.register();
    expect(words.decode((await theirs.read()).value)).not.toContain(id);
    open.abort();
  });
});

it('lets no system tell of calls that brings something else', async () => {
  const body = { name: '只有网站', channels: ['web'] as ['web'] };
  const { key } = await (await at.house.as('admin')).call('POST /api/channel-clients', { body });
  const event = { callId: aCallId(), event: 'ringing', at: at.house.clock.now().toISOString() } as const;
  const refused = await new HouseClient(at.house.url, key).refusal('POST /api/calls/events', { body: event });
  expect(refused).toMatchObject({ status: 403, detail: '该接入方不能推送来电事件' });
});

it('keeps no number that could be read', async () => {
  await tell(aCallId(), 'missed', { phone: '13966665555' });
  const rows = await at.house.database.sql.query(`SELECT to_jsonb(c)::text AS row FROM intake.call c`, []);
  expect(JSON.stringify(rows)).not.toContain('13966665555');
});
