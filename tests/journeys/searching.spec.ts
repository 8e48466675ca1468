import type { QueryRunner } from 'typeorm';
import { ClassMarks1796000000058 } from '#store/migrations/1796000000058-class-marks';
import { ensurePartitions } from '#store/partitions';
import { ordinary } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const found = async (body: Record<string, unknown>): Promise<string[]> => {
  const agent = await at.house.as('agent');
  return (await agent.call('POST /api/tickets/search', { body })).items.map(({ title }) => title);
};

describe('finding a ticket', () => {
  it('by a word of two characters in its title or its text, and by nothing that only looks alike', async () => {
    await at.people.register({ title: '路灯不亮', content: '滨河路夜间漆黑一片' });
    await at.people.register({ title: '灯路施工', content: '河滨公园门口' });
    expect(await found({ q: '路灯' })).toEqual(['路灯不亮']);
    expect(await found({ q: '滨河' })).toEqual(['路灯不亮']);
    expect(await found({ q: '漆黑 路灯' })).toEqual(['路灯不亮']);
    expect(await found({ q: '灯塔' })).toEqual([]);
  });

  it('by one character, by letters of either case and by full-width digits', async () => {
    await at.people.register({ title: 'KTV 噪声', content: '凌晨２点仍在营业' });
    expect(await found({ q: 'ktv' })).toEqual(['KTV 噪声']);
    expect(await found({ q: '2点' })).toEqual(['KTV 噪声']);
    expect(await found({ q: '噪' })).toEqual(['KTV 噪声']);
  });

  it('by its new words after an edit, and no longer by the old ones', async () => {
    const { id, version } = await at.people.register({ title: '井盖缺失', content: '', citizen: { anonymous: true } });
    const agent = await at.house.as('agent');
    const headers = { 'if-match': `"${version}"` };
    await agent.call('PATCH /api/tickets/:id', { params: { id }, body: { title: '护栏松动' }, headers });
    await at.house.settle();
    expect([await found({ q: '护栏' }), await found({ q: '井盖' })]).toEqual([['护栏松动'], []]);
  });

  it('by its number, and by what it is', async () => {
    const { number } = await at.people.register({
      title: '公交改线建议',
      type: 'suggestion',
      categoryCode: 'traffic.bus',
    });
    expect(await found({ number })).toEqual(['公交改线建议']);
    expect(await found({ type: 'suggestion', categoryCode: 'traffic.bus', state: 'dispatched' })).toEqual([
      '公交改线建议',
    ]);
    expect(await found({ departmentId: at.house.department('bus').id })).toEqual(['公交改线建议']);
  });

  it('by the days on which it came', async () => {
    at.house.at('2026-09-16 08:00');
    await at.people.register({ title: '十六日的来电' });
    at.house.at('2026-09-17 08:00');
    await at.people.register({ title: '十七日的来电' });
    const day = { from: '2026-09-16T00:00:00+08:00', to: '2026-09-17T00:00:00+08:00' };
    expect(await found(day)).toEqual(['十六日的来电']);
    expect(await found({ from: '0001-01-01T00:00:00Z', to: '0001-01-02T00:00:00Z' })).toEqual([]);
  });
});

describe('what search keeps of a ticket', () => {
  const place = { categoryCode: 'traffic.bus', areaCode: 'east-1' };

  it('follows its registration, and what the queue lost of it the sweep brings', async () => {
    const agent = await at.house.as('agent');
    const body = { ...ordinary, title: '铜雀台石狮被盗' };
    const { id, number } = await agent.call('POST /api/tickets', { body });
    expect(await found({ number })).toEqual([body.title]);
    await at.house.settle();
    expect(await found({ q: '石狮' })).toEqual([body.title]);
    const { sql } = at.house.database;
    await sql.query('DELETE FROM intake.search_document WHERE ticket_id = $1', [id]);
    await sql.query('UPDATE ticket.ticket SET searched_version = 0 WHERE id = $1', [id]);
    expect([await found({ number }), await found({ q: '石狮' })]).toEqual([[body.title], []]);
    at.house.clock.advance(60_000);
    await at.house.house.sweeper.sweep();
    await at.house.settle();
    expect(await found({ q: '石狮' })).toEqual([body.title]);
  });

  it('finds its words within the class it has, and after an edit within the new one alone', async () => {
    const { id, version } = await at.people.register({ title: '候车亭玻璃碎裂', ...place });
    const whole = { q: '玻璃', type: 'help', urgency: 'normal', channel: 'phone', ...place };
    expect(await found(whole)).toEqual(['候车亭玻璃碎裂']);
    const agent = await at.house.as('agent');
    const headers = { 'if-match': `"${version}"` };
    await agent.call('PATCH /api/tickets/:id', { params: { id }, body: { categoryCode: 'city.waste' }, headers });
    await at.house.settle();
    expect(await found(whole)).toEqual([]);
    expect(await found({ ...whole, categoryCode: 'city.waste' })).toEqual(['候车亭玻璃碎裂']);
  });

  it('was given its class where it was kept before classes were, as it would be kept now', async () => {
    const { id } = await at.people.register({ title: '渡船停航未公告', ...place });
    const { sql, dataSource } = at.house.database;
    const kept = () =>
      sql.one<{ grams: number[] }>('SELECT grams FROM intake.search_document WHERE ticket_id = $1', [id]);
    const now = await kept();
    const before = now?.grams.slice(0, -5);
    await sql.query('UPDATE intake.search_document SET grams = $2 WHERE ticket_id = $1', [id, before]);
    await dataSource.transaction((manager) => new ClassMarks1796000000058().up(manager.queryRunner as QueryRunner));
    expect(await kept()).toEqual(now);
  });
});

describe('a word that stands in tickets of many months', () => {
  /** All titles, page by page, and how many pages they took. */
  async function pages(body: Record<string, unknown>, role: 'agent' | 'handler' = 'agent') {
    const client = await at.house.as(role, role === 'handler' ? 'urban' : undefined);
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.call('POST /api/tickets/search', { body: { limit: 2, ...body, cursor } });
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return titles;
  }

  it('brings each of them once, in the order of time from either end, to whoever may see it', async () => {
    const told: string[] = [];
    const { database } = at.house;
    await ensurePartitions(database.sql, new Date('2026-01-01T00:00:00Z'), new Date('2026-12-01T00:00:00Z'));
    for (const [index, month] of ['01', '02', '04', '07', '09', '10', '11'].entries()) {
      at.house.at(`2026-${month}-06 09:00`);
      const title = `檐角风铃丢失之${index}`;
      await at.people.register({ title, categoryCode: index % 2 ? 'city.waste' : 'school.fees' });
      told.push(title);
    }
    expect(await pages({ q: '风铃', sort: 'registeredAt' })).toEqual(told);
    expect(await pages({ q: '风铃' })).toEqual(told.toReversed());
    expect(await pages({ q: '风铃', categoryCode: 'school.fees' })).toEqual([told[6], told[4], told[2], told[0]]);
    expect(await pages({ q: '风铃', sort: 'dueAt' })).toEqual(told);
    const agent = await at.house.as('agent');
    const { count } = await agent.call('POST /api/tickets/search', { body: { q: '风铃', count: true } });
    expect(count).toEqual({ count: 7, exact: true });
    expect(await pages({ q: '檐角 丢失' }, 'handler')).toEqual([told[5], told[3], told[1]]);
  });

  it('brings an area’s closed ones past those that are open yet, and none of another area', async () => {
    const closed: string[] = [];
    for (const [index, areaCode] of ['east-1', 'east-2', 'east-1', 'east-1', 'east-1'].entries()) {
      at.house.at(`2026-09-2${index} 09:00`);
      const title = `砖塔剥落之${index}`;
      await at.people.bring(index === 4 ? 'handling' : 'closed', { title, areaCode });
      if (areaCode === 'east-1' && index < 4) closed.push(title);
    }
    const asked = { q: '砖塔', state: 'closed', areaCode: 'east-1' };
    expect(await pages({ ...asked, sort: 'registeredAt' })).toEqual(closed);
    expect(await pages(asked)).toEqual(closed.toReversed());
    expect(await pages({ ...asked, q: '砖桥' })).toEqual([]);
  });
});

describe('a number that calls', () => {
  it('brings up everybody who gave it, masked, with their earlier tickets newest first', async () => {
    const phone = '13900001111';
    await at.people.register({ title: '先来的', citizen: { name: '李雷', phone } });
    at.house.clock.advance(1_000);
    await at.people.register({ title: '后来的', citizen: { name: '韩梅梅', phone: '139-0000 1111' } });
    const agent = await at.house.as('agent');
    const { contacts, tickets, count } = await agent.call('POST /api/citizens/search', { body: { phone } });
    expect(contacts.map(({ name, phone: masked }) => [name, masked]).sort()).toEqual([
      ['李*', '139****1111'],
      ['韩**', '139****1111'],
    ]);
    expect(tickets.map(({ title }) => title)).toEqual(['后来的', '先来的']);
    expect(count).toEqual({ count: 2, exact: true });
    expect(await found({ phone })).toEqual(['后来的', '先来的']);
  });

  it('is stored nowhere that can be read without the key', async () => {
    const phone = '13700002222';
    await at.people.register({ citizen: { name: '欧阳不透露', phone, address: '秘密小区一号' } });
    const tables = await at.house.database.sql.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema IN ('ticket', 'intake', 'routing', 'deadlines', 'satisfaction') AND table_type = 'BASE TABLE'`,
      [],
    );
    for (const { name } of tables) {
      const leak = await at.house.database.sql.one<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${name} t WHERE row_to_json(t)::text ~ $1`,
        [`${phone}|欧阳不透露|秘密小区`],
      );
      expect([name, leak?.n]).toEqual([name, 0]);
    }
  });

  it('finds nobody when nobody gave it', async () => {
    const agent = await at.house.as('agent');
    const none = await agent.call('POST /api/citizens/search', { body: { phone: '10000000000' } });
    expect(none).toEqual({ contacts: [], tickets: [], count: { count: 0, exact: true }, restriction: null });
    expect(ordinary.citizen.phone).not.toBe('10000000000');
  });
});
