import { Maintenance } from '#platform/maintenance';
import { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline();

let counted = 0;
async function aSystem() {
  const system = `city-${(counted += 1)}`;
  const { key } = await (
    await at.house.as('admin')
  ).call('POST /api/channel-clients', { body: { name: `上级${counted}`, channels: ['superior'], system } });
  return { system, says: new HouseClient(at.house.url, key) };
}
type System = Awaited<ReturnType<typeof aSystem>>;

async function sent({ says }: System, upstreamNumber: string, given: object = {}): Promise<void> {
  const matter = { type: 'help' as const, content: '垃圾三天没有清运', categoryCode: 'city.waste', areaCode: 'east-1' };
  const body = { messageId: `m-${upstreamNumber}`, upstreamNumber, ...matter, ...given };
  await says.call('POST /api/channels/:channel/tickets', { params: { channel: 'superior' }, body });
  await at.house.settle();
}
const list = ({ says }: System, tickets: { upstreamNumber: string; dueAt?: string; isOpen?: boolean }[]) =>
  says.call('POST /api/transfers/reconciliations', { body: { day: '2026-09-14', tickets } });
const differences = async (id: string) =>
  (
    await (await at.house.as('dispatcher')).call('GET /api/reconciliations/:id/differences', { params: { id } })
  ).items.map(({ upstreamNumber, kind }) => `${upstreamNumber} ${kind}`);
const days = async ({ system }: System, state: 'all' | 'differing' = 'all') =>
  (await (await at.house.as('dispatcher')).call('GET /api/reconciliations', { query: { state } })).items.filter(
    (each) => each.system === system,
  );

describe('a day’s list of another system', () => {
  it('is compared with what is here, ticket by ticket', async () => {
    const city = await aSystem();
    await sent(city, 'S-1', { upstreamDueAt: '2026-09-18T12:00:00+08:00' });
    await sent(city, 'S-2');
    const told = await list(city, [
      { upstreamNumber: 'S-1', dueAt: '2026-09-17T12:00:00+08:00', isOpen: true },
      { upstreamNumber: 'S-3' },
    ]);
    expect(told).toMatchObject({ system: city.system, day: '2026-09-14', listed: 2, differing: 3 });
    expect(await differences(told.id)).toEqual(['S-1 due-differs', 'S-2 not-there', 'S-3 not-here']);
  });

  it('takes the place of an earlier one, and agrees once what was missing has come', async () => {
    const city = await aSystem();
    await list(city, [{ upstreamNumber: 'S-1' }]);
    const { id } = await list(city, [{ upstreamNumber: 'S-9' }]);
    expect(await days(city, 'differing')).toMatchObject([{ id, differing: 1 }]);
    expect(await differences(id)).toEqual(['S-9 not-here']);
    await sent(city, 'S-9');
    const again = await (
      await at.house.as('dispatcher')
    ).call('POST /api/reconciliations/:id/compare', { params: { id }, body: {} });
    expect(again).toMatchObject({ differing: 0 });
    expect(await days(city, 'differing')).toEqual([]);
  });

  it('sees nothing of another system’s tickets', async () => {
    const [city, other] = [await aSystem(), await aSystem()];
    await sent(city, 'S-1');
    const { id } = await list(other, [{ upstreamNumber: 'S-1' }]);
    expect(await differences(id)).toEqual(['S-1 not-here']);
  });

  it('names each number once, and no day to come', async () => {
    const city = await aSystem();
    const twice = { day: '2026-09-14', tickets: [{ upstreamNumber: 'S-1' }, { upstreamNumber: 'S-1' }] };
    const refused = await city.says.refusal('POST /api/transfers/reconciliations', { body: twice });
    expect(refused).toMatchObject({ status: 400, errors: [{ path: 'tickets' }] });
    const tomorrow = { day: '2027-09-15', tickets: [] };
    expect(await city.says.refusal('POST /api/transfers/reconciliations', { body: tomorrow })).toMatchObject({
      errors: [{ path: 'day', message: '对账日期不能晚于今天' }],
    });
  });

  it('that has not come by the next morning is noted, once', async () => {
    const city = await aSystem();
    at.house.at('2026-09-16 07:30');
    await at.house.app.get(Maintenance).run();
    expect((await days(city)).map(({ day }) => day)).toEqual(['2026-09-14']);
    at.house.at('2026-09-16 08:10');
    for (let count = 0; count < 2; count += 1) await at.house.app.get(Maintenance).run();
    expect(await days(city, 'differing')).toMatchObject([
      { day: '2026-09-15', listed: null, receivedAt: null },
      { day: '2026-09-14', listed: null },
    ]);
  });

  it('that differed is compared again by itself for a week', async () => {
    const city = await aSystem();
    const body = { day: '2026-09-16', tickets: [{ upstreamNumber: 'S-5' }] };
    await city.says.call('POST /api/transfers/reconciliations', { body });
    await sent(city, 'S-5');
    await at.house.app.get(Maintenance).run();
    expect((await days(city)).find(({ day }) => day === '2026-09-16')).toMatchObject({ differing: 0 });
  });

  it('is forgotten after its 400 days, and not a day sooner', async () => {
    at.house.at('2026-09-16 09:00');
    const city = await aSystem();
    for (const day of ['2025-08-11', '2025-08-12'])
      await city.says.call('POST /api/transfers/reconciliations', { body: { day, tickets: [] } });
    await at.house.app.get(Maintenance).run();
    expect((await days(city)).map(({ day }) => day)).not.toContain('2025-08-11');
    expect((await days(city)).map(({ day }) => day)).toContain('2025-08-12');
  });
});
