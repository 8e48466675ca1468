import { firstBrokenAdminLink, type AdminEvent } from '#store/admin-chain';
import { readAdminEvents } from '#store/read-admin-events';
import { hotline } from './support/hotline';

const at = hotline();

const eventsOf = async (subject: AdminEvent['subject'], subjectId?: string) =>
  (await (await at.house.as('quality')).call('GET /api/admin-events', { query: { subject, subjectId, limit: 200 } }))
    .items;

const storedEvents = (): Promise<AdminEvent[]> => readAdminEvents(at.house.database.sql);

describe('what an administrator changes', () => {
  it('is told of departments, areas and categories, before and after', async () => {
    const admin = await at.house.as('admin');
    const { id } = at.house.department('urban');
    await admin.call('PATCH /api/departments/:id', { params: { id }, body: { name: '城市管理委员会' } });
    await admin.call('POST /api/areas', { body: { code: 'new-town', name: '新镇' } });
    await admin.call('PATCH /api/categories/:code', { params: { code: 'city' }, body: { autoApprove: true } });
    const [renamed] = await eventsOf('department', id);
    expect(renamed).toMatchObject({ action: 'edit', actor: '系统管理员' });
    expect([renamed?.before?.['name'], renamed?.after?.['name']]).toEqual(['城市管理局', '城市管理委员会']);
    const [added] = await eventsOf('area', 'new-town');
    expect(added).toMatchObject({ action: 'create', before: null, after: { name: '新镇' } });
    const [approving] = await eventsOf('category', 'city');
    expect([approving?.before?.['auto_approve'], approving?.after?.['auto_approve']]).toEqual([false, true]);
  });

  it('is told of dispatch rules: which one followed which, and which was ended', async () => {
    const admin = await at.house.as('admin');
    const leadId = at.house.department('police').id;
    const rule = await admin.call('POST /api/dispatch-rules', { body: { categoryCode: 'city.waste', leadId } });
    await admin.call('PATCH /api/dispatch-rules/:id', { params: { id: rule.id }, body: { validTo: '2026-12-31' } });
    const events = await eventsOf('dispatch-rule', rule.id);
    expect(events.map(({ action }) => action)).toEqual(['end', 'create']);
    expect(events[1]?.after).toMatchObject({ version: rule.version, leadId });
    expect([events[0]?.before?.['validTo'], events[0]?.after?.['validTo']]).toEqual([null, '2026-12-31']);
  });

  it('is told of calendars', async () => {
    const admin = await at.house.as('admin');
    const body = {
      source: '国办发明电',
      published: true,
      days: [{ date: '2027-01-01', working: false, name: '元旦' }],
    };
    await admin.call('PUT /api/calendars/:year', { params: { year: '2027' }, body });
    const [published] = await eventsOf('calendar', '2027');
    expect(published?.after).toMatchObject({ published: true, source: '国办发明电' });
  });

  it('begins with the limits and formulas that a start found, and is told when one is another', async () => {
    const limits = await eventsOf('time-limit');
    expect(limits.find(({ subjectId }) => subjectId === 'complaint/*/finish')?.after).toMatchObject({
      amount: 10,
    });
    const formulas = await eventsOf('formula', 'satisfactionRateA');
    expect(formulas).toMatchObject([{ actor: '系统', action: 'create', before: null, after: { version: 1 } }]);
  });

  it('is found by part of the name of whoever changed it', async () => {
    const quality = await at.house.as('quality');
    const actors = async (actor: string) => {
      const { items } = await quality.call('GET /api/admin-events', { query: { actor, limit: 200 } });
      return [...new Set(items.map((event) => event.actor))];
    };
    expect(await actors('管理员')).toEqual(['系统管理员']);
    expect((await actors('系统')).sort()).toEqual(['系统', '系统管理员']);
    expect(await actors('nobody of this name')).toEqual([]);
  });

  it('is nothing when it was refused', async () => {
    const before = (await storedEvents()).length;
    const admin = await at.house.as('admin');
    await admin.refusal('POST /api/areas', { body: { code: 'new-town', name: '又一个' } });
    expect(await storedEvents()).toHaveLength(before);
  });

  it('is a chain that tells where somebody changed it', async () => {
    const events = await storedEvents();
    expect(firstBrokenAdminLink(events)).toBeNull();
    const changed = events.map((event) => (event.seq === 3 ? { ...event, actor: 'nobody' } : event));
    expect(firstBrokenAdminLink(changed)).toEqual({ seq: 3, fault: 'the hash does not follow' });
    expect(firstBrokenAdminLink(events.filter(({ seq }) => seq !== 2))).toEqual({
      seq: 2,
      fault: 'an event is missing',
    });
  });
});
