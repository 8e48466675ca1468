import { LatenessLearner } from '#deadlines/lateness/lateness-learner';
import { latestLateness } from '#store/lateness-rows';
import { goodReply, leadOf, ordinary, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const learner = () => at.house.app.get(LatenessLearner, { strict: false });

/** Tickets that were dispatched to a department, and nothing waited for. */
async function dispatchedTo(code: string, count: number): Promise<TicketView[]> {
  const [agent, dispatcher] = [await at.house.as('agent'), await at.house.as('dispatcher')];
  const { id: leadId } = at.house.department(code);
  const tickets: TicketView[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await agent.call('POST /api/tickets', { body: { ...ordinary, hold: true } });
    tickets.push(await dispatcher.call('POST /api/tickets/:id/dispatch', { params: { id }, body: { leadId } }));
  }
  await at.house.settle();
  return tickets;
}

async function answered(ticket: TicketView): Promise<void> {
  const part = leadOf(ticket);
  const [handler, params] = [await at.people.handlerOf(part), { id: part.id }];
  await handler.call('POST /api/assignments/:id/sign', { params, body: {} });
  await handler.call('POST /api/assignments/:id/reply', { params, body: goodReply });
}

const [slow, quick] = ['water', 'urban'];

describe('the chance that a department answers late', () => {
  it('is not told while history tells too little', async () => {
    await learner().learn();
    expect(await latestLateness(at.house.database.sql)).toBeUndefined();
    const [ticket] = await dispatchedTo(slow, 1);
    const handler = await at.people.handlerOf(leadOf(ticket as TicketView));
    const { items } = await handler.call('GET /api/assignments', { query: { limit: 10 } });
    expect(items.map(({ risk }) => risk)).toEqual([null]);
    const risks = await (await at.house.as('supervisor')).call('GET /api/risks', { query: { limit: 10 } });
    expect(risks.items).toEqual([]);
    expect(await (await at.house.as('supervisor')).call('GET /api/risks/model', {})).toEqual({ model: null });
  });

  it('is learnt from what came of its parts, and told on the desk and to the supervisor with its reasons', async () => {
    await dispatchedTo(slow, 110);
    for (const ticket of await dispatchedTo(quick, 110)) await answered(ticket);
    await at.house.settle();
    // Two weeks later the one department has answered everything, the other nothing.
    at.house.at('2026-09-28 10:00');
    await learner().learn();
    const latest = await latestLateness(at.house.database.sql);
    expect(latest).toMatchObject({ day: '2026-09-28', parts: 221, testedParts: 221, calibrationError: null });

    const [late, early] = [
      (await dispatchedTo(slow, 1))[0] as TicketView,
      (await dispatchedTo(quick, 1))[0] as TicketView,
    ];
    await at.house.settle();
    const riskOnDesk = async (ticket: TicketView) => {
      const handler = await at.people.handlerOf(leadOf(ticket));
      const { items } = await handler.call('GET /api/assignments', { query: { limit: 200 } });
      return items.find(({ ticketId }) => ticketId === ticket.id)?.risk;
    };
    const slowRisk = await riskOnDesk(late);
    expect(slowRisk).toMatchObject({ level: 'high' });
    expect(slowRisk?.reasons.map(({ label }) => label)).toContain('承办单位近一年超期偏多');
    const quickRisk = await riskOnDesk(early);
    expect(quickRisk?.reasons).toEqual([]);
    expect(quickRisk?.chance).toBeLessThan((slowRisk?.chance ?? 0) / 2);
  });

  it('is not told of a part that is overdue or answered', async () => {
    const handler = await at.house.as('handler', slow);
    const { items } = await handler.call('GET /api/assignments', { query: { limit: 200, alert: 'red' } });
    await at.house.mark();
    const red = await handler.call('GET /api/assignments', { query: { limit: 200, alert: 'red' } });
    expect(items.length + red.items.length).toBeGreaterThan(100);
    expect(red.items.every(({ risk }) => risk === null)).toBe(true);
  });

  it('ranks what is due within days, the likeliest first, page after page', async () => {
    at.house.at('2026-10-09 10:00');
    const supervisor = await at.house.as('supervisor');
    const whole = await supervisor.call('GET /api/risks', { query: { limit: 200 } });
    const chances = whole.items.map(({ risk }) => risk.chance);
    expect(chances.length).toBeGreaterThan(1);
    expect(chances).toEqual([...chances].sort((left, right) => right - left));
    const first = await supervisor.call('GET /api/risks', { query: { limit: 1 } });
    const second = await supervisor.call('GET /api/risks', { query: { limit: 1, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items].map(({ ticketId }) => ticketId)).toEqual(
      whole.items.slice(0, 2).map(({ ticketId }) => ticketId),
    );
    const high = await supervisor.call('GET /api/risks', { query: { limit: 200, level: 'high' } });
    expect(high.items.map(({ ticketId }) => ticketId)).toEqual(
      whole.items.filter(({ risk }) => risk.level === 'high').map(({ ticketId }) => ticketId),
    );
    const { model } = await supervisor.call('GET /api/risks/model', {});
    expect(model).toMatchObject({ day: '2026-09-28', parts: 221 });
  });

  it('is learnt once a day, whoever asks and however often', async () => {
    at.house.at('2026-10-10 00:10');
    await Promise.all([learner().learn(), learner().learn()]);
    await learner().learn();
    const rows = await at.house.database.sql.query(`SELECT day FROM deadlines.lateness_model`, []);
    expect(rows).toHaveLength(2);
  });
});
