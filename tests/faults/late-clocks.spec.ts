import { leadOf, ordinary } from '#testing/people';
import { MarkStore } from '#store/mark-store';
import { heldPost } from './support/held-post';
import { Prompt } from './support/pace';

const at = heldPost();

const mark = () => at.house.house.app.get(MarkStore, { strict: false }).markMany(at.house.clock.now(), 500);
const arrive = () => new Prompt(at.post).rest();

/** Registered on a Monday morning, dispatched, and everybody has heard of it. */
async function dispatched() {
  at.house.at('2026-09-14 09:30');
  const agent = await at.house.as('agent');
  const { id } = await agent.call('POST /api/tickets', { body: { ...ordinary, urgency: 'urgent' } });
  await arrive();
  return at.people.look(id);
}

describe('while the news of a change is still on its way', () => {
  it('no clock turns red that the change has met, however late the news comes', async () => {
    const ticket = await dispatched();
    const part = leadOf(ticket);
    at.house.at('2026-09-14 11:29');
    const handler = await at.people.handlerOf(part);
    await handler.call('POST /api/assignments/:id/sign', { params: { id: part.id }, body: {} });
    // Two hours to sign have run out, and the clock does not know yet that it was signed in time.
    at.house.at('2026-09-14 11:31');
    expect(await mark()).toBe(0);
    await arrive();
    await mark();
    const { clocks, alert } = await at.people.look(ticket.id);
    expect(clocks.find(({ kind }) => kind === 'sign')).toMatchObject({ state: 'met', alert: 'none' });
    expect(alert).toBe('none');
  });

  it('no clock of a ticket that was withdrawn turns red', async () => {
    const ticket = await dispatched();
    const agent = await at.house.as('agent');
    await agent.call('POST /api/tickets/:id/withdraw', { params: { id: ticket.id }, body: { reason: '已自行解决' } });
    at.house.at('2026-09-20 09:30');
    await mark();
    await arrive();
    await mark();
    const { items } = await agent.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(items.map(({ name }) => name)).not.toContain('mark');
  });

  it('the clocks of other tickets turn red all the same, and those that nothing moves', async () => {
    const [late, other, nudged] = [await dispatched(), await dispatched(), await dispatched()];
    const [agent, leadId] = [await at.house.as('agent'), at.house.department('planning').id];
    await agent.call('POST /api/tickets/:id/nudge', { params: { id: nudged.id }, body: {} });
    const redispatch = { params: { id: late.id }, body: { leadId, reason: '改派' } };
    await (await at.house.as('dispatcher')).call('POST /api/tickets/:id/redispatch', redispatch);
    at.house.at('2026-09-14 11:31');
    await mark();
    const alerts = await Promise.all([late, other, nudged].map(async ({ id }) => (await at.people.look(id)).alert));
    expect(alerts).toEqual(['none', 'red', 'red']);
  });
});
