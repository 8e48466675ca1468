import type { RouteAnswer } from '#http-api/routes';
import { Maintenance } from '#platform/maintenance';
import { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-09-08T09:30:00+08:00', settings: { callDays: 30 } });
type Bulletin = RouteAnswer<'GET /api/bulletins/:id'>;

let platform: HouseClient;
beforeAll(async () => {
  const body = { name: '话务平台', channels: ['phone'] as ['phone'] };
  const { key } = await (await at.house.as('admin')).call('POST /api/channel-clients', { body });
  platform = new HouseClient(at.house.url, key);
});

let calls = 0;
/** A call that rings now, and is answered after so many seconds, or by nobody. */
async function call(answeredAfterSeconds: number | null): Promise<void> {
  const callId = `call-${(calls += 1)}`;
  const rang = at.house.clock.now().getTime();
  const tell = (event: 'ringing' | 'answered' | 'missed', seconds: number) =>
    platform.call('POST /api/calls/events', {
      body: { callId, event, at: new Date(rang + seconds * 1_000).toISOString(), phone: '13900000001' },
    });
  await tell('ringing', 0);
  if (answeredAfterSeconds === null) await tell('missed', 30);
  else await tell('answered', answeredAfterSeconds);
}

async function monthly(on: string): Promise<Bulletin> {
  const manager = await at.house.as('manager');
  const { id } = await manager.call('POST /api/bulletins', { body: { kind: 'monthly', on } });
  return manager.call('GET /api/bulletins/:id', { params: { id } });
}

const row = ({ sections }: Bulletin, section: string, name: string) =>
  sections.find((each) => each.name === section)?.table.rows.find((each) => each['name'] === name);

describe('calls in the monthly notice', () => {
  it('are not spoken of where no call platform tells of any', async () => {
    const bulletin = await monthly('2026-09-08');
    expect(row(bulletin, 'totals', '受理量')).toBeDefined();
    expect(row(bulletin, 'totals', '呼入量')).toBeUndefined();
    expect(row(bulletin, 'rates', '接通率')).toBeUndefined();
  });

  it('are those that came in, with how many were answered, and within fifteen seconds', async () => {
    for (const seconds of [4, 15, 16, null]) await call(seconds);
    at.house.at('2026-09-08 10:00');
    const bulletin = await monthly('2026-09-08');
    expect(row(bulletin, 'totals', '呼入量')).toMatchObject({ now: 4, before: 0, lastYear: 0, toDate: 4 });
    expect(row(bulletin, 'rates', '接通率')).toMatchObject({ now: { value: 0.75, numerator: 3, denominator: 4 } });
    expect(row(bulletin, 'rates', '15秒应答率')).toMatchObject({ now: { value: 0.5, numerator: 2, denominator: 4 } });
    const formulas = bulletin.sections.find(({ name }) => name === 'rates')?.table.formulas ?? [];
    expect(formulas.find(({ label }) => label === '15秒应答率')).toMatchObject({
      numerator: '振铃后15秒内接通的来电',
      denominator: '报来振铃时间的来电',
    });
  });

  it('are counted still when who called has been forgotten, and once', async () => {
    at.house.at('2026-10-20 09:30');
    await at.house.app.get(Maintenance).run();
    await at.house.app.get(Maintenance).run();
    const left = await at.house.database.sql.one<{ count: number }>(`SELECT count(*)::int AS count FROM intake.call`);
    expect(left?.count).toBe(0);
    await call(3);
    const bulletin = await monthly('2026-10-20');
    expect(row(bulletin, 'totals', '呼入量')).toMatchObject({ now: 1, before: 4, change: -0.75, toDate: 5 });
    expect(row(bulletin, 'rates', '接通率')).toMatchObject({ before: { numerator: 3, denominator: 4 }, change: 25 });
    expect(row(bulletin, 'rates', '15秒应答率')).toMatchObject({ before: { numerator: 2, denominator: 4 } });
  });
});

describe('returns in the monthly notice', () => {
  it('say how often what a department wanted to return was given to one', async () => {
    const { people } = at;
    await people.giveBack(await people.register());
    await people.decide(await people.giveBack(await people.register({ categoryCode: 'city.noise' })), 'uphold');
    const table = (await monthly('2026-10-20')).sections.find(({ name }) => name === 'returns')?.table;
    const times = table?.rows.map(({ asked, handOvers }) => [asked, handOvers]) ?? [];
    expect(times.toSorted()).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(table?.totals).toMatchObject({ asked: 2, handOvers: 1.5 });
  });
});
