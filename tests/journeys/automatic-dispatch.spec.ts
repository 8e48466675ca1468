import type { Registration } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

/** The lead that routing names for a matter. */
const leadFor = async (given: Partial<Registration>): Promise<string> => {
  const { lead } = await at.people.register(given);
  return at.house.department(lead?.id ?? '').code;
};

describe('automatic dispatch', () => {
  it.each([
    ['water supply', { categoryCode: 'utility.water' }, 'water'],
    ['a category below another whose department it takes', { categoryCode: 'city.lamps' }, 'urban'],
    ['a village matter', { categoryCode: 'conduct.village', areaCode: 'river-1' }, 'town-river'],
    [
      'a village matter of an area no town is named for',
      { categoryCode: 'conduct.village', areaCode: 'district' },
      'service-centre',
    ],
    ['a matter of no category', { categoryCode: null }, 'service-centre'],
  ])('finds the department of %s by category and area', async (_, given, lead) => {
    expect(await leadFor(given)).toBe(lead);
  });

  it('never lets the accused department handle a complaint about itself alone', async () => {
    const { id } = at.house.department('urban');
    expect(await leadFor({ type: 'complaint', subjectDepartmentId: id })).toBe('service-centre');
  });

  it('brings a praise to the department that is praised', async () => {
    const { id } = at.house.department('urban');
    expect(await leadFor({ type: 'praise', categoryCode: 'city.lamps', subjectDepartmentId: id })).toBe('urban');
  });

  it('follows a new rule from the moment the administrator adds it, with its co-handlers', async () => {
    const admin = await at.house.as('admin');
    const [leadId, coHandler] = [at.house.department('culture').id, at.house.department('town-west').id];
    const body = { categoryCode: 'school.culture', areaCode: 'west', leadId, coHandlerIds: [coHandler] };
    expect(await admin.call('POST /api/dispatch-rules', { body })).toMatchObject({ version: 1, validTo: null });
    const ticket = await at.people.register({ categoryCode: 'school.culture', areaCode: 'west-1' });
    expect(ticket.assignments.map(({ role, departmentId }) => [role, departmentId]).sort()).toEqual([
      ['co-handler', coHandler],
      ['lead', leadId],
    ]);
  });

  it('replaces a rule by its next version and keeps the old one as ended', async () => {
    const admin = await at.house.as('admin');
    const body = { categoryCode: 'rural', leadId: at.house.department('planning').id };
    expect(await admin.call('POST /api/dispatch-rules', { body })).toMatchObject({ version: 2 });
    const { items } = await admin.call('GET /api/dispatch-rules', { query: { limit: 200 } });
    // Ids made within one millisecond have no order among themselves, and the clock stands still here.
    const versions = items
      .filter(({ categoryCode, areaCode }) => categoryCode === 'rural' && areaCode === null)
      .sort((earlier, later) => earlier.version - later.version);
    expect(versions.map(({ version, validTo }) => [version, validTo !== null])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(await leadFor({ categoryCode: 'rural.land' })).toBe('planning');
  });

  it('follows a rule from the date it names to the date it ends, and the one before it until then', async () => {
    const admin = await at.house.as('admin');
    const place = { categoryCode: 'rural', areaCode: 'west' };
    const rule = async (department: string, validFrom?: string) => {
      const body = { ...place, leadId: at.house.department(department).id, validFrom };
      return (await admin.call('POST /api/dispatch-rules', { body })).id;
    };
    const village = { ...place, areaCode: 'west-1' };
    await rule('urban');
    const id = await rule('culture', '2026-09-16');
    await admin.call('PATCH /api/dispatch-rules/:id', { params: { id }, body: { validTo: '2026-09-18' } });
    const leads: string[] = [];
    for (const day of ['2026-09-15 23:59', '2026-09-16 00:00', '2026-09-17 23:59']) {
      at.house.at(day);
      leads.push(await leadFor(village));
    }
    expect(leads).toEqual(['urban', 'culture', 'culture']);
    at.house.at('2026-09-18 00:00');
    expect(await leadFor(village)).not.toBe('culture');
  });

  it('passes over a department that is no more, and nobody can hand it a ticket', async () => {
    const admin = await at.house.as('admin');
    const { id, name } = at.house.department('environment');
    const body = { categoryCode: 'school.fees', leadId: id };
    await admin.call('POST /api/dispatch-rules', { body });
    const before = await at.people.register({ categoryCode: 'school.fees' });
    expect(before.lead?.id).toBe(id);
    await at.people.change('agent', 'withdraw', before, { reason: '群众撤回' });
    await admin.call('PATCH /api/departments/:id', { params: { id }, body: { validTo: '2026-09-18' } });
    const ticket = await at.people.register({ categoryCode: 'school.fees' });
    expect(at.house.department(ticket.lead?.id ?? '').code).not.toBe('environment');
    const refused = await (
      await at.house.as('dispatcher')
    ).refusal('POST /api/tickets/:id/redispatch', { params: { id: ticket.id }, body: { leadId: id, reason: '改派' } });
    expect(refused).toMatchObject({ status: 400, detail: `“${name}”已停用，请另选单位`, errors: [{ path: 'leadId' }] });
  });

  it('is not given a ticket again either, not even its own one', async () => {
    at.house.at('2026-09-14 09:30');
    const admin = await at.house.as('admin');
    const { id: leadId } = at.house.department('medical-insurance');
    const ticket = await at.people.register({ hold: true });
    await at.people.change('dispatcher', 'dispatch', ticket, { leadId });
    const replied = await at.people.reply(await at.people.sign(await at.people.now(ticket.id)));
    const closed = await at.people.rate(await at.people.change('reviewer', 'approve', replied, {}));
    await admin.call('PATCH /api/departments/:id', { params: { id: leadId }, body: { validTo: '2026-09-14' } });
    const supervisor = await at.house.as('supervisor');
    const sent = { params: { id: closed.id }, body: { reason: '虚假办结' } };
    expect(await supervisor.refusal('POST /api/tickets/:id/reopen', sent)).toMatchObject({ status: 400 });
  });

  it('keeps a fall-back owner: the department cannot be ended while it is one', async () => {
    const admin = await at.house.as('admin');
    const refused = await admin.refusal('PATCH /api/departments/:id', {
      params: { id: at.house.department('service-centre').id },
      body: { validTo: '2027-01-01' },
    });
    expect(refused).toMatchObject({ status: 409, detail: '兜底承办单位不能停用：请先在派单目录中另行指定' });
  });

  it('keeps a fall-back owner: the last rule that is open to everything cannot be ended', async () => {
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/dispatch-rules', { query: { limit: 200 } });
    const id = items.find(({ categoryCode, areaCode }) => categoryCode === null && areaCode === null)?.id ?? '';
    const refused = await admin.refusal('PATCH /api/dispatch-rules/:id', {
      params: { id },
      body: { validTo: '2026-09-14' },
    });
    expect(refused.status).toBe(409);
    expect(await leadFor({ categoryCode: null })).toBe('service-centre');
  });
});
