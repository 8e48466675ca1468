import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { IssueGrouping } from '#intake/issues/issue-grouping';
import type { House } from '#platform/house';
import { HouseClient } from '#testing/house-client';
import { until } from '#testing/until';
import { hotline } from './support/hotline';

const at = hotline();

type Broadcast = RouteAnswer<'GET /api/broadcasts/:id'>;
type Body = NonNullable<RouteRequest<'POST /api/broadcasts'>['body']>;

const lead = () => at.house.as('shift-lead');
const agent = () => at.house.as('agent');
const hoursFromNow = (hours: number) => new Date(at.house.clock.now().getTime() + hours * 3_600_000).toISOString();
const said = (given: Partial<Body> = {}): Body => ({
  title: '东城片区停水口径',
  text: '因管网抢修，东城片区今日停水，预计二十二时恢复。',
  validTo: hoursFromNow(12),
  ...given,
});
const publish = async (given: Partial<Body> = {}): Promise<Broadcast> =>
  (await lead()).call('POST /api/broadcasts', { body: said(given) });
const ifMatch = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });
const withdraw = async (broadcast: Broadcast): Promise<Broadcast> =>
  (await lead()).call('POST /api/broadcasts/:id/withdraw', {
    params: { id: broadcast.id },
    body: {},
    headers: ifMatch(broadcast),
  });
const inForce = async (client: HouseClient): Promise<string[]> =>
  (await client.call('GET /api/broadcasts', { query: { state: 'in-force', limit: 200 } })).items.map(({ id }) => id);

describe('what everybody is to answer', () => {
  const pages: AbortController[] = [];
  afterEach(() => pages.splice(0).forEach((page) => page.abort()));

  /** Words that a page has heard on its stream, from when this answers. */
  async function page({ url, token }: HouseClient): Promise<{ text: string }> {
    const open = new AbortController();
    pages.push(open);
    const headers = { authorization: `Bearer ${token ?? ''}` };
    const { body } = await fetch(`${url}/api/events`, { headers, signal: open.signal });
    const heard = { text: '' };
    void hear(body as ReadableStream<Uint8Array>, heard);
    await hears(heard, ': open');
    return heard;
  }

  async function hear(body: ReadableStream<Uint8Array>, heard: { text: string }): Promise<void> {
    const words = new TextDecoder();
    try {
      for await (const chunk of body) heard.text += words.decode(chunk, { stream: true });
    } catch {
      // The page was closed.
    }
  }

  const hears = (heard: { text: string }, word: string, withinMs?: number) =>
    until(() => Promise.resolve(heard.text.includes(word) ? '' : `a word of ${word}`), withinMs);

  let beside: House;
  beforeAll(async () => (beside = await at.house.beside()));
  afterAll(() => beside.close());

  it('reaches every agent within two seconds, whichever process they listen to, as an id and nothing else', async () => {
    const here = await page(await agent());
    const there = await page(new HouseClient(beside.url, (await at.house.as('callback')).token));
    const department = await page(await at.house.as('handler', 'urban'));
    const broadcast = await publish();
    await Promise.all(
      [here, there].map((each) => hears(each, `event: broadcasts\ndata: {"ids":["${broadcast.id}"]}`, 2_000)),
    );
    expect(here.text + there.text).not.toContain('停水');
    expect(await inForce(new HouseClient(beside.url, (await agent()).token))).toContain(broadcast.id);
    const ticket = await at.people.register({ categoryCode: 'city.waste' });
    await hears(department, ticket.id);
    expect(department.text).not.toContain('broadcasts');
  });

  it('is heard of again when it is changed and when it is withdrawn, and a page that was away finds it in the list', async () => {
    let broadcast = await publish();
    expect(await inForce(await agent())).toContain(broadcast.id);
    const here = await page(await agent());
    broadcast = await (
      await lead()
    ).call('PUT /api/broadcasts/:id', {
      params: { id: broadcast.id },
      body: said({ text: '预计二十三时恢复。' }),
      headers: ifMatch(broadcast),
    });
    await hears(here, broadcast.id);
    here.text = '';
    await withdraw(broadcast);
    await hears(here, broadcast.id);
    expect(await inForce(await agent())).not.toContain(broadcast.id);
  });
});

describe('a broadcast answer', () => {
  it('begins and ends by itself', async () => {
    const broadcast = await publish({ validFrom: hoursFromNow(2), validTo: hoursFromNow(5) });
    const state = async () => (await (await agent()).call('GET /api/broadcasts/:id', { params: broadcast })).state;
    const seen = [await state()];
    for (const hours of [2, 3]) {
      at.house.clock.advance(hours * 3_600_000);
      seen.push(await state());
    }
    expect(seen).toEqual(['upcoming', 'in-force', 'over']);
  });

  it('is read by each agent, and a new version anew', async () => {
    let broadcast = await publish();
    const read = async (role: 'agent' | 'shift-lead', { version }: { version: number }) =>
      (await at.house.as(role)).call('POST /api/broadcasts/:id/acknowledge', {
        params: { id: broadcast.id },
        body: { version },
      });
    expect(broadcast).toMatchObject({ readAt: null, readers: 0 });
    await read('agent', broadcast);
    const twice = await read('agent', broadcast);
    expect(twice).toMatchObject({ readAt: at.house.clock.now().toISOString(), readers: 1 });
    expect(await read('shift-lead', broadcast)).toMatchObject({ readers: 2, agents: twice.agents });
    const params = { id: broadcast.id };
    const readings = async () => (await (await lead()).call('GET /api/broadcasts/:id/readings', { params })).items;
    expect((await readings()).map(({ version }) => version)).toEqual([1, 1]);
    broadcast = await (
      await lead()
    ).call('PUT /api/broadcasts/:id', {
      params,
      body: said({ text: '已提前恢复供水。' }),
      headers: ifMatch(broadcast),
    });
    expect(broadcast).toMatchObject({ version: 2, readers: 0, readAt: null });
    await expect(read('agent', { version: 1 })).rejects.toMatchObject({ code: 'version-conflict' });
    const { items } = await (await agent()).call('GET /api/broadcasts/:id/versions', { params });
    expect(items.map(({ version, text }) => [version, text])).toEqual([
      [2, '已提前恢复供水。'],
      [1, said().text],
    ]);
  });

  it('is an event each time, with what it was and is', async () => {
    const broadcast = await publish();
    await withdraw(broadcast);
    const query = { subjectId: broadcast.id };
    const { items } = await (await at.house.as('admin')).call('GET /api/admin-events', { query });
    expect(items).toMatchObject([
      { action: 'withdraw', before: { isWithdrawn: false }, after: { isWithdrawn: true } },
      { action: 'create', before: null, after: { title: said().title, text: said().text, version: 1 } },
    ]);
  });

  it('is withdrawn once, and changed at the version that was read', async () => {
    const broadcast = await publish();
    const params = { id: broadcast.id };
    await withdraw(broadcast);
    const change = { params, body: said(), headers: ifMatch(broadcast) };
    expect(await (await lead()).refusal('PUT /api/broadcasts/:id', change)).toMatchObject({ detail: '该口径已撤回' });
    const stale = { ...change, headers: ifMatch({ version: 7 }) };
    expect(await (await lead()).refusal('PUT /api/broadcasts/:id', stale)).toMatchObject({ code: 'version-conflict' });
  });

  it('is refused for what is over, turned round, of nothing, or said by whom it is not theirs to say', async () => {
    const refused = async (given: object) =>
      (await (await lead()).refusal('POST /api/broadcasts', { body: { ...said(), ...given } })).errors?.map(
        ({ path }) => path,
      );
    expect(await refused({ validTo: hoursFromNow(-1) })).toEqual(['validTo']);
    expect(await refused({ validFrom: hoursFromNow(5), validTo: hoursFromNow(4) })).toEqual(['validTo']);
    expect(await refused({ categoryCode: 'nothing' })).toEqual(['categoryCode']);
    expect(await refused({ areaCode: 'nowhere' })).toEqual(['areaCode']);
    expect(await refused({ issueId: 'nothing' })).toEqual(['issueId']);
    expect(await refused({ title: ' ' })).toEqual(['title']);
    expect(await (await agent()).refusal('POST /api/broadcasts', { body: said() })).toMatchObject({ status: 403 });
    const urban = await at.house.as('handler', 'urban');
    expect(await urban.refusal('GET /api/broadcasts')).toMatchObject({ status: 403 });
  });
});

describe('while a matter is typed', () => {
  const fitting = async (body: NonNullable<RouteRequest<'POST /api/broadcasts/suggest'>['body']>) =>
    (await (await agent()).call('POST /api/broadcasts/suggest', { body })).items.map(({ broadcast, reasons }) => ({
      title: broadcast.title,
      reasons,
    }));

  it('what fits its class, its place or its words is shown, and nothing else', async () => {
    await publish({ title: '垃圾清运延迟口径', text: '因车辆检修，清运顺延一日。', categoryCode: 'city' });
    await publish({ title: '社保卡补办口径', text: '可在线补办社保卡。', areaCode: 'west' });
    expect(await fitting({ title: '楼下很脏', categoryCode: 'city.waste', areaCode: 'east-1' })).toEqual([
      { title: '垃圾清运延迟口径', reasons: ['同一事项分类：市容市政'] },
    ]);
    expect(await fitting({ title: '社保卡补办在哪里' })).toEqual([{ title: '社保卡补办口径', reasons: ['用词相近'] }]);
    expect(await fitting({ title: '博物馆几点开门' })).toEqual([]);
  });

  it('what is said of a hot issue is shown for whatever would be one more of it, and its department reads it', async () => {
    const titles = ['学府路地铁施工夜间噪声', '学府路地铁施工夜间噪声', '学府路地铁施工夜间噪声'];
    for (const title of titles) await at.people.register({ title, content: '连续三晚无法入睡' });
    await at.house.app.get(IssueGrouping).sort();
    const dispatcher = await at.house.as('dispatcher');
    const { items } = await dispatcher.call('GET /api/issues');
    const found = items.find(({ title }) => title === titles[0]);
    const params = { id: found?.id ?? '' };
    const headers = ifMatch(found ?? { version: 0 });
    await dispatcher.call('POST /api/issues/:id/name', { params, body: { name: '学府路夜间施工' }, headers });
    await publish({ title: '地铁施工', text: '已责令二十二时后停工。', issueId: params.id });
    expect(await fitting({ title: '学府路地铁施工夜间噪声太大', content: '', areaCode: 'east-1' })).toEqual([
      { title: '地铁施工', reasons: expect.arrayContaining(['同一热点：学府路夜间施工']) as string[] },
    ]);
    const urban = await at.house.as('handler', 'urban');
    expect(await urban.call('GET /api/issues/:id', { params })).toMatchObject({
      answer: { text: '已责令二十二时后停工。', version: 1 },
    });
  });
});
