import type { RouteAnswer } from '#http-api/routes';
import { beginAnew } from '#satisfaction/facts/begin-anew';
import { countOwedTickets } from '#satisfaction/facts/count-owed-tickets';
import { lockCounting } from '#satisfaction/facts/counting-row';
import { foldFacts } from '#satisfaction/facts/fold';
import { owedTickets } from '#satisfaction/facts/owed-tickets';
import { SumsAhead } from '#satisfaction/facts/sums-ahead';
import { readOwedCounts } from '#store/count-owed';
import { HouseClient } from '#testing/house-client';
import { dissatisfied } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-09-14 09:30' });
type Report = RouteAnswer<'GET /api/reports/:name'>;
const month = { from: '2026-09-01', to: '2026-09-30' };
const every = ['department', 'area', 'category', 'type', 'channel', 'team', 'day', 'month'] as const;
const params = { name: 'overview' };

async function overview(asOf?: string, by: Report['by'] = 'department', name = 'overview'): Promise<Report> {
  // Each may ask so often in a minute.
  const reader = await at.house.as(name === 'overview' ? 'manager' : 'leader');
  return reader.call('GET /api/reports/:name', { params: { name }, query: { ...month, by, asOf } });
}

const everything = ['overview', 'departments'].flatMap((name) => every.map((by) => ({ name, by })));
const overviews = (asOf: string): Promise<Report[]> =>
  Promise.all(everything.map(({ name, by }) => overview(asOf, by, name)));

/** Everything that happens to a month's figures after they were shown. */
async function muchHappens(): Promise<void> {
  const { people } = at;
  await people.decide(await people.giveBack(await people.register({ categoryCode: 'city.noise' })), 'uphold');
  const moved = await people.bring('handling', { categoryCode: 'utility.water' });
  const body = { leadId: at.house.department('gas').id, reason: '改由燃气' };
  await people.change('dispatcher', 'redispatch', moved, body);
  await people.rate(await people.bring('callback', { categoryCode: 'utility.gas' }), dissatisfied);
  await people.change('supervisor', 'void', await people.bring('handling'), { reason: '测试登记' });
  await people.register({ type: 'consultation', answer: { text: '请携带身份证到窗口办理。' } });
}

const tallies = () =>
  at.house.database.sql.query(
    `SELECT * FROM satisfaction.tally WHERE sum <> 0 ORDER BY dimension, grain, start, measure, key`,
  );

const counting = (work: 'fold' | 'anew') =>
  at.house.database.transaction(async (sql) => {
    const { foldedTo } = await lockCounting(sql);
    await (work === 'fold' ? foldFacts(sql, foldedTo, 1) : beginAnew(sql));
  });

/** Counts what is owed, a few tickets at a time, by processes that take turns, each named by its number; some is lost, and counted again. */
async function countInTurns(turns: readonly number[]): Promise<void> {
  const few = 3;
  // So few are kept that they are written on the way, too.
  const processes = new Map(turns.map((process) => [process, new SumsAhead(300)]));
  let turn = 0;
  for await (const some of owedTickets(at.house.database.derived, few)) {
    const ahead = processes.get(turns[turn % turns.length] ?? 0) ?? new SumsAhead();
    const isLast = some.owed.length < few;
    const count = (comesToNothing: boolean) =>
      at.house.database.derivedTransaction(async (sql) => {
        await countOwedTickets(sql, some, { ahead, isLast });
        if (comesToNothing) throw new Error('lost');
      });
    if (turn % 3 === 1) await expect(count(true)).rejects.toThrow('lost');
    await count(false);
    turn += 1;
  }
}

describe('figures as of an instant', () => {
  it('are the same whenever they are asked for, whatever happened since', async () => {
    await muchHappens();
    const shown = await overview();
    at.house.at('2026-09-14 11:00');
    const next = await overview();
    await muchHappens();
    at.house.at('2026-09-16 10:00');
    await muchHappens();
    const last = await overview();
    expect(last.totals['received']).toBe(12);
    for (const { asOf, ...figures } of [shown, next, last]) expect(await overview(asOf)).toEqual({ ...figures, asOf });
    expect(shown.totals['received']).toBe(4);
  });

  it('stay as they were shown when something comes that happened in the same instant', async () => {
    const shown = await overview();
    await at.people.register();
    const after = await overview();
    expect(after.totals['received']).toBe(Number(shown.totals['received']) + 1);
    expect(new Date(after.asOf).getTime()).toBeGreaterThan(new Date(shown.asOf).getTime());
    expect(await overview(shown.asOf)).toEqual(shown);
  });

  it('open the tickets that were counted then, as many as the cell says', async () => {
    const manager = await at.house.as('manager');
    const asOf = '2026-09-14T03:30:00.000Z';
    for (const { key, cells } of (await overview(asOf)).rows) {
      const query = {
        ...month,
        by: 'department' as const,
        asOf,
        column: 'received',
        row: key ?? undefined,
        limit: 200,
      };
      const { items } = await manager.call('GET /api/reports/:name/tickets', { params, query });
      expect(items).toHaveLength(cells['received'] as number);
    }
  });

  it('are the same summed or one by one, and when everything is counted anew', async () => {
    const instants = ['2026-09-14T02:00:00.000Z', '2026-09-15T00:00:00.000Z', (await overview()).asOf];
    const before = await Promise.all(instants.map(overviews));
    await counting('fold');
    const sums = await tallies();
    expect(await Promise.all(instants.map(overviews))).toEqual(before);
    await counting('anew');
    expect(await Promise.all(instants.map(overviews))).toEqual(before);
    await counting('fold');
    expect(await tallies()).toEqual(sums);
    expect(await Promise.all(instants.map(overviews))).toEqual(before);
  });

  it('add up to the same sums when these are kept while many are counted, by one process or by two in turns', async () => {
    await overview(undefined, 'department', 'departments');
    await counting('fold');
    const sums = await tallies();
    for (const turns of [[0], [0, 1], [0, 0, 1, 0, 0]]) {
      await counting('anew');
      await countInTurns(turns);
      await counting('fold');
      expect(await tallies()).toEqual(sums);
    }
  });

  it('are counted in the order in which they are owed, however long the numbers of their places are by now', async () => {
    await overview(undefined, 'department', 'departments');
    await at.house.database.transaction(async (sql) => {
      await sql.query(`DELETE FROM ticket.count_owed`);
      await sql.query(
        `INSERT INTO ticket.count_owed (id, ticket_id) OVERRIDING SYSTEM VALUE
         SELECT id, gen_random_uuid() FROM unnest('{99999999,100000000,100000001}'::bigint[]) id`,
      );
      const places = async (after: string) => (await readOwedCounts(sql, after, 2)).map(({ id }) => id);
      expect(await places('0')).toEqual(['99999999', '100000000']);
      expect(await places('100000000')).toEqual(['100000001']);
      await sql.query(`DELETE FROM ticket.count_owed`);
    });
  });

  it('are counted once by two processes that are asked at the same time', async () => {
    const other = await at.house.beside();
    try {
      await at.people.register();
      const { totals } = await overview();
      const manager = await at.house.as('manager');
      await Promise.all(Array.from({ length: 6 }, () => muchHappens()));
      const urls = [at.house.url, other.url, at.house.url, other.url];
      const asked = await Promise.all(
        urls.map((url) => new HouseClient(url, manager.token).call('GET /api/reports/:name', { params, query: month })),
      );
      for (const { totals: now } of asked) expect(now['received']).toBe(Number(totals['received']) + 24);
    } finally {
      await other.close();
    }
  });

  it('go without a ticket whose history nobody can tell, and have it once somebody can', async () => {
    const before = await overview();
    const { sql } = at.house.database;
    const odd = await at.people.register();
    await at.people.register();
    const name = (said: string) =>
      sql.query(`UPDATE ticket.history SET name = $2 WHERE ticket_id = $1 AND seq = 2`, [odd.id, said]);
    await name('of a later version');
    expect((await overview()).totals['received']).toBe(Number(before.totals['received']) + 1);
    await name('dispatch');
    expect((await overview()).totals['received']).toBe(Number(before.totals['received']) + 2);
  });

  it('wait while another version counts, which is left to it', async () => {
    at.house.at('2026-09-16 11:00');
    const { sql } = at.house.database;
    const [ours] = await sql.query<{ by: string }>(`SELECT counted_by AS by FROM satisfaction.counting`, []);
    const by = (rules: string) => sql.query(`UPDATE satisfaction.counting SET counted_by = $1`, [rules]);
    const manager = await at.house.as('manager');
    await by('999:later');
    const refused = await manager.refusal('GET /api/reports/:name', { params, query: month });
    expect(refused).toMatchObject({ status: 503, retryAfterSeconds: 30 });
    await by(ours?.by ?? '');
    expect((await overview()).totals['received']).toBeGreaterThan(0);
  });

  it('are refused of more than ten years, or of days that no calendar has', async () => {
    const leader = await at.house.as('leader');
    for (const query of [
      { from: '0001-01-01', to: '2026-09-30' },
      { from: '9999-12-01', to: '9999-12-31' },
    ])
      expect(await leader.refusal('GET /api/reports/:name', { params, query })).toMatchObject({
        detail: '只能统计1900年以后、最长十年的时间段',
      });
  });

  it('are refused as of an instant that has not come, and where only the present is counted', async () => {
    const manager = await at.house.as('manager');
    const asked = (name: string, asOf: string) =>
      manager.refusal('GET /api/reports/:name', { params: { name }, query: { ...month, asOf } });
    expect(await asked('overview', '2026-09-17T00:00:00.000Z')).toMatchObject({
      status: 400,
      detail: '统计截止时间不能晚于现在',
    });
    expect(await asked('returns', '2026-09-15T00:00:00.000Z')).toMatchObject({ status: 400 });
  });
});
