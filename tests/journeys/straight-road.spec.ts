import { leadOf } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

describe('the straight road', () => {
  it('carries a call from registration to a rated close through all four services', async () => {
    const { house, people } = at;
    let ticket = await people.register();
    expect(ticket).toMatchObject({ state: 'dispatched', lead: { id: house.department('urban').id }, round: 1 });
    ticket = await people.sign(ticket);
    ticket = await people.contact(ticket);
    house.clock.advance(3_600_000);
    ticket = await people.reply(ticket);
    const submittedAt = house.clock.now().toISOString();
    expect(ticket).toMatchObject({ state: 'replied', handledAt: null });
    house.clock.advance(3_600_000);
    ticket = await people.change('reviewer', 'approve', ticket, {});
    expect(ticket).toMatchObject({ state: 'callback', handledAt: submittedAt });
    ticket = await people.rate(ticket);
    expect(ticket).toMatchObject({ state: 'closed', closeReason: 'rated', holder: null });
    expect(leadOf(ticket)).toMatchObject({ state: 'answered', answeredAt: submittedAt });
  });

  it('tells at every step who has the ticket in hand, and since when', async () => {
    const { house, people } = at;
    const held = async (ticket: { id: string }) => (await people.now(ticket.id)).holder;
    const ticket = await people.bring('registered');
    expect(await held(ticket)).toMatchObject({ role: 'dispatcher', since: house.clock.now().toISOString() });
    house.clock.advance(60_000);
    const dispatched = await people.change('agent', 'release', ticket, {});
    const since = house.clock.now().toISOString();
    expect(await held(ticket)).toMatchObject({ role: 'lead', department: { name: '城市管理局' }, since });
    house.clock.advance(60_000);
    const replied = await people.reply(await people.sign(dispatched));
    expect(await held(ticket)).toMatchObject({ role: 'reviewer', department: null });
    const approved = await people.change('reviewer', 'approve', replied, {});
    expect(await held(ticket)).toMatchObject({ role: 'callback' });
    expect((await people.rate(approved)).holder).toBeNull();
  });

  it('writes each step into the history once, in order, with who did it', async () => {
    const { people, house } = at;
    const { id } = await people.bring('closed');
    const reader = await house.as('quality');
    const { items } = await reader.call('GET /api/tickets/:id/history', { params: { id } });
    expect(items.map(({ seq, name, actor }) => `${seq} ${name} ${actor}`)).toEqual([
      '1 register 话务员',
      '2 dispatch routing',
      '3 sign 城市管理局联络员',
      '4 reply 城市管理局联络员',
      '5 approve 审核员',
      '6 rate 回访员',
    ]);
  });

  it('reads a ticket back at once after its registration', async () => {
    const agent = await at.house.as('agent');
    const body = { type: 'help', channel: 'web', title: '路灯不亮', citizen: { anonymous: true } } as const;
    const made = await agent.call('POST /api/tickets', { body });
    const read = await agent.call('GET /api/tickets/:id', { params: { id: made.id } });
    expect(read).toMatchObject({ number: made.number, trackingCode: made.trackingCode, title: '路灯不亮' });
  });
});
