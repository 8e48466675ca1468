import type { RouteAnswer } from '#http-api/routes';
import type { SignOffKind } from '#ticket/sign-off';
import { goodReply, leadOf, type PartView, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

// A Monday morning.
const at = hotline();

type Items = RouteAnswer<'POST /api/assignments/reply'>['items'];
const nowhere = '018f3c5e-0000-7000-8000-000000000001';
const missing = '没有这个工单';

const matter = { title: '滨河路路灯整夜不亮', content: '滨河路银杏广场至水厂路口的路灯连续三晚没有亮。' };
const publicText =
  '您好，您反映的“{标题}”（工单{工单编号}）已由{承办单位}抢修，{日期}恢复照明，原因是电缆被施工挖断。联系人：照明科，023-77720000。';
const said = { ...goodReply, publicText };

const handler = () => at.house.as('handler', 'urban');
const idsOf = (...tickets: TicketView[]) => tickets.map((ticket) => leadOf(ticket).id);

const sign = async (assignmentIds: string[], headers = {}): Promise<Items> =>
  (await (await handler()).call('POST /api/assignments/sign', { headers, body: { assignmentIds } })).items;
const reply = async (assignmentIds: string[], more = {}, headers = {}): Promise<Items> =>
  (await (await handler()).call('POST /api/assignments/reply', { headers, body: { ...said, ...more, assignmentIds } }))
    .items;

async function signsOff(...kinds: SignOffKind[]): Promise<void> {
  const params = { id: at.house.department('urban').id };
  await (await at.house.as('admin')).call('PATCH /api/departments/:id', { params, body: { signsOff: kinds } });
}

const namesIn = async ({ id }: TicketView) =>
  (await (await handler()).call('GET /api/tickets/:id/history', { params: { id } })).items.map(({ name }) => name);

/** As if the house had ended before it had kept the key of the whole. */
const breakOff = () =>
  at.house.database.sql.query(`DELETE FROM ticket.ticket_key WHERE kind = 'idempotency' AND value NOT LIKE '%:%'`);

async function findings(ticket: TicketView, text: string) {
  const params = { id: leadOf(ticket).id };
  const body = { publicText: text };
  return (await (await handler()).call('POST /api/assignments/:id/check-reply', { params, body })).findings;
}

const textOf = (ticket: TicketView): string => leadOf(ticket).reply?.publicText ?? '';

/** Two of one department, and one of another. */
async function threeOf(state: 'dispatched' | 'handling'): Promise<[TicketView, TicketView, TicketView]> {
  const elsewhere = await at.people.bring(state, { ...matter, categoryCode: 'school.fees' });
  expect(leadOf(elsewhere).departmentId).not.toBe(at.house.department('urban').id);
  return [await at.people.bring(state, matter), await at.people.bring(state, matter), elsewhere];
}

describe('many parts that are signed at once', () => {
  it('are answered for each; what is another’s, is nowhere or was signed before is left out alone', async () => {
    const [one, two, foreign] = await threeOf('dispatched');
    await at.people.sign(two);
    const [first = '', second = '', other = ''] = idsOf(one, two, foreign);
    const items = await sign([first, other, second, nowhere, 'nothing', first]);
    expect(items).toEqual([
      { assignmentId: first, number: one.number, state: 'working', refusal: null },
      { assignmentId: other, number: null, state: null, refusal: missing },
      { assignmentId: second, number: two.number, state: 'working', refusal: expect.any(String) as string },
      { assignmentId: nowhere, number: null, state: null, refusal: missing },
      { assignmentId: 'nothing', number: null, state: null, refusal: missing },
    ]);
    expect([(await at.people.now(one.id)).state, (await at.people.now(foreign.id)).state]).toEqual([
      'handling',
      'dispatched',
    ]);
  });

  it('are signed once under one key, also after it was broken off', async () => {
    const [one, two] = await threeOf('dispatched');
    const headers = { 'idempotency-key': 'sign-1' };
    const send = () => sign(idsOf(one, two), headers);
    const first = await send();
    expect(first.map(({ refusal }) => refusal)).toEqual([null, null]);
    expect(await send()).toEqual(first);
    await breakOff();
    expect(await send()).toEqual(first);
    expect((await namesIn(one)).filter((name) => name === 'sign')).toHaveLength(1);
  });

  it('may be co-handlers’ and units’ below, and are at most fifty', async () => {
    const urban = at.house.department('urban').id;
    const ticket = await at.people.register({ hold: true });
    const leadId = at.house.department('police').id;
    const helped = await at.people.change('dispatcher', 'dispatch', ticket, { leadId, coHandlerIds: [urban] });
    const own = helped.assignments.find(({ role }) => role === 'co-handler') as PartView;
    expect(await sign([own.id])).toMatchObject([{ state: 'working', refusal: null }]);
    expect((await at.people.now(ticket.id)).state).toBe('dispatched');
    const assignmentIds = Array.from({ length: 51 }, () => nowhere);
    const refused = await (await handler()).refusal('POST /api/assignments/sign', { body: { assignmentIds } });
    expect([refused.status, refused.errors?.[0]?.path]).toEqual([400, 'assignmentIds']);
  });

  it('are the desk’s to sign: neither the head’s nor the hotline’s', async () => {
    const body = { assignmentIds: [nowhere] };
    for (const who of [await at.house.as('department-head', 'urban'), await at.house.as('dispatcher')])
      expect((await who.refusal('POST /api/assignments/sign', { body })).status).toBe(403);
  });
});

describe('look-alikes that are answered at once', () => {
  afterEach(() => signsOff());

  it('each tell their own citizen, and one that is refused leaves the others alone', async () => {
    const [one, two, foreign] = await threeOf('handling');
    const unsigned = await at.people.bring('dispatched', matter);
    const items = await reply(idsOf(one, unsigned, foreign, two));
    expect(items.map(({ state, refusal }) => [state, refusal])).toEqual([
      ['answered', null],
      ['waiting', expect.any(String)],
      [null, missing],
      ['answered', null],
    ]);
    const [first, second] = [await at.people.now(one.id), await at.people.now(two.id)];
    expect(first.state).toBe('replied');
    expect(textOf(first)).toContain(
      `您反映的“滨河路路灯整夜不亮”（工单${one.number}）已由城市管理局抢修，2026年9月14日`,
    );
    expect(textOf(second)).toContain(two.number);
    expect((await at.people.now(unsigned.id)).assignments[0]?.reply).toBeNull();
  });

  it('are answered once under one key, also after it was broken off', async () => {
    const [one, two] = await threeOf('handling');
    const headers = { 'idempotency-key': 'reply-1' };
    const send = () => reply(idsOf(one, two), {}, headers);
    const first = await send();
    const replies = async () => [leadOf(await at.people.now(one.id)).reply, leadOf(await at.people.now(two.id)).reply];
    const said = await replies();
    expect(await send()).toEqual(first);
    await breakOff();
    expect(await send()).toEqual(first);
    expect(await replies()).toEqual(said);
    expect((await namesIn(two)).filter((name) => name === 'reply')).toHaveLength(1);
    // Without a key the second time finds nothing left to answer.
    expect((await reply(idsOf(one, two))).every(({ refusal }) => refusal !== null)).toBe(true);
  });

  it('are put before the head one by one where replies are signed', async () => {
    await signsOff('reply');
    const [one, two] = await threeOf('handling');
    expect((await reply(idsOf(one, two))).map(({ state }) => state)).toEqual(['signing', 'signing']);
    const head = await at.house.as('department-head', 'urban');
    const params = { id: leadOf(one).id };
    await head.call('POST /api/assignments/:id/sign-off', { params, body: { approve: true } });
    const [signed, waiting] = [await at.people.now(one.id), await at.people.now(two.id)];
    expect([signed.state, waiting.state]).toEqual(['replied', 'handling']);
    expect(leadOf(signed).reply?.batchId).toBe(leadOf(waiting).reply?.batchId);
  });

  it('are refused altogether for a text that leaves open what nothing fills', async () => {
    const [one] = await threeOf('handling');
    const body = { ...said, publicText: '请联系{联络员}', assignmentIds: idsOf(one) };
    const refused = await (await handler()).refusal('POST /api/assignments/reply', { body });
    expect(refused).toMatchObject({ code: 'invalid', errors: [{ path: 'publicText' }] });
    expect((await at.people.now(one.id)).state).toBe('handling');
  });

  it('are no copies of one another, also when one is corrected; of what was answered elsewhere they are', async () => {
    const [one, two] = await threeOf('handling');
    const third = await at.people.bring('handling', matter);
    const text = `${matter.title}。${'已由照明所现场排查并更换镇流器、灯泡与电缆接头，全部路灯已经恢复正常照明。'.repeat(2)}`;
    await reply(idsOf(one, two), { publicText: text });
    const answered = await at.people.now(one.id);
    const copied = (found: Awaited<ReturnType<typeof findings>>) => found.some(({ flaw }) => flaw === 'copied');
    expect(copied(await findings(answered, text))).toBe(false);
    expect(copied(await findings(third, text))).toBe(true);
    const sentBack = await at.people.change('reviewer', 'send-back', answered, { reasonCode: 'wording' });
    const corrected = await at.people.reply(sentBack, { publicText: `${text}特此答复。` });
    expect(copied(await findings(corrected, textOf(corrected)))).toBe(false);
  });
});
