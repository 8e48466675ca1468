import type { RouteRequest } from '#http-api/routes';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

// A Monday morning.
const at = hotline();

type Said = NonNullable<RouteRequest<'POST /api/reply-templates'>['body']>;
const template: Said = {
  title: '清运垃圾',
  text: '您反映的“{标题}”（{工单编号}）已清运。请联系{联系方式}。{承办单位}{日期}',
};

const admin = () => at.house.as('admin');
const head = (department = 'urban') => at.house.as('department-head', department);
const urban = () => at.house.department('urban').id;

const add = async (said: Partial<Said> = {}, who = admin()) =>
  (await who).call('POST /api/reply-templates', { body: { ...template, ...said } });
const edit = async ({ id, version }: { id: string; version: number }, said: Partial<Said>, who = admin()) =>
  (await who).call('PUT /api/reply-templates/:id', {
    params: { id },
    headers: { 'if-match': `"${version}"` },
    body: { ...template, ...said },
  });
const end = async ({ id, version }: { id: string; version: number }, who = admin()) =>
  (await who).call('POST /api/reply-templates/:id/end', {
    params: { id },
    headers: { 'if-match': `"${version}"` },
    body: {},
  });

const offered = async (ticket: TicketView) => {
  const handler = await at.people.handlerOf(leadOf(ticket));
  return (await handler.call('GET /api/assignments/:id/reply-templates', { params: { id: leadOf(ticket).id } })).items;
};
const titlesFor = async (ticket: TicketView) => (await offered(ticket)).map(({ title }) => title);
const kept = async (who = admin(), state: 'standing' | 'all' = 'standing') =>
  (await (await who).call('GET /api/reply-templates', { query: { state, limit: 200 } })).items.map(
    ({ title }) => title,
  );

afterEach(async () => {
  const { items } = await (await admin()).call('GET /api/reply-templates', { query: { limit: 200 } });
  for (const row of items) await end(row);
});

describe('a reply template', () => {
  it('is offered for its category and those below, the nearest first, and for no other', async () => {
    await add({ title: '通用' });
    await add({ title: '城管', categoryCode: 'city' });
    await add({ title: '垃圾', categoryCode: 'city.waste' });
    await add({ title: '本单位垃圾', categoryCode: 'city.waste', departmentId: urban() });
    await add({ title: '公交', categoryCode: 'traffic.bus' });
    await add({ title: '别的单位', categoryCode: 'city.waste', departmentId: at.house.department('police').id });
    const ticket = await at.people.bring('handling', { categoryCode: 'city.waste' });
    expect(await titlesFor(ticket)).toEqual(['本单位垃圾', '垃圾', '城管', '通用']);
  });

  it('comes filled by the ticket, with a blank for what only whoever answers knows', async () => {
    await add();
    const ticket = await at.people.bring('handling', { title: '电话13912345678：垃圾未清运' });
    const [item] = await offered(ticket);
    expect(item?.text).toContain(`（${ticket.number}）已清运。请联系【联系方式】。城市管理局2026年9月14日`);
    expect(item?.text).toContain('垃圾未清运');
    expect(item?.text).not.toContain('13912345678');
  });

  it('of a department is kept by its head, and the whole house’s by the administrator alone', async () => {
    const house = await add({ title: '通用' });
    const own = await add({ title: '自己的', departmentId: urban() }, head());
    const foreign = await add({ title: '公安的', departmentId: at.house.department('police').id }, head('police'));
    expect(await kept(head())).toEqual(['自己的', '通用']);
    expect(await kept()).toEqual(['公安的', '自己的', '通用']);
    await expect(add({ departmentId: foreign.department?.id }, head())).rejects.toMatchObject({ code: 'invalid' });
    await expect(add({}, head())).rejects.toMatchObject({ code: 'invalid' });
    await expect(edit(house, { departmentId: urban() }, head())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(edit(foreign, { departmentId: urban() }, head())).rejects.toMatchObject({ code: 'not-found' });
    await expect(edit(own, { departmentId: null }, head())).rejects.toMatchObject({ code: 'invalid' });
    expect(await edit(own, { title: '改过的', departmentId: urban() }, head())).toMatchObject({ version: 2 });
  });

  it('is worded by one at a time, ends for good, and is told in the log with what it was before', async () => {
    const first = await add({ title: '初稿' });
    const second = await edit(first, { title: '二稿' });
    await expect(edit(first, { title: '迟到的' })).rejects.toMatchObject({ code: 'version-conflict' });
    const over = await end(second);
    expect(over.endedAt).not.toBeNull();
    await expect(edit(over, {})).rejects.toMatchObject({ code: 'conflict' });
    expect([await kept(), await kept(admin(), 'all')]).toEqual([[], expect.arrayContaining(['二稿'])]);
    const { items } = await (
      await at.house.as('quality')
    ).call('GET /api/admin-events', { query: { subject: 'reply-template', subjectId: first.id } });
    expect(items.map(({ action, before, after }) => [action, before?.['title'], after?.['title']])).toEqual([
      ['disable', '二稿', '二稿'],
      ['edit', '初稿', '二稿'],
      ['create', undefined, '初稿'],
    ]);
  });

  it('names a category that exists, and leaves open only what is filled', async () => {
    await expect(add({ categoryCode: 'nowhere' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(add({ text: '{身份证号}' })).rejects.toMatchObject({
      problem: { code: 'invalid', errors: [{ path: 'text' }] },
    });
  });

  it('is no business of another desk', async () => {
    for (const who of [await at.house.as('handler', 'urban'), await at.house.as('reviewer')])
      expect((await who.refusal('POST /api/reply-templates', { body: template })).status).toBe(403);
  });
});
