import { goodReply, leadOf, type PartView, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

// A Monday morning; a request for help is due in five working days, on Sunday the 20th, made up for a holiday, at 18:00.
const at = hotline();

const unit = () => at.house.department('traffic-police').id;

/** The police lead; they have signed. */
async function led(coHandlerIds: string[] = []): Promise<TicketView> {
  const ticket = await at.people.register({ hold: true });
  const leadId = at.house.department('police').id;
  return at.people.sign(await at.people.change('dispatcher', 'dispatch', ticket, { leadId, coHandlerIds }));
}

interface Asked {
  departmentId?: string;
  note?: string;
  dueAt?: string;
}

async function handOn(ticket: TicketView, asked: Asked = {}, part = leadOf(ticket)): Promise<TicketView> {
  const body = { departmentId: unit(), ...asked };
  await (
    await at.people.handlerOf(part)
  ).call('POST /api/assignments/:id/sub-dispatch', { params: { id: part.id }, body });
  return at.people.now(ticket.id);
}

const refusedTo = async (ticket: TicketView, asked: Asked = {}, part = leadOf(ticket)) =>
  (await at.people.handlerOf(part)).refusal('POST /api/assignments/:id/sub-dispatch', {
    params: { id: part.id },
    body: { departmentId: unit(), ...asked },
  });

const below = (ticket: TicketView): PartView => {
  const found = ticket.assignments.findLast(({ parentId }) => parentId !== null);
  if (!found) throw new Error('nothing was handed on');
  return found;
};

const dueOf = (ticket: TicketView, part: PartView) =>
  ticket.clocks.find(({ kind, assignmentId }) => kind === 'finish' && assignmentId === part.id)?.dueAt;

const deskOf = async (department: string, state?: 'waiting' | 'working' | 'answered') =>
  (await (await at.house.as('handler', department)).call('GET /api/assignments', { query: { state, limit: 200 } }))
    .items;

describe('a part that a department hands on to a unit below', () => {
  it('is the unit’s with a time of its own, while the department stays responsible', async () => {
    const ticket = await handOn(await led(), { note: '请辖区大队核实' });
    expect(below(ticket)).toMatchObject({
      parentId: leadOf(ticket).id,
      departmentId: unit(),
      role: 'co-handler',
      state: 'waiting',
      round: 1,
    });
    expect(ticket).toMatchObject({ state: 'handling', lead: { name: '公安局' }, holder: { label: '公安局' } });
    expect(dueOf(ticket, below(ticket))).toBe('2026-09-20T10:00:00.000Z');
    const { items } = await (
      await at.house.as('handler', 'traffic-police')
    ).call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(items.at(-1)).toMatchObject({ name: 'subDispatch', label: '转下级办理', actor: '公安局联络员' });
    expect(items.at(-1)?.data).toMatchObject({
      note: '请辖区大队核实',
      assigned: [{ departmentId: unit(), role: 'co-handler', parentId: leadOf(ticket).id }],
    });
  });

  it('is seen by the unit from then on, and not before', async () => {
    const ticket = await led();
    const handler = await at.house.as('handler', 'traffic-police');
    const params = { id: ticket.id };
    expect((await handler.refusal('GET /api/tickets/:id', { params })).status).toBe(404);
    await handOn(ticket);
    expect(await handler.call('GET /api/tickets/:id', { params })).toMatchObject({ number: ticket.number });
  });

  it('lies on the unit’s desk, and the department’s says how far its units are', async () => {
    const ticket = await handOn(await led());
    const [row] = (await deskOf('traffic-police')).filter(({ ticketId }) => ticketId === ticket.id);
    expect(row).toMatchObject({ state: 'waiting', parentDepartment: { name: '公安局' }, handedOn: null });
    const ofLead = async () => (await deskOf('police')).find(({ id }) => id === leadOf(ticket).id);
    expect((await ofLead())?.handedOn).toEqual({ open: 1, late: 0, answered: 0, returned: 0 });
    await at.people.reply(ticket, {}, below(ticket));
    expect((await ofLead())?.handedOn).toEqual({ open: 0, late: 0, answered: 1, returned: 0 });
  });

  it('is late on its own account before the department is', async () => {
    const ticket = await handOn(await led(), { dueAt: '2026-09-15T12:00:00+08:00' });
    expect(dueOf(ticket, below(ticket))).toBe('2026-09-15T04:00:00.000Z');
    at.house.at('2026-09-15 12:00');
    await at.house.mark();
    const late = await at.people.look(ticket.id);
    at.house.at('2026-09-14 09:30');
    const alerts = late.clocks
      .filter(({ kind }) => kind === 'finish')
      .map((clock) => [clock.assignmentId, clock.alert]);
    expect(alerts).toEqual(
      expect.arrayContaining([
        [leadOf(ticket).id, 'none'],
        [below(ticket).id, 'red'],
      ]),
    );
    expect(late.alert).toBe('red');
    const [row] = (await deskOf('traffic-police')).filter(({ id }) => id === below(ticket).id);
    expect(row?.alert).toBe('red');
    const desk = (await deskOf('police')).find(({ id }) => id === leadOf(ticket).id);
    expect(desk).toMatchObject({ alert: 'none', handedOn: { open: 1, late: 1 } });
    const clock = late.clocks.find(({ kind, assignmentId }) => kind === 'finish' && assignmentId === below(late).id);
    const receipt = await (
      await at.house.as('handler', 'traffic-police')
    ).call('GET /api/clocks/:id/receipt', { params: { id: clock?.id ?? '' } });
    expect(receipt.lines).toContain('上级单位转办时要求：期限为2026年9月15日（周二）12:00');
  });

  it('is signed, spoken of with the citizen and answered by the unit, and merged by the department', async () => {
    let ticket = await handOn(await led());
    ticket = await at.people.sign(ticket, below(ticket));
    ticket = await at.people.contact(ticket, below(ticket));
    expect(leadOf(ticket).contactedAt).toBe(below(ticket).contactedAt);
    expect(ticket.clocks.find(({ kind }) => kind === 'contact')).toMatchObject({ state: 'met' });
    ticket = await at.people.reply(ticket, { internalText: '大队已到场处置。' }, below(ticket));
    expect(below(ticket)).toMatchObject({ state: 'answered', reply: { internalText: '大队已到场处置。' } });
    expect(ticket.state).toBe('handling');
    expect(await at.people.reply(ticket)).toMatchObject({ state: 'replied' });
  });

  it('is waited for, unless the department says why not', async () => {
    const ticket = await handOn(await led());
    const handler = await at.people.handlerOf(leadOf(ticket));
    const params = { id: leadOf(ticket).id };
    const refused = await handler.refusal('POST /api/assignments/:id/reply', { params, body: goodReply });
    expect(refused).toMatchObject({ code: 'transition-refused', detail: '下级单位尚未反馈，须等待或说明不等的理由' });
    const replied = await at.people.reply(ticket, { overruledReason: '已自行到场处置' });
    expect(replied.state).toBe('replied');
    expect(await at.people.reply(replied, {}, below(replied))).toMatchObject({ state: 'replied' });
  });

  it('comes back to its department alone when the unit gives it back, and may be handed on again', async () => {
    const ticket = await handOn(await led());
    const returned = await at.people.giveBack(ticket, below(ticket));
    expect(returned.state).toBe('handling');
    expect(below(returned)).toMatchObject({ state: 'returned' });
    const { items } = await (
      await at.house.as('dispatcher')
    ).call('GET /api/returns', { query: { ticketId: ticket.id } });
    expect(items).toEqual([]);
    const again = await handOn(returned);
    expect(
      again.assignments
        .filter(({ parentId }) => parentId !== null)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['returned', 'waiting']);
  });

  it('goes with the department when that loses the ticket', async () => {
    const ticket = await handOn(await led());
    const leadId = at.house.department('urban').id;
    const moved = await at.people.change('dispatcher', 'redispatch', ticket, { leadId, reason: '属城管职责' });
    expect(below(moved).state).toBe('cancelled');
    expect(
      moved.clocks.filter(({ assignmentId, state }) => assignmentId === below(moved).id && state === 'running'),
    ).toEqual([]);
  });

  it('may be a co-handler’s, whom the lead waits for and not for its units', async () => {
    const ticket = await at.people.register({ hold: true });
    const [leadId, coHandlerIds] = [at.house.department('urban').id, [at.house.department('police').id]];
    const joint = await at.people.sign(
      await at.people.change('dispatcher', 'dispatch', ticket, { leadId, coHandlerIds }),
    );
    const helper = joint.assignments.find(({ role }) => role === 'co-handler');
    if (!helper) throw new Error('nobody helps');
    const handed = await handOn(joint, {}, helper);
    expect(below(handed).parentId).toBe(helper.id);
    const helped = await at.people.reply(handed, { overruledReason: '大队已口头报告' }, helper);
    expect(below(helped).state).toBe('waiting');
    expect(await at.people.reply(helped)).toMatchObject({ state: 'replied' });
  });
});

describe('handing on is refused', () => {
  it('to another department, to the own, to one there is not, and to one that has it', async () => {
    const ticket = await led();
    const to = async (departmentId: string) => (await refusedTo(ticket, { departmentId })).detail;
    expect(await to(at.house.department('urban').id)).toBe('只能转给本单位的下级');
    expect(await to(at.house.department('police').id)).toBe('只能转给本单位的下级');
    expect(await refusedTo(ticket, { departmentId: 'nowhere' })).toMatchObject({
      status: 400,
      errors: [{ path: 'departmentId', message: '没有这个单位，或已停用' }],
    });
    await handOn(ticket);
    expect(await to(unit())).toBe('该单位已在承办');
  });

  it('with a time that has passed, or that is later than the department’s own', async () => {
    const ticket = await led();
    const by = async (dueAt: string) => (await refusedTo(ticket, { dueAt })).detail;
    expect(await by('2026-09-14T09:30:00+08:00')).toBe('下级的反馈期限须晚于现在');
    expect(await by('2026-09-20T18:00:01+08:00')).toBe('下级的反馈期限不能晚于本单位的办理期限');
    expect(below(await handOn(ticket, { dueAt: '2026-09-20T18:00:00+08:00' })).state).toBe('waiting');
  });

  it('to the unit itself, to whoever has no part in it, and to a head', async () => {
    const ticket = await handOn(await led());
    expect((await refusedTo(ticket, {}, below(ticket))).detail).toBe('只能转给本单位的下级');
    const params = { id: leadOf(ticket).id };
    const body = { departmentId: unit() };
    for (const [who, status] of [
      [await at.house.as('handler', 'traffic-police'), 404],
      [await at.house.as('handler', 'urban'), 404],
      [await at.house.as('department-head', 'police'), 403],
      [await at.house.as('dispatcher'), 403],
    ] as const)
      expect((await who.refusal('POST /api/assignments/:id/sub-dispatch', { params, body })).status).toBe(status);
  });
});

it('two at once make one part of it', async () => {
  const ticket = await led();
  const handler = await at.people.handlerOf(leadOf(ticket));
  const sent = { params: { id: leadOf(ticket).id }, body: { departmentId: unit() } };
  const answers = await Promise.all([1, 2].map(() => handler.try('POST /api/assignments/:id/sub-dispatch', sent)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { assignments } = await at.people.now(ticket.id);
  expect(assignments.filter(({ parentId }) => parentId !== null)).toHaveLength(1);
});
