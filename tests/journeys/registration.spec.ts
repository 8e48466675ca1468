import { hotline } from './support/hotline';

const at = hotline();

describe('registering a request', () => {
  it('closes a question answered on the call in the same transaction, and counts it as answered', async () => {
    const ticket = await at.people.register({ type: 'consultation', answer: { text: '每周一至周五办理' } });
    const now = at.house.clock.now().toISOString();
    expect(ticket).toMatchObject({ state: 'closed', closeReason: 'answered-on-call', round: 0, lead: null });
    expect(ticket).toMatchObject({ handledAt: now, closedAt: now, assignments: [] });
  });

  it('closes a matter for the courts with the legal route the citizen was told', async () => {
    const refer = { reasonCode: 'litigation', route: '可向区人民法院起诉' } as const;
    const ticket = await at.people.register({ refer });
    expect(ticket).toMatchObject({ state: 'closed', closeReason: 'referred' });
    const reader = await at.house.as('quality');
    const { items } = await reader.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(items.at(-1)).toMatchObject({ name: 'refer', data: refer });
  });

  it('refuses to answer a critical matter on the call, and writes nothing', async () => {
    const agent = await at.house.as('agent');
    const body = {
      type: 'help',
      urgency: 'critical',
      channel: 'phone',
      title: '燃气泄漏',
      address: '滨河路1号',
    } as const;
    const refused = await agent.refusal('POST /api/tickets', { body: { ...body, answer: { text: '请开窗' } } });
    expect(refused).toMatchObject({ status: 409, code: 'transition-refused' });
    const { items } = await agent.call('POST /api/tickets/search', { body: { urgency: 'critical' } });
    expect(items).toEqual([]);
  });

  it('sends a critical ticket out with nothing but its place', async () => {
    const agent = await at.house.as('agent');
    const body = {
      type: 'help',
      urgency: 'critical',
      channel: 'phone',
      title: '燃气泄漏',
      address: '滨河路1号',
    } as const;
    const { id } = await agent.call('POST /api/tickets', { body });
    expect(await at.people.now(id)).toMatchObject({ state: 'dispatched', missing: [] });
  });

  it('lets a request without a place wait as incomplete, and dispatches it once the place is known', async () => {
    const ticket = await at.people.register({ areaCode: null });
    expect(ticket).toMatchObject({ state: 'incomplete', missing: ['where'], lead: null });
    const refused = await (
      await at.house.as('agent')
    ).refusal('POST /api/tickets/:id/complete', {
      params: { id: ticket.id },
      body: { title: '垃圾清运' },
    });
    expect(refused).toMatchObject({ code: 'transition-refused', state: 'incomplete' });
    const complete = await at.people.change('agent', 'complete', ticket, { areaCode: 'east' });
    expect(complete).toMatchObject({ state: 'dispatched', missing: [], area: { code: 'east' } });
  });

  it('asks the citizen for more before it is dispatched, and goes on when they have answered', async () => {
    const ticket = await at.people.register({ hold: true });
    const asked = await at.people.change('dispatcher', 'ask-more', ticket, { missing: ['course'] });
    expect(asked).toMatchObject({ state: 'incomplete', missing: ['course'], holder: { role: 'agent' } });
    const complete = await at.people.change('agent', 'complete', asked, { content: '是三号楼北侧的垃圾站' });
    expect(complete).toMatchObject({ state: 'registered', routingHeld: true });
    expect(await at.people.change('agent', 'release', complete, {})).toMatchObject({ state: 'dispatched' });
  });

  it('keeps a held ticket away from routing until somebody lets it go', async () => {
    const held = await at.people.register({ hold: true });
    expect(held).toMatchObject({ state: 'registered', routingHeld: true });
    expect(await at.house.house.sweeper.sweep(0)).toBe(0);
    const released = await at.people.change('agent', 'release', held, {});
    expect(released).toMatchObject({ state: 'dispatched', routingHeld: false });
  });

  it("registers a superior's number once", async () => {
    const upstream = { channel: 'superior', upstreamSystem: 'city', upstreamNumber: 'S-1' } as const;
    await at.people.register(upstream);
    const agent = await at.house.as('agent');
    const body = { type: 'help', title: '重复派发', citizen: { anonymous: true }, ...upstream } as const;
    expect(await agent.refusal('POST /api/tickets', { body })).toMatchObject({ status: 409, code: 'conflict' });
  });
});
