import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { hotline } from './support/hotline';

const at = hotline();

type Asked = NonNullable<RouteRequest<'POST /api/tickets/similar'>['body']>;
type LookAlike = RouteAnswer<'POST /api/tickets/similar'>['items'][number];

const lookAlikes = async (body: Asked): Promise<LookAlike[]> =>
  (await (await at.house.as('agent')).call('POST /api/tickets/similar', { body })).items;
const titles = async (body: Asked): Promise<string[]> => (await lookAlikes(body)).map(({ ticket }) => ticket.title);

const lamp = { title: '滨河路二号楼前路灯不亮', content: '晚上漆黑一片，老人出行不便' };
const told = { title: '路灯不亮，滨河路二号楼附近', content: '路灯坏了好几天' };

describe('while a matter is being typed', () => {
  it('the ticket about the same is shown first, with how alike it is and why', async () => {
    const { id, number } = await at.people.register(lamp);
    await at.people.register({ title: '松林小区井盖缺失', content: '有人差点掉下去' });
    at.house.clock.advance(3 * 86_400_000);
    const [first] = await lookAlikes(told);
    expect(first?.ticket).toEqual({ id, number, title: lamp.title, state: 'dispatched' });
    expect(first?.score).toBeGreaterThan(0.3);
    expect(first?.score).toBeLessThan(1);
    expect(first?.reasons).toEqual(['相同用词：滨河路二号楼、路灯不亮', '3天前登记']);
    expect(await titles(told)).not.toContain('松林小区井盖缺失');
  });

  it('the same place, number, class and area each raise it and are told', async () => {
    const address = '渡口巷十七号三单元';
    const phone = '13900007777';
    const place = { categoryCode: 'city.waste', areaCode: 'east-1', address };
    await at.people.register({ title: '渡口巷下水道堵塞', content: '', ...place, citizen: { name: '何平', phone } });
    const words = { title: '渡口巷下水道堵塞冒水' };
    const [plain] = await lookAlikes(words);
    const [all] = await lookAlikes({ ...words, ...place, phone });
    expect(all?.score).toBeGreaterThan(plain?.score ?? 1);
    expect(all?.reasons.slice(0, 4)).toEqual(['同一地点', '同一号码来电', '同一事项分类', '同一区域']);
  });

  it('whoever calls again or from the same place is recognised, though the words are others', async () => {
    const phone = '13900008888';
    const address = '石桥集镇老街四十二号';
    await at.people.register({ title: '窗外鸡鸣太早', content: '', address, citizen: { name: '石英', phone } });
    expect(await titles({ title: '邻居养殖扰民', phone: '139-0000 8888' })).toEqual(['窗外鸡鸣太早']);
    expect(await titles({ title: '公鸡打搅睡眠', address: '石桥集镇老街四十二号' })).toEqual(['窗外鸡鸣太早']);
    expect(await titles({ title: '公鸡打搅睡眠' })).toEqual([]);
  });

  it('shows five at most, and nothing where nothing is alike', async () => {
    for (let index = 0; index < 7; index += 1) await at.people.register({ title: '莲塘村口公交站牌倒伏', content: '' });
    expect(await lookAlikes({ title: '莲塘村公交站牌倒伏在路边' })).toHaveLength(5);
    expect(await lookAlikes({ title: '博物馆讲解预约' })).toEqual([]);
    expect(await lookAlikes({ title: '水' })).toEqual([]);
  });

  it('what has ended is earlier history, into which nothing can be merged', async () => {
    const open = await at.people.register({ title: '文庙街牌坊彩灯短路', content: '昨晚开始的' });
    await at.people.bring('closed', { title: '文庙街牌坊彩灯短路冒烟', content: '昨晚开始的' });
    const gone = await at.people.register({ title: '文庙街牌坊彩灯短路（重复）', content: '昨晚开始的' });
    await at.people.change('supervisor', 'void', gone, { reason: '误录' });
    const found = await lookAlikes({ title: '文庙街牌坊彩灯短路' });
    expect(found.map(({ ticket, joinable }) => [ticket.state, joinable])).toEqual([
      ['dispatched', true],
      ['closed', false],
    ]);
    expect(found[0]?.ticket.id).toBe(open.id);
  });

  it('those that were merged are one, and it is the one that answers', async () => {
    const master = await at.people.register({ title: '新世纪花园电梯困人', content: '昨晚开始的' });
    const follower = await at.people.register({ title: '新世纪花园三栋电梯困人', content: '昨晚开始的' });
    await at.people.change('dispatcher', 'merge', follower, { intoId: master.id });
    const found = await lookAlikes({ title: '新世纪花园三栋电梯困人' });
    expect(found.map(({ ticket }) => ticket.id)).toEqual([master.id]);
    expect(found[0]).toMatchObject({ joinable: true });
  });

  it('a ticket is not its own look-alike', async () => {
    const { id, title } = await at.people.register({ title: '老粮站宿舍墙体开裂', content: '' });
    expect(await titles({ title })).toEqual([title]);
    expect(await titles({ title, ticketId: id })).toEqual([]);
  });

  it('an edited ticket is found by its new words, and leaves nothing of the old ones', async () => {
    const { id, version } = await at.people.register({ title: '车站广场喷泉漏电', content: '', address: '东门外' });
    const before = await termsOf(id);
    const agent = await at.house.as('agent');
    const headers = { 'if-match': `"${version}"` };
    const body = { title: '体育馆顶棚漏雨', address: '西门内' };
    await agent.call('PATCH /api/tickets/:id', { params: { id }, body, headers });
    await at.house.settle();
    expect(await titles({ title: '车站广场喷泉漏电' })).toEqual([]);
    expect(await titles({ title: '体育馆顶棚漏雨' })).toEqual(['体育馆顶棚漏雨']);
    expect((await termsOf(id)).filter((term) => before.includes(term))).toEqual([]);
  });

  it('older months than the hotline looks back to are left out', async () => {
    await at.people.register({ title: '中心小学校门口积雪', content: '' });
    at.house.clock.advance(26 * 31 * 86_400_000);
    expect(await titles({ title: '中心小学校门口积雪' })).toEqual([]);
  });
});

describe('who may ask for look-alikes', () => {
  it('whoever registers or dispatches, and no department', async () => {
    const handler = await at.house.as('handler', 'urban');
    expect(await handler.refusal('POST /api/tickets/similar', { body: told })).toMatchObject({ status: 403 });
    const dispatcher = await at.house.as('dispatcher');
    expect(await dispatcher.try('POST /api/tickets/similar', { body: told })).toMatchObject({ status: 200 });
  });

  it('and a wrong number or an empty title is told, not searched', async () => {
    const agent = await at.house.as('agent');
    const refusal = await agent.refusal('POST /api/tickets/similar', { body: { title: ' ', phone: '不知道' } });
    expect(refusal).toMatchObject({ status: 400, code: 'invalid' });
    expect(refusal.errors?.map(({ path }) => path).sort()).toEqual(['phone', 'title']);
  });
});

const termsOf = async (id: string): Promise<number[]> => {
  const rows = await at.house.database.sql.query<{ term: number }>(
    'SELECT term FROM ticket.look_alike_term WHERE ticket_id = $1',
    [id],
  );
  return rows.map(({ term }) => term);
};
