import { leadOf, ordinary, People } from '#testing/people';
import { MarkStore } from '#store/mark-store';
import type { TestHouse } from '#testing/test-house';
import { openHotline } from '../journeys/support/open-hotline';
import { Deliveries } from './support/deliveries';
import { Prompt } from './support/pace';

let house: TestHouse;
let people: People;
let post: Deliveries;
beforeAll(async () => {
  house = await openHotline();
  people = new People(house);
  post = await Deliveries.takeOver(house);
});
afterAll(() => house.close());

const mark = () => house.house.app.get(MarkStore, { strict: false }).markMany(house.clock.now(), 500);
const arrive = () => new Prompt(post).rest();
const look = async (id: string) => (await house.as('agent')).call('GET /api/tickets/:id', { params: { id } });

/** Registered on a Monday morning, dispatched, and everybody has heard of it. */
async function dispatched() {
  house.at('2026-09-14 09:30');
  const agent = await house.as('agent');
  const { id } = await agent.call('POST /api/tickets', { body: { ...ordinary, urgency: 'urgent' } });
  await arrive();
  return look(id);
}

describe('while the news of a change is still on its way', () => {
  it('no clock turns red that the change has met, however late the news comes', async () => {
    const ticket = await dispatched();
    const part = leadOf(ticket);
    house.at('2026-09-14 11:29');
    const handler = await people.handlerOf(part);
    await handler.call('POST /api/assignments/:id/sign', { params: { id: part.id }, body: {} });
    // Two hours to sign have run out, and the clock does not know yet that it was signed in time.
    house.at('2026-09-14 11:31');
    expect(await mark()).toBe(0);
    await arrive();
    await mark();
    const { clocks, alert } = await look(ticket.id);
    expect(clocks.find(({ kind }) => kind === 'sign')).toMatchObject({ state: 'met', alert: 'none' });
    expect(alert).toBe('none');
  });

  it('no clock of a ticket that was withdrawn turns red', async () => {
    const ticket = await dispatched();
    const agent = await house.as('agent');
    await agent.call('POST /api/tickets/:id/withdraw', { params: { id: ticket.id }, body: { reason: '已自行解决' } });
    house.at('2026-09-20 09:30');
    await mark();
    await arrive();
    await mark();
    const { items } = await agent.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(items.map(({ name }) => name)).not.toContain('mark');
  });

  it('the clocks of other tickets turn red all the same, and those that nothing moves', async () => {
    const [late, other, nudged] = [await dispatched(), await dispatched(), await dispatched()];
    const [agent, leadId] = [await house.as('agent'), house.department('planning').id];
    await agent.call('POST /api/tickets/:id/nudge', { params: { id: nudged.id }, body: {} });
    const redispatch = { params: { id: late.id }, body: { leadId, reason: '改派' } };
    await (await house.as('dispatcher')).call('POST /api/tickets/:id/redispatch', redispatch);
    house.at('2026-09-14 11:31');
    await mark();
    const alerts = await Promise.all([late, other, nudged].map(async ({ id }) => (await look(id)).alert));
    expect(alerts).toEqual(['none', 'red', 'red']);
  });
});
