import type { RouteAnswer } from '#http-api/routes';
import { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline();

type Mark = RouteAnswer<'POST /api/harassment-marks'>;
let phones = 0;
const aPhone = () => `1380000${String((phones += 1)).padStart(4, '0')}`;

const propose = async (phone: string): Promise<Mark> =>
  (await at.house.as('agent')).call('POST /api/harassment-marks', {
    body: { phone, reason: '每日反复拨打并辱骂', examples: ['20260914000000001'] },
  });
const approve = async ({ id }: Mark, days = 7, role: 'shift-lead' | 'manager' = 'shift-lead') =>
  (await at.house.as(role)).call('POST /api/harassment-marks/:id/approve', { params: { id }, body: { days } });
const ticketOf = (phone: string, more: object = {}) => at.people.register({ citizen: { phone }, ...more });
const restriction = async (phone: string) =>
  (await (await at.house.as('agent')).call('POST /api/citizens/search', { body: { phone } })).restriction;

describe('a caller who harasses', () => {
  it('is restricted only once another person has approved it', async () => {
    const phone = aPhone();
    const mark = await propose(phone);
    expect(mark).toMatchObject({ state: 'proposed', phone: `138****${phone.slice(-4)}` });
    expect(await restriction(phone)).toBeNull();
    expect(await ticketOf(phone)).toMatchObject({ restricted: false, state: 'dispatched' });
    await approve(mark);
    expect(await restriction(phone)).toEqual({
      reason: '每日反复拨打并辱骂',
      until: new Date(at.house.clock.now().getTime() + 7 * 86_400_000).toISOString(),
    });
  });

  it('is approved by nobody who proposed it, and for no longer than the settings allow', async () => {
    const lead = await at.house.as('shift-lead');
    const body = { phone: aPhone(), reason: '骚扰', examples: ['一'] };
    const mark = await lead.call('POST /api/harassment-marks', { body });
    const params = { id: mark.id };
    const own = await lead.refusal('POST /api/harassment-marks/:id/approve', { params, body: { days: 7 } });
    expect(own).toMatchObject({ status: 403, detail: '本人提出的限制须由他人批准' });
    const manager = await at.house.as('manager');
    const long = await manager.refusal('POST /api/harassment-marks/:id/approve', { params, body: { days: 31 } });
    expect(long).toMatchObject({ errors: [{ path: 'days', message: '限制不能超过30天' }] });
    expect(await approve(mark, 30, 'manager')).toMatchObject({ state: 'in-force' });
    const agent = await at.house.as('agent');
    expect(await agent.refusal('POST /api/harassment-marks/:id/lift', { params, body: {} })).toMatchObject({
      status: 403,
    });
  });

  it('has every ticket registered, which waits until a shift-lead lets it go', async () => {
    const phone = aPhone();
    await approve(await propose(phone));
    const ticket = await ticketOf(phone);
    expect(ticket).toMatchObject({ state: 'registered', routingHeld: true, restricted: true });
    const params = { id: ticket.id };
    const agent = await (await at.house.as('agent')).refusal('POST /api/tickets/:id/release', { params, body: {} });
    expect(agent).toMatchObject({ code: 'transition-refused', detail: '来电人受骚扰限制，须由值班长放行' });
    const leadId = at.house.department('urban').id;
    const byHand = await (
      await at.house.as('dispatcher')
    ).refusal('POST /api/tickets/:id/dispatch', { params, body: { leadId } });
    expect(byHand).toMatchObject({ detail: '来电人受骚扰限制，须由值班长放行后派单' });
    expect(await at.people.change('shift-lead', 'release', ticket, {})).toMatchObject({
      state: 'dispatched',
      restricted: false,
    });
  });

  it('is sent help at once when life is in danger, also when that is noticed later', async () => {
    const phone = aPhone();
    await approve(await propose(phone));
    const gas = await ticketOf(phone, { urgency: 'critical', title: '燃气泄漏' });
    expect(gas).toMatchObject({ state: 'dispatched', restricted: false });
    const { id, version } = await ticketOf(phone);
    const agent = await at.house.as('agent');
    const headers = { 'if-match': `"${version}"` };
    await agent.call('PATCH /api/tickets/:id', { params: { id }, body: { urgency: 'critical' }, headers });
    expect(await at.people.change('agent', 'release', { id }, {})).toMatchObject({ state: 'dispatched' });
  });

  it('is free again by itself on the day, or earlier when it is lifted', async () => {
    const [one, other] = [aPhone(), aPhone()];
    await approve(await propose(one), 2);
    const mark = await approve(await propose(other), 30);
    at.house.clock.advance(2 * 86_400_000);
    expect(await restriction(one)).toBeNull();
    expect(await ticketOf(one)).toMatchObject({ restricted: false });
    expect(await restriction(other)).not.toBeNull();
    const lead = await at.house.as('shift-lead');
    const lifted = await lead.call('POST /api/harassment-marks/:id/lift', { params: { id: mark.id }, body: {} });
    expect(lifted).toMatchObject({ state: 'ended' });
    expect(await restriction(other)).toBeNull();
  });

  it('is known at the ring', async () => {
    const phone = aPhone();
    await approve(await propose(phone));
    const client = { name: '话务平台', channels: ['phone'] as ['phone'] };
    const { key } = await (await at.house.as('admin')).call('POST /api/channel-clients', { body: client });
    const event = { callId: 'ring-1', event: 'ringing', at: at.house.clock.now().toISOString(), phone } as const;
    await new HouseClient(at.house.url, key).call('POST /api/calls/events', { body: event });
    const { items } = await (await at.house.as('agent')).call('GET /api/calls');
    expect(items.find(({ callId }) => callId === 'ring-1')).toMatchObject({
      restriction: { reason: '每日反复拨打并辱骂' },
    });
  });

  it('is named by a ticket without anybody seeing the number', async () => {
    const phone = aPhone();
    const ticket = await ticketOf(phone);
    const body = { ticketId: ticket.id, reason: '骚扰', examples: [ticket.number] };
    const mark = await (await at.house.as('agent')).call('POST /api/harassment-marks', { body });
    await approve(mark);
    expect(await restriction(phone)).not.toBeNull();
  });

  it('is told in the log step by step, and by no number that could be read', async () => {
    const phone = aPhone();
    const mark = await approve(await propose(phone));
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/admin-events', { query: { subjectId: mark.id } });
    expect(items).toMatchObject([
      { action: 'approve', before: { state: 'proposed' }, after: { state: 'in-force' } },
      { action: 'create', before: null, after: { state: 'proposed' } },
    ]);
    const rows = await at.house.database.sql.query(`SELECT to_jsonb(m)::text AS row FROM intake.harassment_mark m`, []);
    expect(JSON.stringify([items, rows])).not.toContain(phone);
  });

  it('is proposed once at a time', async () => {
    const phone = aPhone();
    await propose(phone);
    const body = { phone, reason: '再次', examples: ['二'] };
    const refused = await (await at.house.as('shift-lead')).refusal('POST /api/harassment-marks', { body });
    expect(refused).toMatchObject({ status: 409, detail: '该号码已有待批准的限制' });
  });
});
