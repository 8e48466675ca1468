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
