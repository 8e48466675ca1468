import { goodReply, leadOf, type PartView, type TicketView } from '#testing/people';
import { breaksIn } from './support/audit-house';
import { hotline } from './support/hotline';

// A Monday morning; a request for help is due in five working days, on Sunday the 20th, made up for a holiday, at 18:00.
const at = hotline();
const now = '2026-09-14 09:30';
afterEach(() => at.house.at(now));

/** Urban management leads, the town helps. */
async function joint(): Promise<TicketView> {
  const ticket = await at.people.register({ hold: true });
  const [leadId, coHandlerIds] = [at.house.department('urban').id, [at.house.department('town-east').id]];
  return at.people.change('dispatcher', 'dispatch', ticket, { leadId, coHandlerIds });
}

const helperOf = (ticket: TicketView, code = 'town-east'): PartView => {
  const { id } = at.house.department(code);
  const helper = ticket.assignments.findLast(({ role, departmentId }) => role === 'co-handler' && departmentId === id);
  if (!helper) throw new Error(`${code} does not help`);
  return helper;
};

const linesOf = async ({ id }: TicketView, ...names: string[]) => {
  const query = { limit: 200 };
  const { items } = await (await at.house.as('agent')).call('GET /api/tickets/:id/history', { params: { id }, query });
  return items.filter(({ name }) => names.includes(name));
};

const clocksOf = (ticket: TicketView, part: PartView) =>
  ticket.clocks.filter(({ assignmentId }) => assignmentId === part.id).map(({ kind, state }) => `${kind} ${state}`);

const replyOfLead = async (ticket: TicketView, body: object) =>
  (await at.people.handlerOf(leadOf(ticket))).try('POST /api/assignments/:id/reply', {
    params: { id: leadOf(ticket).id },
    body: { ...goodReply, ...body },
  });

describe('several departments on one ticket', () => {
  it('each have a part with an own clock, and only the lead’s moves the ticket', async () => {
    const ticket = await joint();
    const signed = await at.people.sign(ticket, helperOf(ticket));
    expect(signed).toMatchObject({ state: 'dispatched' });
    expect(helperOf(signed)).toMatchObject({ state: 'working' });
    const running = signed.clocks.filter(({ state }) => state === 'running');
    expect(running.filter(({ assignmentId }) => assignmentId === helperOf(ticket).id).map(({ kind }) => kind)).toEqual([
      'finish',
    ]);
  });

  it('are waited for: the lead replies after the co-handler has answered', async () => {
    const ticket = await at.people.sign(await joint());
    expect(await replyOfLead(ticket, {})).toMatchObject({ status: 409, body: { code: 'transition-refused' } });
    const helped = await at.people.reply(await at.people.sign(ticket, helperOf(ticket)), {}, helperOf(ticket));
    expect(helperOf(helped)).toMatchObject({ state: 'answered' });
    expect(await at.people.reply(helped)).toMatchObject({ state: 'replied' });
  });

  it('may be overruled with a reason, and may still answer then', async () => {
    const ticket = await at.people.sign(await joint());
    expect(await replyOfLead(ticket, { overruledReason: '协办单位职责已由我局承担' })).toMatchObject({ status: 200 });
    const closed = await at.people.rate(await at.people.change('reviewer', 'approve', ticket, {}));
    const late = await at.people.reply(closed, {}, helperOf(closed));
    expect(late).toMatchObject({ state: 'closed' });
    expect(helperOf(late)).toMatchObject({ state: 'answered' });
    expect(late.clocks.filter(({ state }) => state === 'running')).toEqual([]);
  });

  it('lose a co-handler that gives its part back, and the lead goes on alone', async () => {
    const ticket = await at.people.sign(await joint());
    const alone = await at.people.giveBack(ticket, helperOf(ticket));
    expect(alone).toMatchObject({ state: 'handling' });
    expect(helperOf(alone)).toMatchObject({ state: 'returned' });
    expect(await at.people.reply(alone)).toMatchObject({ state: 'replied' });
  });

  it('keep the co-handler when the lead changes', async () => {
    const ticket = await joint();
    const leadId = at.house.department('environment').id;
    const moved = await at.people.change('dispatcher', 'redispatch', ticket, { leadId, reason: '属环保职责' });
    expect(helperOf(moved)).toMatchObject({ id: helperOf(ticket).id, state: 'waiting' });
    const clocks = moved.clocks.filter(({ assignmentId }) => assignmentId === helperOf(ticket).id);
    expect(clocks.map(({ state }) => state)).toEqual(['running', 'running']);
  });

  it('do not let the co-handler act as the lead', async () => {
    const ticket = await joint();
    const helper = await at.people.handlerOf(helperOf(ticket));
    const sent = { params: { id: leadOf(ticket).id }, body: {} };
    expect(await helper.refusal('POST /api/assignments/:id/sign', sent)).toMatchObject({ status: 404 });
  });
});

describe('who helps', () => {
  const police = () => at.house.department('police').id;
  const add = (ticket: TicketView) =>
    at.people.change('dispatcher', 'add-co-handler', ticket, { departmentId: police(), note: '请核实停车秩序' });
  const remove = (ticket: TicketView, departmentId = police()) =>
    at.people.change('shift-lead', 'remove-co-handler', ticket, { departmentId, reason: '经核实与停车无关' });

  it('is named also while the ticket is being handled: with an own part, clock and reply', async () => {
    const ticket = await at.people.sign(await joint());
    const helped = await add(ticket);
    expect(helped).toMatchObject({ state: 'handling', dueAt: ticket.dueAt });
    expect(helperOf(helped, 'police')).toMatchObject({ state: 'waiting', parentId: null });
    expect(clocksOf(helped, helperOf(helped, 'police')).sort()).toEqual(['finish running', 'sign running']);
    expect(helperOf(helped)).toEqual(helperOf(ticket));
    const answered = await at.people.reply(
      await at.people.sign(helped, helperOf(helped, 'police')),
      {},
      helperOf(helped, 'police'),
    );
    expect(helperOf(answered, 'police')).toMatchObject({ state: 'answered', reply: goodReply });
  });

  it('is told by the history: who named and who removed whom, when and why', async () => {
    const gone = await remove(await add(await joint()));
    const [added, removed] = await linesOf(gone, 'addCoHandler', 'removeCoHandler');
    expect(added).toMatchObject({
      actor: '派单员',
      label: '加派协办',
      at: '2026-09-14T01:30:00.000Z',
      data: {
        departmentId: police(),
        note: '请核实停车秩序',
        assigned: [{ role: 'co-handler', department: '公安局' }],
      },
    });
    expect(removed).toMatchObject({
      actor: '值班长',
      label: '撤回协办',
      data: { departmentId: police(), reason: '经核实与停车无关', ended: [helperOf(gone, 'police').id] },
    });
  });

  it('has nothing left to do once it is removed, and is waited for no longer', async () => {
    const ticket = await at.people.sign(await add(await joint()));
    const part = helperOf(ticket, 'police');
    const gone = await remove(ticket);
    expect(helperOf(gone, 'police').state).toBe('cancelled');
    expect(clocksOf(gone, part).sort()).toEqual(['finish cancelled', 'sign cancelled']);
    const desk = await at.people.handlerOf(part);
    const { items } = await desk.call('GET /api/assignments', { query: { limit: 200 } });
    expect(items.filter(({ ticketId }) => ticketId === ticket.id)).toEqual([]);
    const late = await desk.refusal('POST /api/assignments/:id/reply', { params: { id: part.id }, body: goodReply });
    expect(late).toMatchObject({ status: 409, detail: '协办当前状态不能办理此项（值班长已于9月14日09:30撤回协办）' });
    expect(await at.people.reply(await remove(gone, helperOf(gone).departmentId))).toMatchObject({ state: 'replied' });
  });

  it('takes the units below with it, and may be removed and named again also later', async () => {
    const ticket = await at.people.sign(await add(await joint()));
    const desk = await at.people.handlerOf(helperOf(ticket, 'police'));
    const body = { departmentId: at.house.department('traffic-police').id };
    await desk.call('POST /api/assignments/:id/sub-dispatch', { params: { id: helperOf(ticket, 'police').id }, body });
    const gone = await remove(await at.people.now(ticket.id));
    expect(helperOf(gone, 'traffic-police').state).toBe('cancelled');
    expect(helperOf(await add(gone), 'police').state).toBe('waiting');
  });

  it('is removed after the lead has answered, too', async () => {
    const ticket = await at.people.sign(await joint());
    const replied = await at.people.reply(ticket, { overruledReason: '由我局承担' });
    const closed = await at.people.rate(await at.people.change('reviewer', 'approve', replied, {}));
    const gone = await remove(closed, helperOf(closed).departmentId);
    expect(gone).toMatchObject({ state: 'closed' });
    expect(gone.clocks.filter(({ state }) => state === 'running')).toEqual([]);
  });

  it('is no one who is at it already, nor removed who is not', async () => {
    const ticket = await joint();
    const dispatcher = await at.house.as('dispatcher');
    const params = { id: ticket.id };
    const refusal = async (route: 'add' | 'remove', code: string) => {
      const departmentId = at.house.department(code).id;
      return route === 'add'
        ? dispatcher.refusal('POST /api/tickets/:id/add-co-handler', { params, body: { departmentId } })
        : dispatcher.refusal('POST /api/tickets/:id/remove-co-handler', {
            params,
            body: { departmentId, reason: '误' },
          });
    };
    expect(await refusal('add', 'town-east')).toMatchObject({ status: 409, detail: '该单位已在承办' });
    expect(await refusal('add', 'urban')).toMatchObject({ status: 409, detail: '该单位已在承办' });
    expect(await refusal('remove', 'police')).toMatchObject({ status: 409, detail: '该单位没有协办' });
    expect(await refusal('remove', 'urban')).toMatchObject({ status: 409, detail: '该单位没有协办' });
    const none = { params, body: { departmentId: police().replace(/^./, 'f') } };
    expect(await dispatcher.refusal('POST /api/tickets/:id/add-co-handler', none)).toMatchObject({
      status: 400,
      errors: [{ path: 'departmentId', message: '没有这个单位，或已停用' }],
    });
  });

  it('is not taken from a complaint that would leave the accused department alone with it', async () => {
    const subjectDepartmentId = at.house.department('urban').id;
    const complaint = { type: 'complaint', subjectDepartmentId, hold: true } as const;
    const body = { leadId: subjectDepartmentId, coHandlerIds: [at.house.department('town-east').id] };
    const ticket = await at.people.change('dispatcher', 'dispatch', await at.people.register(complaint), body);
    const dispatcher = await at.house.as('dispatcher');
    const sent = { params: { id: ticket.id }, body: { departmentId: body.coHandlerIds[0] ?? '', reason: '不再需要' } };
    expect(await dispatcher.refusal('POST /api/tickets/:id/remove-co-handler', sent)).toMatchObject({
      detail: '主办单位是被反映单位，不能只剩其一家，请先由派单员另派',
    });
  });

  it('changes with the lead: those who are named stay or come, the others go, and the history tells all of it', async () => {
    const ticket = await joint();
    const leadId = at.house.department('environment').id;
    const body = { leadId, coHandlerIds: [police()], reason: '属环保职责' };
    const moved = await at.people.change('dispatcher', 'redispatch', ticket, body);
    expect([helperOf(moved).state, helperOf(moved, 'police').state]).toEqual(['cancelled', 'waiting']);
    const [line] = await linesOf(moved, 'redispatch');
    expect(line).toMatchObject({ actor: '派单员', data: { reason: '属环保职责' } });
    const assigned = line?.data['assigned'] as { role: string; department: string }[];
    expect(assigned.map(({ role, department }) => `${role} ${department}`)).toEqual([
      `lead ${at.house.department('environment').name}`,
      'co-handler 公安局',
    ]);
    expect(line?.data['ended']).toEqual([leadOf(ticket).id, helperOf(ticket).id]);
  });
});

describe('the lead’s answer', () => {
  it('merges what the co-handlers answered, which the lead reads: the citizen is told one reply', async () => {
    const registered = await joint();
    const ticket = await at.people.sign(await at.people.sign(registered), helperOf(registered));
    const own = { internalText: '我镇已清走占道杂物。', publicText: '占道杂物已清走。' };
    await at.people.reply(ticket, own, helperOf(ticket));
    const lead = await at.people.handlerOf(leadOf(ticket));
    const seen = await lead.call('GET /api/tickets/:id', { params: { id: ticket.id } });
    expect(helperOf(seen).reply).toMatchObject(own);
    const replied = await at.people.reply(seen, { publicText: '垃圾已清运，占道杂物已清走。' });
    const closed = await at.people.rate(await at.people.change('reviewer', 'approve', replied, {}));
    const body = { number: closed.number, code: closed.trackingCode ?? '' };
    const told = await at.house.nobody().call('POST /api/public/track', { body });
    expect(JSON.stringify(told)).toContain('垃圾已清运，占道杂物已清走。');
    expect(JSON.stringify(told).match(/占道杂物已清走/g)).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(own.internalText);
  });
});

describe('a late co-handler', () => {
  it('does not hide behind the lead, who answered in time: its own clock, desk, rungs and line say so', async () => {
    const ticket = await at.people.sign(await joint());
    const replied = await at.people.reply(ticket, { overruledReason: '由我局承担' });
    await at.people.rate(await at.people.change('reviewer', 'approve', replied, {}));
    at.house.at('2026-09-21 11:00');
    await at.house.mark();
    const late = await at.people.look(ticket.id);
    expect(clocksOf(late, leadOf(ticket))).toContain('finish met');
    const red = late.clocks.filter(({ alert }) => alert === 'red').map(({ assignmentId }) => assignmentId);
    expect(new Set(red)).toEqual(new Set([helperOf(ticket).id]));
    const helper = await at.people.handlerOf(helperOf(ticket));
    const desk = await helper.call('GET /api/assignments', { query: { alert: 'red', limit: 200 } });
    expect(desk.items.map(({ id }) => id)).toContain(helperOf(ticket).id);
    const { items } = await helper.call('GET /api/alerts', { query: { limit: 200 } });
    const rungs = items.filter(({ ticketId, clock }) => ticketId === ticket.id && clock === 'finish');
    expect(rungs.map(({ rung }) => rung)).toContain('red');
    const query = { from: '2026-09-14', to: '2026-09-14', column: 'lateOpen', limit: 200 } as const;
    const head = await at.house.as('department-head', 'town-east');
    const line = await head.call('GET /api/reports/:name/tickets', { params: { name: 'co-handling' }, query });
    expect(line.items.map(({ id }) => id)).toContain(ticket.id);
  });
});

describe('the history of joint handling', () => {
  it('tells all of it anew', async () => {
    expect(await breaksIn(at.house)).toEqual([]);
  });
});
