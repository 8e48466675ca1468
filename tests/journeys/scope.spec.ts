import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

/** A matter of urban management, and one of the water company. */
let own: TicketView;
let foreign: TicketView;

beforeAll(async () => {
  own = await at.people.register({ categoryCode: 'city.waste' });
  foreign = await at.people.register({ categoryCode: 'utility.water', title: '停水两天无人处理' });
});

const urban = () => at.house.as('handler', 'urban');
const notFound = { status: 404, code: 'not-found' };

describe("another department's ticket", () => {
  it('is not found, nor is its history, its clocks or its part', async () => {
    const handler = await urban();
    const { id } = foreign;
    expect(await handler.refusal('GET /api/tickets/:id', { params: { id } })).toMatchObject(notFound);
    expect(await handler.refusal('GET /api/tickets/:id/history', { params: { id } })).toMatchObject(notFound);
    expect(await handler.refusal('GET /api/tickets/:id/clocks', { params: { id } })).toMatchObject(notFound);
    const part = { id: leadOf(foreign).id };
    expect(await handler.refusal('GET /api/assignments/:id', { params: part })).toMatchObject(notFound);
  });

  it('cannot be signed, and stays as it was', async () => {
    const handler = await urban();
    const params = { id: leadOf(foreign).id };
    expect(await handler.refusal('POST /api/assignments/:id/sign', { params, body: {} })).toMatchObject(notFound);
    expect(await at.people.now(foreign.id)).toMatchObject({ state: 'dispatched' });
  });

  it('is refused in the words of one that does not exist', async () => {
    const handler = await urban();
    const missing = { id: '018f3c5e-0000-7000-8000-000000000001' };
    expect(await handler.refusal('GET /api/tickets/:id', { params: { id: foreign.id } })).toEqual(
      await handler.refusal('GET /api/tickets/:id', { params: missing }),
    );
  });

  it('is in no list and no count', async () => {
    const handler = await urban();
    const list = await handler.call('GET /api/tickets', { query: { count: 'true', limit: 200 } });
    expect(list.items.map(({ id }) => id)).toEqual([own.id]);
    expect(list.count).toEqual({ count: 1, exact: true });
    const words = await handler.call('POST /api/tickets/search', { body: { q: '停水' } });
    expect(words.items).toEqual([]);
    expect((await handler.call('GET /api/assignments')).items.map(({ ticketId }) => ticketId)).toEqual([own.id]);
  });

  it('reveals no contact', async () => {
    const handler = await urban();
    const sent = { params: { id: foreign.id }, body: { reason: '核实情况' } };
    expect(await handler.refusal('POST /api/tickets/:id/reveal', sent)).toMatchObject(notFound);
  });
});

describe('a department above', () => {
  it('sees what lies on the desks of its units', async () => {
    const lead = at.house.department('traffic-police');
    const ticket = await at.people.register({ categoryCode: 'traffic.parking', title: '人行道被车辆占用' });
    expect(ticket.lead?.id).toBe(lead.id);
    const police = await at.house.as('handler', 'police');
    expect(await police.call('GET /api/tickets/:id', { params: { id: ticket.id } })).toMatchObject({ id: ticket.id });
  });
});

describe('the citizen behind a ticket', () => {
  it('is masked for everybody until somebody says why they look', async () => {
    const agent = await at.house.as('agent');
    const { citizen } = await agent.call('GET /api/tickets/:id', { params: { id: own.id } });
    expect(citizen).toMatchObject({ name: '张**', phone: '138****5678' });
    const sent = { params: { id: own.id }, body: { reason: '回电核实地址' } };
    expect(await agent.call('POST /api/tickets/:id/reveal', sent)).toMatchObject({ phone: '13812345678' });
    const { items } = await agent.call('GET /api/tickets/:id/history', { params: { id: own.id } });
    expect(items.at(-1)).toMatchObject({ name: 'reveal', data: { reason: '回电核实地址' } });
  });

  it('is protected from the department when they report somebody', async () => {
    const report = await at.people.register({ type: 'report', categoryCode: 'city.waste' });
    const handler = await urban();
    const sent = { params: { id: report.id }, body: { reason: '联系群众' } };
    expect(await handler.refusal('POST /api/tickets/:id/reveal', sent)).toMatchObject({ status: 403 });
    const agent = await at.house.as('agent');
    const { items } = await agent.call('GET /api/tickets/:id/history', { params: { id: report.id } });
    expect(items.map(({ name }) => name)).not.toContain('reveal');
  });

  it('is not to be recognised by the department when protected: no name, no number, no search, no sign of other tickets', async () => {
    const citizen = { name: '欧阳明', phone: '13812349999' };
    await at.people.register({ citizen });
    const report = await at.people.register({ type: 'report', categoryCode: 'city.waste', citizen });
    const handler = await urban();
    const shown = await handler.call('GET /api/tickets/:id', { params: { id: report.id } });
    expect(shown.citizen).toMatchObject({ id: null, name: null, phone: null, confidential: true });
    const search = { body: { phone: citizen.phone } };
    expect(await handler.refusal('POST /api/tickets/search', search)).toMatchObject({ status: 403 });
    const told = await handler.call('GET /api/tickets/:id/history', { params: { id: report.id } });
    expect(JSON.stringify(told)).not.toContain('citizenId');
    const agent = await at.house.as('agent');
    const known = await agent.call('POST /api/tickets/search', { body: { phone: citizen.phone } });
    expect(known.items.map(({ id }) => id)).toContain(report.id);
  });

  it('is no business of a department that gave the ticket back', async () => {
    const ticket = await at.people.register({ categoryCode: 'city.noise' });
    const handler = await at.people.handlerOf(leadOf(ticket));
    const sent = { params: { id: ticket.id }, body: { reason: '联系群众' } };
    expect(await handler.call('POST /api/tickets/:id/reveal', sent)).toMatchObject({ phone: '13812345678' });
    await at.people.decide(await at.people.giveBack(ticket), 'uphold');
    expect(await handler.refusal('POST /api/tickets/:id/reveal', sent)).toMatchObject({ status: 403 });
  });

  it('keeps the number when only the name is corrected', async () => {
    const ticket = await at.people.register({ hold: true });
    const agent = await at.house.as('agent');
    const headers = { 'if-match': `"${ticket.version}"` };
    const body = { citizen: { name: '张晓明' } };
    await agent.call('PATCH /api/tickets/:id', { params: { id: ticket.id }, body, headers });
    const sent = { params: { id: ticket.id }, body: { reason: '核对' } };
    expect(await agent.call('POST /api/tickets/:id/reveal', sent)).toMatchObject({
      name: '张晓明',
      phone: '13812345678',
    });
  });
});
