import { Recomputer } from '#deadlines/recomputer';
import type { House } from '#platform/house';
import type { TicketType } from '#ticket/ticket-type';
import { until } from '#testing/until';
import { hotline } from '../journeys/support/hotline';

const at = hotline({ now: '2026-09-14T10:00:00+08:00' });

let other: House;
beforeAll(async () => {
  other = await at.house.beside();
});
afterAll(() => other.close());

const types = ['help', 'complaint', 'report', 'suggestion', 'other'] as const satisfies readonly TicketType[];
const recomputerOf = ({ app }: Pick<House, 'app'>) => app.get(Recomputer, { strict: false });
const query = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  at.house.database.sql.query<Row>(text, values);

/** A process that waits to write the clocks of a ticket which somebody has in hand. */
const stuck = async (): Promise<number[]> => {
  const rows = await query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%WITH held AS%'`,
  );
  return rows.map(({ pid }) => pid);
};

/** Every type of ticket gets a day less, each by a change of its own; ten seconds later all are to be gone through. */
async function changeAll(): Promise<void> {
  const admin = await at.house.as('admin');
  for (const type of types)
    await admin.call('POST /api/time-limits', {
      body: { type, clock: 'finish', amount: 2, unit: 'working-days', source: '区政府办通知' },
    });
  at.house.clock.advance(10_000);
}

const progress = async () =>
  (await (await at.house.as('admin')).call('GET /api/recomputations', { query: { limit: 50 } })).items;

describe('a recomputation whose process dies in the middle', () => {
  it('is finished by another one, with every clock moved once and every change told once', async () => {
    const tickets = [];
    for (const type of [...types, ...types]) tickets.push(await at.people.register({ type }));
    await changeAll();
    const inHand = tickets[0]?.id ?? '';
    await at.house.database.transaction(async () => {
      const dying = recomputerOf(at.house)
        .run()
        .catch((error: unknown) => error);
      await until(async () => ((await stuck()).length > 0 ? '' : 'nobody waits for the ticket in hand'));
      for (const pid of await stuck()) await query(`SELECT pg_terminate_backend($1)`, [pid]);
      expect(await dying).toBeInstanceOf(Error);
      // The part it died with is as if nobody had begun it.
      expect((await progress()).some(({ state, looked, tickets: all }) => state === 'running' && looked < all)).toBe(
        true,
      );
    }, [inHand]);
    await Promise.all([recomputerOf(other).run(), recomputerOf(at.house).run()]);
    await recomputerOf(other).run();
    expect(
      (await progress()).map(({ state, movedTickets, movedClocks }) => [state, movedTickets, movedClocks]),
    ).toEqual(types.map(() => ['done', 2, 4]));
    const generations = await query(
      `SELECT kind, generation, count(*)::int AS clocks FROM ticket.clock WHERE kind IN ('finish', 'citizen') GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    expect(generations).toEqual([
      { kind: 'citizen', generation: 2, clocks: 10 },
      { kind: 'finish', generation: 2, clocks: 10 },
    ]);
    const events = await query(
      `SELECT count(*)::int AS n FROM ticket.admin_event WHERE subject_kind = 'recomputation'`,
    );
    expect(events).toEqual([{ n: types.length }]);
  });
});

describe('while open clocks are gone through', () => {
  it('people go on: what somebody moves meanwhile keeps its own clocks and follows the new rule', async () => {
    const ticket = await at.people.register();
    const admin = await at.house.as('admin');
    await admin.call('POST /api/time-limits', {
      body: { type: 'help', clock: 'finish', amount: 7, unit: 'working-days', source: '区政府办通知' },
    });
    at.house.clock.advance(10_000);
    const [signed] = await Promise.all([
      at.people.sign(ticket),
      recomputerOf(other).run(),
      recomputerOf(at.house).run(),
    ]);
    await recomputerOf(other).run();
    const { clocks, dueAt } = await at.people.now(signed.id);
    expect(clocks.find(({ kind }) => kind === 'sign')).toMatchObject({ state: 'met' });
    expect(dueAt).toBe('2026-09-22T10:00:00.000Z');
    expect(await progress()).toContainEqual(expect.objectContaining({ subjectId: 'help/*/finish', state: 'done' }));
  });
});
