import { leadOf } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();
const codeOf = (id: string | undefined) => at.house.department(id ?? '').code;

describe('a returned ticket', () => {
  it('goes to the next department, never back to the one that returned it', async () => {
    const returned = await at.people.giveBack(await at.people.register({ categoryCode: 'city.noise' }));
    expect(returned).toMatchObject({ state: 'returning', holder: { role: 'dispatcher' } });
    const ticket = await at.people.decide(returned, 'uphold');
    expect(ticket.state).toBe('dispatched');
    expect([codeOf(returned.lead?.id), codeOf(ticket.lead?.id)]).toEqual(['environment', 'urban']);
    expect(ticket.assignments.map(({ state }) => state)).toEqual(['returned', 'waiting']);
  });

  it('cannot be dispatched to that department by hand either', async () => {
    const ticket = await at.people.decide(await at.people.giveBack(await at.people.register()), 'uphold');
    const dispatcher = await at.house.as('dispatcher');
    const body = { leadId: leadOf(await at.people.now(ticket.id)).departmentId, reason: '再派' };
    const first = ticket.assignments[0]?.departmentId ?? '';
    const sent = { params: { id: ticket.id }, body: { ...body, leadId: first } };
    const refusal = await dispatcher.refusal('POST /api/tickets/:id/redispatch', sent);
    expect(refusal).toMatchObject({ status: 409, code: 'transition-refused' });
  });

  it('nor once it waits for a dispatcher again, who held it back at first', async () => {
    const leadId = at.house.department('urban').id;
    const held = await at.people.change('dispatcher', 'dispatch', await at.people.register({ hold: true }), { leadId });
    const ticket = await at.people.decide(await at.people.giveBack(held), 'uphold');
    expect(ticket).toMatchObject({ state: 'registered', lead: null });
    const dispatcher = await at.house.as('dispatcher');
    const sent = { params: { id: ticket.id }, body: { leadId } };
    expect(await dispatcher.refusal('POST /api/tickets/:id/dispatch', sent)).toMatchObject({
      status: 409,
      detail: '该单位的退单已获同意，不得再次派给该单位',
    });
  });

  it('stays with the department when the return is rejected, which counts as signed', async () => {
    const ticket = await at.people.decide(await at.people.giveBack(await at.people.register()), 'reject');
    expect(ticket).toMatchObject({ state: 'handling', lead: { name: '城市管理局' } });
    expect(leadOf(ticket)).toMatchObject({ state: 'working', signedAt: at.house.clock.now().toISOString() });
  });

  it('is decided once: an old page cannot decide another return of the same ticket', async () => {
    const first = await at.people.giveBack(await at.people.register({ categoryCode: 'city.noise' }));
    const id = await at.people.pendingReturn(first);
    const again = await at.people.giveBack(await at.people.decide(first, 'reject'));
    const dispatcher = await at.house.as('dispatcher');
    expect(await dispatcher.refusal('POST /api/returns/:id/uphold', { params: { id }, body: {} })).toMatchObject({
      status: 409,
      detail: '这次退单申请已有处理结果，请刷新',
    });
    expect(await at.people.now(again.id)).toMatchObject({ state: 'returning' });
  });

  it('needs arbitration at the second return, which is final', async () => {
    const second = await at.people.decide(await at.people.giveBack(await at.people.register()), 'uphold');
    const again = await at.people.giveBack(second);
    expect(again).toMatchObject({ state: 'returning', holder: { role: 'supervisor', label: '督办员' } });
    const dispatcher = await at.house.as('dispatcher');
    const params = { id: await at.people.pendingReturn(again) };
    expect(await dispatcher.refusal('POST /api/returns/:id/uphold', { params, body: {} })).toMatchObject({
      status: 409,
    });
    const rejecting = { params, body: { reason: '属于贵单位职责' } };
    expect(await dispatcher.refusal('POST /api/returns/:id/reject', rejecting)).toMatchObject({
      status: 409,
      detail: '第二次退单或将派第三个单位，须由督办员裁定',
    });
    const leadId = at.house.department('town-east').id;
    const decided = await at.people.change('supervisor', 'arbitrate', again, { leadId, reason: '属地负责' });
    expect(decided).toMatchObject({ state: 'dispatched', lead: { id: leadId } });
    const handler = await at.people.handlerOf(leadOf(decided));
    const sent = {
      params: { id: leadOf(decided).id },
      body: { reasonCode: 'not-ours', basis: '不属于本单位' },
    } as const;
    expect(await handler.refusal('POST /api/assignments/:id/return', sent)).toMatchObject({ status: 409 });
  });

  it('is refused once the window is past', async () => {
    const ticket = await at.people.register();
    at.house.at('2026-09-18 18:01');
    const handler = await at.people.handlerOf(leadOf(ticket));
    const sent = {
      params: { id: leadOf(ticket).id },
      body: { reasonCode: 'not-ours', basis: '不属于本单位' },
    } as const;
    expect(await handler.refusal('POST /api/assignments/:id/return', sent)).toMatchObject({
      code: 'transition-refused',
      detail: '已超过退单申请期',
    });
    at.house.at('2026-09-14 09:30');
  });

  it('may not be returned at all when it is critical: act first, object later', async () => {
    const ticket = await at.people.register({ urgency: 'critical' });
    const handler = await at.people.handlerOf(leadOf(ticket));
    const sent = {
      params: { id: leadOf(ticket).id },
      body: { reasonCode: 'not-ours', basis: '不属于本单位' },
    } as const;
    expect(await handler.refusal('POST /api/assignments/:id/return', sent)).toMatchObject({ status: 409 });
  });

  it('lies in one decision only: of two dispatchers at once, one is told what was found', async () => {
    const returned = await at.people.giveBack(await at.people.register());
    const id = await at.people.pendingReturn(returned);
    const dispatcher = await at.house.as('dispatcher');
    const statuses = await Promise.all([
      dispatcher.try('POST /api/returns/:id/uphold', { params: { id }, body: {} }),
      dispatcher.try('POST /api/returns/:id/reject', { params: { id }, body: { reason: '属于贵单位职责' } }),
    ]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([200, 409]);
    await at.house.settle();
  });
});
