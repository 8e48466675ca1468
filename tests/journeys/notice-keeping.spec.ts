import { NoticeTelling } from '#deadlines/notices/notice-telling';
import { Maintenance } from '#platform/maintenance';
import type { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline({
  now: '2026-09-14T10:00:00+08:00',
  settings: { noticeReadDays: 30, noticeDays: 60, markSeconds: 3_600 },
});

const tell = () => at.house.app.get(NoticeTelling, { strict: false }).tellAll();
const ticketsIn = async (client: HouseClient): Promise<string[]> => {
  const { items } = await client.call('GET /api/notices', { query: { limit: 200 } });
  return items.map(({ ticketId }) => ticketId);
};

async function maintain(instant: string): Promise<void> {
  at.house.at(instant);
  await at.house.app.get(Maintenance).run();
}

/** A ticket of which the city management was told. */
async function told(): Promise<string> {
  const { id } = await at.people.register({ categoryCode: 'city.waste' });
  await tell();
  return id;
}

describe('a notice to staff', () => {
  it('is kept for some days after it was read, and never longer than the house keeps any', async () => {
    const handler = await at.house.as('handler', 'urban');
    const read = await told();
    await handler.call('POST /api/notices/read', { body: {} });
    const unread = await told();
    await maintain('2026-10-14 09:00');
    expect(await ticketsIn(handler)).toEqual([unread, read]);
    await maintain('2026-10-14 11:00');
    expect(await ticketsIn(handler)).toEqual([unread]);
    at.house.at('2026-11-02 10:00');
    const young = await told();
    await maintain('2026-11-13 09:00');
    expect(await ticketsIn(handler)).toEqual([young, unread]);
    await maintain('2026-11-13 11:00');
    expect(await ticketsIn(handler)).toEqual([young]);
  });

  it('is not made again once it was forgotten', async () => {
    const rungs = await at.house.database.sql.query('SELECT 1 FROM ticket.rung', []);
    expect(rungs.length).toBeGreaterThanOrEqual(3);
    expect(await tell()).toBe(0);
    expect(await ticketsIn(await at.house.as('handler', 'urban'))).toHaveLength(1);
  });

  it('goes with all others whose time is up, however many those are, and with none whose is not', async () => {
    const count = async () =>
      (await at.house.database.sql.one<{ n: number }>('SELECT count(*)::int AS n FROM deadlines.notice', []))?.n;
    const before = (await count()) ?? 0;
    await at.house.database.sql.query(
      `INSERT INTO deadlines.notice (id, account_id, ticket_id, rung_id, at, read_at)
       SELECT overlay(gen_random_uuid()::text placing 'ffff' from 1)::uuid, gen_random_uuid(), ticket_id, rung_id, at, CASE WHEN n <= 2500 THEN $1::timestamptz ELSE $2 END
       FROM (SELECT * FROM deadlines.notice LIMIT 1) one, generate_series(1, 2600) n`,
      [new Date('2026-09-01T00:00:00+08:00'), new Date('2026-11-12T00:00:00+08:00')].map((each) => each.toISOString()),
    );
    // Their ids lie ages ahead: their time is up by when they were read alone.
    await maintain('2026-11-13 12:00');
    expect(await count()).toBe(before + 100);
  });
});
