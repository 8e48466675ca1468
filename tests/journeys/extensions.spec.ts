import { leadOf, type TicketView } from '#testing/people';
import type { RouteRequest } from '#http-api/routes';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-03-02T10:00:00+08:00' });

const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
const said = { reason: '配件须从外地调运', basis: '《限时办理办法》第九条' };

async function working(given: Parameters<typeof at.people.register>[0] = {}): Promise<TicketView> {
  at.house.at('2026-03-02 10:00');
  return at.people.sign(await at.people.register(given));
}

async function ask(ticket: TicketView, until: string) {
  const { id, departmentId } = leadOf(ticket);
  const handler = await at.people.handlerOf({ departmentId });
  const body = { until: shanghai(until), ...said };
  return { handler, params: { id }, body };
}

async function asked(ticket: TicketView, until: string) {
  const { handler, params, body } = await ask(ticket, until);
  const extension = await handler.call('POST /api/assignments/:id/request-extension', { params, body });
  await at.house.settle();
  return extension;
}

describe('an extension', () => {
  it('moves the department’s time to the day that was approved, and the citizen’s promise by as many working days', async () => {
    const ticket = await working();
    expect([ticket.dueAt, ticket.promisedAt]).toEqual([shanghai('2026-03-09 18:00'), shanghai('2026-03-11 18:00')]);
    const { id, state, approver } = await asked(ticket, '2026-03-12 18:00');
    expect([state, approver]).toEqual(['pending', 'supervisor']);
    const waiting = await at.people.now(ticket.id);
    expect(waiting.dueAt).toBe(ticket.dueAt);
    const decision = waiting.clocks.find(({ kind }) => kind === 'extension');
    expect(decision).toMatchObject({ state: 'running', dueAt: shanghai('2026-03-03 18:00') });
    const supervisor = await at.house.as('supervisor');
    const { items } = await supervisor.call('GET /api/extensions', { query: { ticketId: ticket.id } });
    expect(items).toMatchObject([{ id, ...said, until: shanghai('2026-03-12 18:00') }]);
    const approved = await supervisor.call('POST /api/extensions/:id/approve', { params: { id }, body: {} });
    expect(approved.state).toBe('approved');
    const longer = await at.people.now(ticket.id);
    expect([longer.dueAt, longer.promisedAt]).toEqual([shanghai('2026-03-12 18:00'), shanghai('2026-03-16 18:00')]);
    expect(longer.clocks.find(({ kind }) => kind === 'extension')?.state).toBe('met');
    const finish = longer.clocks.find(({ kind }) => kind === 'finish');
    const { lines } = await supervisor.call('GET /api/clocks/:id/receipt', { params: { id: finish?.id ?? '' } });
    expect(lines.join()).toContain('批准延期：至2026年3月12日（周四）18:00');
  });

  it('moves it also when it is approved late, and takes the red mark away', async () => {
    const ticket = await working();
    const { id } = await asked(ticket, '2026-03-12 18:00');
    at.house.at('2026-03-10 09:00');
    await at.house.mark();
    expect((await at.people.now(ticket.id)).alert).toBe('red');
    const supervisor = await at.house.as('supervisor');
    await supervisor.call('POST /api/extensions/:id/approve', { params: { id }, body: {} });
    const finish = (await at.people.now(ticket.id)).clocks.find(({ kind }) => kind === 'finish');
    expect(finish).toMatchObject({ dueAt: shanghai('2026-03-12 18:00'), alert: 'none', generation: 2 });
  });

  it('is asked before the time is up, for longer than there is, and for no longer than the rules give', async () => {
    const ticket = await working();
    const { handler, params, body } = await ask(ticket, '2026-03-12 18:00');
    const refused = async (until: string) =>
      handler.refusal('POST /api/assignments/:id/request-extension', {
        params,
        body: { ...body, until: shanghai(until) },
      });
    expect(await refused('2026-03-09 18:00')).toMatchObject({
      code: 'transition-refused',
      detail: '延期后的期限须晚于现期限',
    });
    expect(await refused('2026-03-17 09:00')).toMatchObject({
      code: 'invalid',
      detail: '延期不能超过2026-03-16 18:00',
    });
    at.house.at('2026-03-09 18:00');
    expect(await refused('2026-03-12 18:00')).toMatchObject({ detail: '已超过办理期限，不能再申请延期' });
  });

  it('is given once, to complaints twice, and the second time by the district office', async () => {
    const help = await working();
    const supervisor = await at.house.as('supervisor');
    const first = await asked(help, '2026-03-10 18:00');
    const { handler, params, body } = await ask(help, '2026-03-12 18:00');
    const again = { params, body };
    expect(await handler.refusal('POST /api/assignments/:id/request-extension', again)).toMatchObject({
      detail: '已有延期申请待审批',
    });
    await supervisor.call('POST /api/extensions/:id/approve', { params: { id: first.id }, body: {} });
    await at.house.settle();
    expect(await handler.refusal('POST /api/assignments/:id/request-extension', again)).toMatchObject({
      detail: '此类工单只能延期1次，不能再延期',
    });
    const complaint = await working({ type: 'complaint' });
    const once = await asked(complaint, '2026-03-20 18:00');
    await supervisor.call('POST /api/extensions/:id/approve', { params: { id: once.id }, body: {} });
    await at.house.settle();
    const twice = await asked(complaint, '2026-03-25 18:00');
    expect(twice.approver).toBe('leader');
    const one = { params: { id: twice.id }, body: {} };
    expect(await supervisor.refusal('POST /api/extensions/:id/approve', one)).toMatchObject({ code: 'forbidden' });
    const leader = await at.house.as('leader');
    expect((await leader.call('POST /api/extensions/:id/approve', one)).state).toBe('approved');
    expect((await at.people.now(complaint.id)).dueAt).toBe(shanghai('2026-03-25 18:00'));
  });

  it('says before it is asked for how often and how long it may be, and why not', async () => {
    const ticket = await working();
    const { handler, params } = await ask(ticket, '2026-03-12 18:00');
    const terms = () => handler.call('GET /api/assignments/:id/extension-terms', { params });
    const next = { amount: 5, unit: 'working-days', latest: shanghai('2026-03-16 18:00'), approver: 'supervisor' };
    expect(await terms()).toEqual({ dueAt: ticket.dueAt, given: 0, most: 1, next, refused: null });
    const { id } = await asked(ticket, '2026-03-12 18:00');
    expect((await terms()).refused).toBe('已有延期申请待审批');
    await (await at.house.as('supervisor')).call('POST /api/extensions/:id/approve', { params: { id }, body: {} });
    await at.house.settle();
    expect(await terms()).toMatchObject({ given: 1, next: null, refused: '此类工单只能延期1次，不能再延期' });
    const late = await working({ type: 'complaint' });
    at.house.at('2026-03-17 09:00');
    const { handler: theirs, params: part } = await ask(late, '2026-03-25 18:00');
    const { most, refused } = await theirs.call('GET /api/assignments/:id/extension-terms', { params: part });
    expect([most, refused]).toEqual([2, '已超过办理期限，不能再申请延期']);
  });

  it('is found by who decides it, with who asked, who decided and how often the part was extended before', async () => {
    const ticket = await working({ type: 'complaint' });
    const first = await asked(ticket, '2026-03-20 18:00');
    const supervisor = await at.house.as('supervisor');
    await supervisor.call('POST /api/extensions/:id/approve', { params: { id: first.id }, body: { note: '同意' } });
    await at.house.settle();
    const second = await asked(ticket, '2026-03-25 18:00');
    const found = async (query: NonNullable<RouteRequest<'GET /api/extensions'>['query']>) =>
      (await supervisor.call('GET /api/extensions', { query })).items.filter(({ ticketId }) => ticketId === ticket.id);
    expect(await found({ approver: 'supervisor' })).toEqual([]);
    expect(await found({ approver: 'leader' })).toMatchObject([{ id: second.id, givenBefore: 1, decidedBy: null }]);
    const all = await found({ ticketId: ticket.id });
    expect(all.map(({ id }) => id)).toEqual([second.id, first.id]);
    const { user: handler } = await (await at.people.handlerOf(leadOf(ticket))).call('GET /api/session');
    const { user: who } = await supervisor.call('GET /api/session');
    const named = (of: { id: string; name: string }) => ({ id: of.id, name: of.name });
    expect(all[1]).toMatchObject({ givenBefore: 0, askedBy: named(handler), decidedBy: named(who), note: '同意' });
  });

  it('waits in the order in which it was asked, whatever the age of its ticket; what was decided is read from the newest on', async () => {
    const [older, newer] = [await working(), await working()];
    const first = await asked(newer, '2026-03-12 18:00');
    at.house.at('2026-03-02 11:00');
    const second = await asked(older, '2026-03-12 18:00');
    const supervisor = await at.house.as('supervisor');
    const order = async (state: 'pending' | 'refused') => {
      const ids: string[] = [];
      for (let cursor: string | undefined, isMore = true; isMore; isMore = cursor !== undefined) {
        const page = await supervisor.call('GET /api/extensions', { query: { state, limit: 1, cursor } });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      }
      return ids.filter((id) => id === first.id || id === second.id);
    };
    expect(await order('pending')).toEqual([first.id, second.id]);
    for (const { id } of [first, second])
      await supervisor.call('POST /api/extensions/:id/refuse', { params: { id }, body: { reason: '理由不充分' } });
    expect(await order('refused')).toEqual([second.id, first.id]);
  });

  it('is never given to critical tickets', async () => {
    const ticket = await working({ urgency: 'critical' });
    const { handler, params, body } = await ask(ticket, '2026-03-03 12:00');
    expect(await handler.refusal('POST /api/assignments/:id/request-extension', { params, body })).toMatchObject({
      detail: '此类工单不能延期',
    });
  });

  it('that is refused moves nothing, and is decided once', async () => {
    const ticket = await working();
    const { id } = await asked(ticket, '2026-03-12 18:00');
    const supervisor = await at.house.as('supervisor');
    const one = { params: { id }, body: { reason: '理由不充分' } };
    expect(await supervisor.call('POST /api/extensions/:id/refuse', one)).toMatchObject({
      state: 'refused',
      note: '理由不充分',
    });
    expect((await at.people.now(ticket.id)).dueAt).toBe(ticket.dueAt);
    expect(await supervisor.refusal('POST /api/extensions/:id/approve', { ...one, body: {} })).toMatchObject({
      code: 'transition-refused',
      detail: '这次延期申请已有处理结果',
    });
  });

  it('that nobody decided lapses with the answer that needs it no more, and its clock is cancelled', async () => {
    const ticket = await working();
    const { id } = await asked(ticket, '2026-03-12 18:00');
    const replied = await at.people.reply(await at.people.contact(ticket));
    await at.people.change('reviewer', 'approve', replied, {});
    const supervisor = await at.house.as('supervisor');
    const { items } = await supervisor.call('GET /api/extensions', { query: { state: 'lapsed', ticketId: ticket.id } });
    expect(items.map((each) => each.id)).toEqual([id]);
    const clock = (await at.people.now(ticket.id)).clocks.find(({ kind }) => kind === 'extension');
    expect(clock?.state).toBe('cancelled');
  });
});

describe('an extension of a co-handler', () => {
  async function joint(): Promise<TicketView> {
    at.house.at('2026-03-02 10:00');
    const ticket = await at.people.register({ hold: true });
    const [leadId, coHandlerIds] = [at.house.department('urban').id, [at.house.department('town-east').id]];
    return at.people.sign(await at.people.change('dispatcher', 'dispatch', ticket, { leadId, coHandlerIds }));
  }
  const helperOf = ({ assignments }: TicketView) => {
    const helper = assignments.find(({ role }) => role === 'co-handler');
    if (!helper) throw new Error('nobody helps');
    return helper;
  };
  const finishes = ({ clocks }: TicketView) => clocks.filter(({ kind }) => kind === 'finish');
  const asks = async (part: { id: string; departmentId: string }, until: string) => {
    const handler = await at.people.handlerOf(part);
    const body = { until: shanghai(until), ...said };
    return { handler, request: { params: { id: part.id }, body } };
  };

  it('moves that part’s time alone, and names whose it is in the ledger and in the receipt', async () => {
    const ticket = await joint();
    const { handler, request } = await asks(helperOf(ticket), '2026-03-12 18:00');
    const terms = await handler.call('GET /api/assignments/:id/extension-terms', { params: request.params });
    expect(terms).toMatchObject({ given: 0, most: 1, refused: null });
    const { id, state } = await handler.call('POST /api/assignments/:id/request-extension', request);
    expect(state).toBe('pending');
    await at.house.settle();
    const supervisor = await at.house.as('supervisor');
    const { items } = await supervisor.call('GET /api/extensions', { query: { ticketId: ticket.id } });
    const town = at.house.department('town-east');
    expect(items).toMatchObject([{ id, role: 'co-handler', department: { id: town.id, name: town.name } }]);
    await supervisor.call('POST /api/extensions/:id/approve', { params: { id }, body: {} });
    const longer = await at.people.now(ticket.id);
    expect([longer.dueAt, longer.promisedAt]).toEqual([ticket.dueAt, ticket.promisedAt]);
    expect(
      finishes(longer)
        .map(({ dueAt }) => dueAt)
        .sort(),
    ).toEqual([ticket.dueAt, shanghai('2026-03-12 18:00')]);
    expect(helperOf(longer).dueAt).toBe(shanghai('2026-03-12 18:00'));
    const clock = finishes(longer).find(({ dueAt }) => dueAt === shanghai('2026-03-12 18:00'));
    const receipt = await supervisor.call('GET /api/clocks/:id/receipt', { params: { id: clock?.id ?? '' } });
    expect(receipt.part).toEqual({ department: { id: town.id, name: town.name }, role: 'co-handler' });
    expect(receipt.lines).toContain(`承办单位：${town.name}（协办）`);
    expect(receipt.lines.join()).toContain('批准延期：至2026年3月12日（周四）18:00');
    expect(
      await at.house.database.sql.query(`SELECT 1 FROM ticket.message WHERE ticket_id = $1 AND kind = 'extended'`, [
        ticket.id,
      ]),
    ).toEqual([]);
  });

  it('is decided also after the lead has answered, and waits no longer when the co-handler has', async () => {
    const ticket = await joint();
    const { handler, request } = await asks(helperOf(ticket), '2026-03-12 18:00');
    const { id } = await handler.call('POST /api/assignments/:id/request-extension', request);
    const replied = await at.people.reply(ticket, { overruledReason: '无关' });
    await at.people.rate(await at.people.change('reviewer', 'approve', replied, {}));
    expect(await at.house.faults()).toEqual([]);
    const supervisor = await at.house.as('supervisor');
    const refused = await supervisor.call('POST /api/extensions/:id/refuse', {
      params: { id },
      body: { reason: '主办已答复' },
    });
    expect(refused).toMatchObject({ state: 'refused', role: 'co-handler' });
    const other = await joint();
    const again = await asks(helperOf(other), '2026-03-12 18:00');
    await again.handler.call('POST /api/assignments/:id/request-extension', again.request);
    await at.people.reply(await at.people.sign(other, helperOf(other)), {}, helperOf(other));
    const { items } = await supervisor.call('GET /api/extensions', { query: { ticketId: other.id } });
    expect(items).toMatchObject([{ state: 'lapsed' }]);
  });
});
