import type { Route } from '#http-api/routes';
import { walk } from '../../scripts/replay/reconcile/walk';
import { hotline } from './support/hotline';

const at = hotline();

/** Walks a list page by page to its end. */
async function pages(
  route: 'GET /api/tickets',
  query: Record<string, unknown>,
  between: () => Promise<unknown>,
): Promise<string[]> {
  const agent = await at.house.as('agent');
  const tickets = await walk(async (cursor) => {
    const page = await agent.call(route, { query: { ...query, limit: 2, cursor } });
    await between();
    return page;
  });
  return tickets.map(({ title }) => title);
}

/** Every list, and somebody who may read it. */
const lists = [
  ['GET /api/tickets', 'agent'],
  ['GET /api/assignments', 'handler'],
  ['GET /api/returns', 'dispatcher'],
  ['GET /api/reviews', 'reviewer'],
  ['GET /api/callbacks', 'callback'],
  ['GET /api/alerts', 'supervisor'],
  ['GET /api/dead-letters', 'admin'],
  ['GET /api/dispatch-rules', 'admin'],
  ['GET /api/departments', 'admin'],
  ['GET /api/areas', 'admin'],
  ['GET /api/categories', 'admin'],
  ['GET /api/time-limits', 'admin'],
  ['GET /api/messages', 'agent'],
  ['GET /api/message-templates', 'admin'],
] as const satisfies [Route, string][];

const reader = (role: (typeof lists)[number][1]) => at.house.as(role, role === 'handler' ? 'urban' : undefined);
const cursorOf = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a list', () => {
  it('shows each ticket once from page to page, whatever arrives meanwhile', async () => {
    for (const title of ['一', '二', '三', '四', '五']) {
      await at.people.register({ title });
      at.house.clock.advance(1_000);
    }
    const arrives = () => at.people.register({ title: '新来的' });
    expect(await pages('GET /api/tickets', {}, arrives)).toEqual(['五', '四', '三', '二', '一']);
    const oldest = await pages('GET /api/tickets', { sort: 'registeredAt', state: 'dispatched' }, () =>
      Promise.resolve(),
    );
    expect(oldest.slice(0, 5)).toEqual(['一', '二', '三', '四', '五']);
  });

  it('of what is due goes on where it stopped, the most pressing first', async () => {
    const [urgent, consultation] = ['urgent', 'normal'] as const;
    await at.people.register({ title: '急', urgency: urgent, categoryCode: 'work.wages' });
    await at.people.register({
      title: '咨询',
      type: 'consultation',
      urgency: consultation,
      categoryCode: 'work.wages',
    });
    await at.people.register({ title: '投诉', type: 'complaint', categoryCode: 'work.wages' });
    const due = await pages('GET /api/tickets', { sort: 'dueAt', categoryCode: 'work.wages' }, () => Promise.resolve());
    expect(due).toEqual(['急', '咨询', '投诉']);
  });

  it('counts what it would show', async () => {
    const agent = await at.house.as('agent');
    const { count, items } = await agent.call('GET /api/tickets', { query: { count: 'true', limit: 200 } });
    expect(count).toEqual({ count: items.length, exact: true });
  });

  it.each(lists)('%s refuses a parameter nobody knows', async (route, role) => {
    const answer = await (await reader(role)).send(`${route.slice(4)}?colour=red`, { method: 'GET' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid', errors: [{ path: 'colour' }] } });
  });

  it.each(lists)('%s refuses a cursor that is not its own', async (route, role) => {
    const client = await reader(role);
    for (const cursor of [
      'nonsense',
      cursorOf('a'),
      cursorOf('a', 'b'),
      cursorOf(1),
      cursorOf('2026-13-45', 'x'),
      cursorOf(),
    ]) {
      const answer = await client.send(`${route.slice(4)}?cursor=${cursor}`, { method: 'GET' });
      expect([cursor, answer.status]).toEqual([cursor, 400]);
    }
  });
});
