import type { SignOffKind } from '#ticket/sign-off';
import type { HouseClient } from '#testing/house-client';
import { goodReply, leadOf, type PartView, type TicketView } from '#testing/people';
import { breaksIn } from './support/audit-house';
import { hotline } from './support/hotline';

// A Monday morning; a request for help is due in five working days, on Sunday the 20th, made up for a holiday, at 18:00.
const at = hotline();
const now = '2026-09-14 09:30';

const head = () => at.house.as('department-head', 'urban');
const handler = () => at.house.as('handler', 'urban');

async function signsOff(...kinds: SignOffKind[]): Promise<void> {
  const params = { id: at.house.department('urban').id };
  await (await at.house.as('admin')).call('PATCH /api/departments/:id', { params, body: { signsOff: kinds } });
}

const inbox = async (query: { state?: 'waiting' | 'signed' | 'refused' | 'lapsed'; ticketId?: string } = {}) =>
  (await (await head()).call('GET /api/sign-offs', { query: { limit: 200, ...query } })).items;

async function decide(ticket: TicketView, approve: boolean, reason?: string, who?: HouseClient): Promise<TicketView> {
  const params = { id: leadOf(ticket).id };
  await (who ?? (await head())).call('POST /api/assignments/:id/sign-off', { params, body: { approve, reason } });
  return at.people.now(ticket.id);
}

const clockOf = (ticket: TicketView, kind: string) => ticket.clocks.find((clock) => clock.kind === kind);
const namesIn = async (ticket: TicketView) =>
  (await (await handler()).call('GET /api/tickets/:id/history', { params: { id: ticket.id } })).items;

afterEach(async () => {
  at.house.at(now);
  await signsOff();
});

describe('a reply that the head signs off', () => {
  beforeEach(() => signsOff('reply'));

  it('waits for the signature, and is submitted by it', async () => {
    const ticket = await at.people.reply(await at.people.bring('handling'));
    expect(ticket.state).toBe('handling');
    expect(leadOf(ticket)).toMatchObject({ state: 'signing', submittedAt: null, reply: goodReply });
    expect(await inbox()).toMatchObject([
      {
        ticketId: ticket.id,
        kind: 'reply',
        state: 'waiting',
        dueAt: '2026-09-20T10:00:00.000Z',
        askedBy: { name: '城市管理局联络员' },
      },
    ]);
    at.house.at('2026-09-15 10:00');
    const signed = await decide(ticket, true);
    expect(signed.state).toBe('replied');
    expect(leadOf(signed).submittedAt).toBe('2026-09-15T02:00:00.000Z');
    const approved = await at.people.change('reviewer', 'approve', signed, {});
    expect(clockOf(approved, 'finish')).toMatchObject({ state: 'met', metAt: '2026-09-15T02:00:00.000Z' });
    const lines = (await namesIn(ticket)).filter(({ name }) => ['draftReply', 'signOff', 'reply'].includes(name));
    expect(lines.map(({ name, actor }) => [name, actor])).toEqual([
      ['draftReply', '城市管理局联络员'],
      ['signOff', '城市管理局单位审签领导'],
      ['reply', '城市管理局单位审签领导'],
    ]);
    expect(await inbox()).toEqual([]);
    expect(await inbox({ state: 'signed' })).toMatchObject([
      { kind: 'reply', decidedBy: { name: '城市管理局单位审签领导' } },
    ]);
  });

  it('is late when it is signed late, whenever it was written', async () => {
    const ticket = await at.people.reply(await at.people.bring('handling'));
    at.house.at('2026-09-21 10:00');
    await at.house.mark();
    expect((await at.people.look(ticket.id)).alert).toBe('red');
    const approved = await at.people.change('reviewer', 'approve', await decide(ticket, true), {});
    expect(clockOf(approved, 'finish')).toMatchObject({ metAt: '2026-09-21T02:00:00.000Z' });
  });

  it('goes back to the desk with the reason, and may be put before the head again', async () => {
    const ticket = await at.people.reply(await at.people.bring('handling'));
    const params = { id: leadOf(ticket).id };
    const refusal = await (
      await head()
    ).refusal('POST /api/assignments/:id/sign-off', { params, body: { approve: false } });
    expect(refusal.detail).toBe('不予签发须说明理由');
    const refused = await decide(ticket, false, '依据不足');
    expect(leadOf(refused).state).toBe('working');
    expect(await inbox({ ticketId: ticket.id })).toMatchObject([{ state: 'refused', note: '依据不足' }]);
    expect(leadOf(await at.people.reply(refused)).state).toBe('signing');
  });

  it('is not gone round: neither by another reply, nor by another thing to sign', async () => {
    const ticket = await at.people.reply(await at.people.bring('handling'));
    const params = { id: leadOf(ticket).id };
    const desk = await handler();
    const again = await desk.refusal('POST /api/assignments/:id/reply', { params, body: goodReply });
    expect(again.detail).toBe('反馈已送签，待单位领导签发');
    const notTheirs = await desk.refusal('POST /api/assignments/:id/sign-off', { params, body: { approve: true } });
    expect(notTheirs.status).toBe(403);
    const other = await at.house.as('department-head', 'police');
    expect(
      (await other.refusal('POST /api/assignments/:id/sign-off', { params, body: { approve: true } })).status,
    ).toBe(404);
  });

  it('is refused at once where it could not be submitted', async () => {
    const ticket = await at.people.bring('handling');
    const sent = { params: { id: leadOf(ticket).id }, body: { ...goodReply, resolution: 'unsolved' as const } };
    expect((await (await handler()).refusal('POST /api/assignments/:id/reply', sent)).detail).toBe('未解决须说明原因');
    expect(await inbox({ ticketId: ticket.id })).toEqual([]);
  });

  it('is not to be signed any more once the department lost the ticket', async () => {
    const ticket = await at.people.reply(await at.people.bring('handling'));
    const leadId = at.house.department('police').id;
    await at.people.change('dispatcher', 'redispatch', ticket, { leadId, reason: '属公安职责' });
    expect(await inbox({ ticketId: ticket.id })).toMatchObject([{ state: 'lapsed' }]);
    const params = { id: leadOf(ticket).id };
    const late = await (
      await head()
    ).refusal('POST /api/assignments/:id/sign-off', { params, body: { approve: true } });
    expect(late).toMatchObject({ status: 409 });
  });

  it('is signed by one of two at once', async () => {
    const ticket = await at.people.reply(await at.people.bring('handling'));
    const sent = { params: { id: leadOf(ticket).id }, body: { approve: true } };
    const signer = await head();
    const answers = await Promise.all([1, 2].map(() => signer.try('POST /api/assignments/:id/sign-off', sent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await at.people.now(ticket.id)).state).toBe('replied');
  });

  it('of a co-handler needs no signature: it goes to the lead', async () => {
    const registered = await at.people.register({ hold: true });
    const [leadId, coHandlerIds] = [at.house.department('police').id, [at.house.department('urban').id]];
    const ticket = await at.people.change('dispatcher', 'dispatch', registered, { leadId, coHandlerIds });
    const helper = ticket.assignments.find(({ role }) => role === 'co-handler');
    const helped = await at.people.reply(ticket, {}, helper);
    expect(helped.assignments.find(({ id }) => id === helper?.id)?.state).toBe('answered');
  });
});

describe('what else the head signs off', () => {
  it('a return is asked for by the signature, inside the window for it', async () => {
    await signsOff('return');
    const ticket = await at.people.bring('handling');
    const asked = await at.people.giveBack(ticket);
    expect([asked.state, leadOf(asked).state]).toEqual(['handling', 'working']);
    const [waiting] = await inbox({ ticketId: ticket.id });
    expect(waiting).toMatchObject({
      kind: 'return',
      asked: { reasonCode: 'not-ours', basis: '不属于本单位职责范围' },
      // Two working days, where the reply is due in five.
      dueAt: '2026-09-16T10:00:00.000Z',
    });
    const signed = await decide(asked, true);
    expect(signed.state).toBe('returning');
    expect(await at.people.decide(signed, 'reject')).toMatchObject({ state: 'handling' });
    const late = await at.people.giveBack(await at.people.bring('handling'));
    at.house.at('2026-09-18 10:00');
    const params = { id: leadOf(late).id };
    const refused = await (
      await head()
    ).refusal('POST /api/assignments/:id/sign-off', { params, body: { approve: true } });
    expect(refused.detail).toBe('已超过退单申请期');
    expect((await inbox({ ticketId: late.id }))[0]?.state).toBe('waiting');
  });

  it('more time is asked for by the signature', async () => {
    await signsOff('extension');
    const ticket = await at.people.bring('handling');
    const params = { id: leadOf(ticket).id };
    const body = { until: '2026-09-22T18:00:00+08:00', reason: '待料', basis: '合同' };
    const desk = await handler();
    const asked = await desk.call('POST /api/assignments/:id/request-extension', { params, body });
    expect(asked).toMatchObject({
      state: 'signing',
      until: '2026-09-22T10:00:00.000Z',
      reason: '待料',
      approver: 'supervisor',
    });
    const supervisor = await at.house.as('supervisor');
    const pending = async () =>
      (await supervisor.call('GET /api/extensions', { query: { ticketId: ticket.id } })).items.map(({ id, state }) => [
        id,
        state,
      ]);
    expect(await pending()).toEqual([]);
    expect(
      (await supervisor.refusal('POST /api/extensions/:id/approve', { params: { id: asked.id }, body: {} })).status,
    ).toBe(404);
    const second = await desk.refusal('POST /api/assignments/:id/request-extension', { params, body });
    expect(second.detail).toBe('已有事项送签，待单位领导签发');
    await decide(ticket, true);
    expect(await pending()).toEqual([[asked.id, 'pending']]);
    await supervisor.call('POST /api/extensions/:id/approve', { params: { id: asked.id }, body: {} });
    expect(clockOf(await at.people.now(ticket.id), 'finish')?.dueAt).toBe('2026-09-22T10:00:00.000Z');
  });

  it('more time is not asked for any more when the signature comes after the due time', async () => {
    await signsOff('extension');
    const ticket = await at.people.bring('handling');
    const params = { id: leadOf(ticket).id };
    const body = { until: '2026-09-22T18:00:00+08:00', reason: '待料', basis: '合同' };
    await (await handler()).call('POST /api/assignments/:id/request-extension', { params, body });
    at.house.at('2026-09-20 18:00');
    const refused = await (
      await head()
    ).refusal('POST /api/assignments/:id/sign-off', { params, body: { approve: true } });
    expect(refused.detail).toBe('已超过办理期限，不能再申请延期');
  });

  it('a hold is asked for by the signature', async () => {
    await signsOff('hold');
    const ticket = await at.people.bring('handling');
    const params = { id: leadOf(ticket).id };
    const body = { plan: '列入改造', responsible: '建设科', reviewAt: '2026-12-31T18:00:00+08:00' };
    const asked = await (await handler()).call('POST /api/assignments/:id/request-hold', { params, body });
    expect(asked).toMatchObject({ state: 'signing', plan: '列入改造' });
    await decide(ticket, true);
    const supervisor = await at.house.as('supervisor');
    await supervisor.call('POST /api/holds/:id/approve', { params: { id: asked.id }, body: {} });
    expect((await at.people.now(ticket.id)).state).toBe('held');
  });

  it('waits in one inbox, what is due first at the top, page by page', async () => {
    await signsOff('reply', 'return');
    const slow = await at.people.reply(await at.people.bring('handling', { title: '普通' }));
    const fast = await at.people.reply(await at.people.bring('handling', { title: '紧急', urgency: 'urgent' }));
    const back = await at.people.giveBack(await at.people.bring('handling', { title: '退单' }));
    const signer = await head();
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await signer.call('GET /api/sign-offs', { query: { limit: 1, cursor } });
      titles.push(
        ...page.items
          .filter(({ ticketId }) => [slow.id, fast.id, back.id].includes(ticketId))
          .map(({ title }) => title),
      );
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(titles).toEqual(['紧急', '退单', '普通']);
  });
});

describe('more time of a co-handler', () => {
  const body = { until: '2026-09-22T18:00:00+08:00', reason: '待料', basis: '合同' };
  beforeEach(() => signsOff('extension', 'reply', 'return'));

  /** The police lead, urban management helps. */
  async function joint(): Promise<TicketView> {
    const [leadId, coHandlerIds] = [at.house.department('police').id, [at.house.department('urban').id]];
    const registered = await at.people.register({ hold: true });
    return at.people.sign(await at.people.change('dispatcher', 'dispatch', registered, { leadId, coHandlerIds }));
  }
  const helperOf = ({ assignments }: TicketView): PartView => {
    const helper = assignments.find(({ role }) => role === 'co-handler');
    if (!helper) throw new Error('nobody helps');
    return helper;
  };
  const ask = async (ticket: TicketView) =>
    (await handler()).call('POST /api/assignments/:id/request-extension', {
      params: { id: helperOf(ticket).id },
      body,
    });
  const sign = async (ticket: TicketView, approve: boolean, reason?: string) =>
    (await head()).try('POST /api/assignments/:id/sign-off', {
      params: { id: helperOf(ticket).id },
      body: { approve, reason },
    });
  const extensions = async (ticket: TicketView) =>
    (await (await at.house.as('supervisor')).call('GET /api/extensions', { query: { ticketId: ticket.id } })).items;

  it('is asked for by its own head’s signature, not by the lead’s', async () => {
    const ticket = await joint();
    const asked = await ask(ticket);
    expect(asked).toMatchObject({ state: 'signing', role: 'co-handler' });
    expect(await extensions(ticket)).toEqual([]);
    expect(await inbox({ ticketId: ticket.id })).toMatchObject([
      { kind: 'extension', state: 'waiting', department: { name: '城市管理局' }, dueAt: '2026-09-20T10:00:00.000Z' },
    ]);
    const other = await at.house.as('department-head', 'police');
    const sent = { params: { id: helperOf(ticket).id }, body: { approve: true } };
    expect((await other.refusal('POST /api/assignments/:id/sign-off', sent)).status).toBe(404);
    expect(await sign(ticket, true)).toMatchObject({ status: 200 });
    expect(await extensions(ticket)).toMatchObject([
      { id: asked.id, state: 'pending', role: 'co-handler', askedBy: { name: '城市管理局单位审签领导' } },
    ]);
    const supervisor = await at.house.as('supervisor');
    await supervisor.call('POST /api/extensions/:id/approve', { params: { id: asked.id }, body: {} });
    const longer = await at.people.now(ticket.id);
    expect(helperOf(longer).dueAt).toBe('2026-09-22T10:00:00.000Z');
    expect([longer.dueAt, longer.promisedAt]).toEqual([ticket.dueAt, ticket.promisedAt]);
    const names = (await namesIn(ticket)).map(({ name }) => name);
    expect(names.slice(-4)).toEqual(['askSignature', 'signOff', 'requestCoExtension', 'coExtend']);
  });

  it('may be signed after the lead has answered, and on a closed ticket, while the co-handler is still at it', async () => {
    const ticket = await joint();
    const asked = await ask(ticket);
    const replied = await at.people.reply(ticket, { overruledReason: '无关' });
    expect(await inbox({ ticketId: ticket.id })).toMatchObject([{ state: 'waiting' }]);
    await at.people.rate(await at.people.change('reviewer', 'approve', replied, {}));
    expect(await sign(ticket, true)).toMatchObject({ status: 200 });
    expect(await extensions(ticket)).toMatchObject([{ id: asked.id, state: 'pending' }]);
  });

  it('goes back to the desk with the reason, and lapses with the part it was asked for', async () => {
    const ticket = await joint();
    await ask(ticket);
    expect(await sign(ticket, false, '可以按期办完')).toMatchObject({ status: 200 });
    await ask(ticket);
    await at.people.reply(ticket, {}, helperOf(ticket));
    expect((await inbox({ ticketId: ticket.id })).map(({ state }) => state)).toEqual(['lapsed', 'refused']);
    expect(await sign(ticket, true)).toMatchObject({
      status: 409,
      body: { detail: '没有待签发的事项（城市管理局联络员已于9月14日09:30协办反馈）' },
    });
    expect(await extensions(ticket)).toEqual([]);
  });

  it('is all of it that the head signs: its reply and its return are the lead’s and the dispatcher’s to read', async () => {
    const replied = await joint();
    const helped = await at.people.reply(replied, {}, helperOf(replied));
    expect(helperOf(helped).state).toBe('answered');
    const returned = await joint();
    expect(helperOf(await at.people.giveBack(returned, helperOf(returned))).state).toBe('returned');
    expect(await inbox({ ticketId: returned.id })).toEqual([]);
  });
});

describe('while the head is away', () => {
  it('the deputy signs under the own name, and the history says for whom', async () => {
    await signsOff('reply');
    const signer = await head();
    const { items } = await (await at.house.as('admin')).call('GET /api/users', { query: { q: 'officer-urban' } });
    const week = { from: '2026-09-14T09:30:00+08:00', until: '2026-09-18T18:00:00+08:00' };
    await signer.call('PUT /api/session/absence', { body: { ...week, deputyId: items[0]?.id ?? '' } });
    const ticket = await at.people.reply(await at.people.bring('handling'));
    const deputy = await at.house.as('officer', 'urban');
    const signed = await decide(ticket, true, undefined, deputy);
    expect(signed.state).toBe('replied');
    const line = (await namesIn(ticket)).find(({ name }) => name === 'signOff');
    expect(line).toMatchObject({ actor: '城市管理局经办人', data: { onBehalfOf: '城市管理局单位审签领导' } });
    expect((await inbox({ ticketId: ticket.id }))[0]).toMatchObject({
      decidedBy: { name: '城市管理局经办人' },
      decidedFor: { name: '城市管理局单位审签领导' },
    });
    await signer.call('DELETE /api/session/absence');
    const params = { id: leadOf(ticket).id };
    const refused = await deputy.refusal('POST /api/assignments/:id/sign-off', { params, body: { approve: true } });
    expect(refused.status).toBe(403);
  });
});

describe('what is to be signed', () => {
  it('is set for each department by the administrator, and recorded', async () => {
    await signsOff('reply', 'hold');
    const { items } = await (await handler()).call('GET /api/departments');
    expect(items.find(({ code }) => code === 'urban')?.signsOff).toEqual(['reply', 'hold']);
    expect(items.find(({ code }) => code === 'police')?.signsOff).toEqual([]);
    const params = { id: at.house.department('urban').id };
    expect(
      (await (await head()).refusal('PATCH /api/departments/:id', { params, body: { signsOff: [] } })).status,
    ).toBe(403);
    const query = { subject: 'department', subjectId: params.id } as const;
    const events = await (await at.house.as('admin')).call('GET /api/admin-events', { query });
    expect(events.items[0]).toMatchObject({ action: 'edit', after: { signs_off: ['reply', 'hold'] } });
  });

  it('is told by the history, row by row', async () => {
    expect(await breaksIn(at.house)).toEqual([]);
    const { sql } = at.house.database;
    const [signed] = await sql.query<{ id: string; head: string }>(
      `SELECT id, decided_for AS head FROM ticket.sign_off WHERE decided_for IS NOT NULL`,
      [],
    );
    const claim = (head: string | null) =>
      sql.query(`UPDATE ticket.sign_off SET decided_for = $2 WHERE id = $1`, [signed?.id, head]);
    await claim(null);
    const breaks = await breaksIn(at.house);
    await claim(signed?.head ?? null);
    expect(breaks).toHaveLength(1);
    expect(breaks[0]).toContain('sign-off');
  });
});
