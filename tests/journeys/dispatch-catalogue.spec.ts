import { Recomputer } from '#deadlines/recomputer';
import type { RouteRequest } from '#http-api/routes';
import { leadOf, type Registration, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

/** Monday. */
const at = hotline({ now: '2026-03-02T10:00:00+08:00' });
beforeEach(() => at.house.at('2026-03-02 10:00'));

type Rule = NonNullable<RouteRequest<'POST /api/dispatch-rules'>['body']>;
type Said = Omit<Rule, 'leadId' | 'coHandlerIds'> & { lead: string; help?: readonly string[] };

const bodyOf = ({ lead, help = [], ...rule }: Said): Rule => ({
  ...rule,
  leadId: at.house.department(lead).id,
  coHandlerIds: help.map((code) => at.house.department(code).id),
});
const add = async (said: Said) => (await at.house.as('admin')).call('POST /api/dispatch-rules', { body: bodyOf(said) });
const refused = async (said: Said) =>
  (await at.house.as('admin')).refusal('POST /api/dispatch-rules', { body: bodyOf(said) });
const end = async (id: string, validTo: string) => {
  const admin = await at.house.as('admin');
  return admin.refusal('PATCH /api/dispatch-rules/:id', { params: { id }, body: { validTo } });
};

const leadFor = async (given: Partial<Registration>): Promise<string> => {
  const { lead } = await at.people.register(given);
  return at.house.department(lead?.id ?? '').code;
};
const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
const dispatchLine = async ({ id }: TicketView) => {
  const { items } = await (await at.house.as('dispatcher')).call('GET /api/tickets/:id/history', { params: { id } });
  return items.find(({ name }) => name === 'dispatch');
};

describe('a row of the dispatch catalogue', () => {
  it('is for what its conditions say, and the ticket keeps by which version it went where, and on what basis', async () => {
    const said = { categoryCode: 'city.drains', keywords: ['井盖', '窨井'], types: ['help' as const] };
    const rule = await add({
      ...said,
      lead: 'water-bureau',
      help: ['urban'],
      basis: '《城镇排水与污水处理条例》第四十一条',
    });
    expect(rule).toMatchObject({ version: 1, state: 'in-force', category: { name: '下水道与井盖' } });
    const ticket = await at.people.register({ categoryCode: 'city.drains', title: '窨井冒水' });
    expect(ticket).toMatchObject({ lead: { id: at.house.department('water-bureau').id } });
    expect(ticket.assignments).toHaveLength(2);
    expect(await leadFor({ categoryCode: 'city.drains', title: '窨井冒水', type: 'complaint' })).toBe('urban');
    expect(await leadFor({ categoryCode: 'city.drains' })).toBe('urban');
    await add({ ...said, lead: 'housing' });
    expect(await leadFor({ categoryCode: 'city.drains', title: '井盖缺失' })).toBe('housing');
    expect(await dispatchLine(ticket)).toMatchObject({
      data: {
        ruleId: rule.id,
        ruleVersion: 1,
        because: '派单目录：下水道与井盖 × 关键词“井盖、窨井” × 适用诉求类型“求助”',
        basis: '《城镇排水与污水处理条例》第四十一条',
      },
    });
    const dispatcher = await at.house.as('dispatcher');
    const kept = await dispatcher.call('GET /api/dispatch-rules/:id', { params: { id: rule.id } });
    expect(kept).toMatchObject({ state: 'past', validTo: '2026-03-02', lead: { name: '水利局' } });
    const { items } = await dispatcher.call('GET /api/dispatch-rules', { query: { seriesId: rule.seriesId } });
    expect(items.map(({ version }) => version).sort()).toEqual([1, 2]);
  });

  it('raises the urgency of what it is for, which clocks and searches follow, and never lowers it', async () => {
    await add({ categoryCode: 'utility.gas', keywords: ['泄漏'], urgency: 'urgent', lead: 'gas' });
    const leak = { categoryCode: 'utility.gas', title: '楼道闻到燃气泄漏' };
    const ticket = await at.people.register(leak);
    expect(ticket).toMatchObject({ urgency: 'urgent', state: 'dispatched', dueAt: shanghai('2026-03-03 10:00') });
    expect(ticket.clocks.find(({ kind }) => kind === 'dispatch')).toMatchObject({ state: 'met', generation: 1 });
    const { items } = await (
      await at.house.as('agent')
    ).call('POST /api/tickets/search', { body: { q: '楼道闻到', urgency: 'urgent' } });
    expect(items.map(({ id }) => id)).toEqual([ticket.id]);
    expect(await at.people.register({ ...leak, urgency: 'critical' })).toMatchObject({ urgency: 'critical' });
    expect(await at.people.register({ ...leak, title: '燃气表更换' })).toMatchObject({ urgency: 'normal' });
  });

  it('counts for who dispatches by hand to the lead that it names, and not for another', async () => {
    await add({ categoryCode: 'utility.power', urgency: 'urgent', lead: 'power', basis: '《电力法》' });
    const held = () => at.people.register({ categoryCode: 'utility.power', hold: true });
    const leadId = at.house.department('power').id;
    const ticket = await at.people.change('dispatcher', 'dispatch', await held(), { leadId, note: '请优先' });
    expect(ticket).toMatchObject({ urgency: 'urgent', lead: { id: leadId } });
    expect(await dispatchLine(ticket)).toMatchObject({ data: { ruleVersion: 2, basis: '《电力法》', note: '请优先' } });
    const other = { leadId: at.house.department('housing').id };
    const byHand = await at.people.change('dispatcher', 'dispatch', await held(), other);
    expect(byHand).toMatchObject({ urgency: 'normal', lead: { id: other.leadId } });
    expect((await dispatchLine(byHand))?.data).not.toHaveProperty('ruleId');
  });

  it('gives the limits of another type, for finish, extension and promise, and these follow a changed limit', async () => {
    await add({ categoryCode: 'trade.food', limitClass: 'complaint', lead: 'market' });
    const ticket = await at.people.sign(await at.people.register({ categoryCode: 'trade.food' }));
    expect(ticket).toMatchObject({
      type: 'help',
      limitClass: 'complaint',
      dueAt: shanghai('2026-03-16 18:00'),
      promisedAt: shanghai('2026-03-18 18:00'),
    });
    const [admin, source] = [await at.house.as('admin'), '测试'];
    const limit = { type: 'complaint', clock: 'finish', unit: 'working-days', source } as const;
    await admin.call('POST /api/time-limits', { body: { ...limit, amount: 8 } });
    at.house.at('2026-03-02 10:05');
    await at.house.app.get(Recomputer, { strict: false }).run();
    expect(await at.people.now(ticket.id)).toMatchObject({ dueAt: shanghai('2026-03-12 18:00') });
    expect(await at.people.register({ categoryCode: 'trade.food', type: 'praise' })).toMatchObject({
      limitClass: null,
    });
  });

  it('is refused where a ticket could be for it and for another that is as specific, with both named', async () => {
    const waste = { categoryCode: 'rural.subsidy', areaCode: 'east' };
    await add({ ...waste, keywords: ['补贴'], lead: 'agriculture' });
    const other = { ...waste, keywords: ['社保卡'], lead: 'labour' };
    const { status, detail } = await refused(other);
    expect([status, detail]).toEqual([
      409,
      '有的工单同时符合“惠农补贴 × 东城街道 × 关键词‘社保卡’”（第1版，主办人力资源和社会保障局）和' +
        '“惠农补贴 × 东城街道 × 关键词‘补贴’”（第1版，主办农业农村委员会），且同样具体，无法确定派给谁。' +
        '请修改条件，或给两条填写不同的优先序',
    ]);
    const both = { categoryCode: 'rural.subsidy', areaCode: 'east-1', title: '社保卡没有收到补贴' };
    expect(await leadFor(both)).toBe('agriculture');
    await add({ ...other, precedence: 10 });
    expect(await leadFor(both)).toBe('labour');
    await add({ ...waste, types: ['consultation'], lead: 'agriculture' });
    expect((await refused({ ...waste, types: ['help', 'consultation'], lead: 'labour' })).status).toBe(409);
    expect(await add({ ...waste, types: ['help'], lead: 'labour' })).toMatchObject({ version: 1 });
  });

  it('may become one for other tickets: the next version of the same row, in the log with what it was', async () => {
    const first = await add({ categoryCode: 'work.wages', keywords: ['工地'], lead: 'housing' });
    const said = { categoryCode: 'work.wages', keywords: ['工地', '包工头'], lead: 'housing', precedence: 7 };
    const second = await add({ ...said, replaces: first.id });
    expect(second).toMatchObject({ seriesId: first.id, version: 2 });
    const { items } = await (
      await at.house.as('quality')
    ).call('GET /api/admin-events', { query: { subject: 'dispatch-rule', subjectId: first.id } });
    expect(
      items.map(({ action, before, after }) => [action, before?.['keywords'] ?? null, after?.['keywords']]),
    ).toEqual([
      ['edit', ['工地'], ['包工头', '工地']],
      ['create', null, ['工地']],
    ]);
    expect(await leadFor({ categoryCode: 'work.wages', title: '包工头拖欠工资' })).toBe('housing');
  });

  it('to come stays when the one in force is corrected, and begins on its day', async () => {
    const place = { categoryCode: 'school.enrol', areaCode: 'west' };
    await add({ ...place, lead: 'culture' });
    const planned = await add({ ...place, lead: 'service-centre', validFrom: '2026-03-10' });
    expect(planned).toMatchObject({ version: 2, state: 'planned' });
    expect(await add({ ...place, lead: 'education' })).toMatchObject({ version: 3, validTo: '2026-03-10' });
    const west = { ...place, areaCode: 'west-1' };
    expect(await leadFor(west)).toBe('education');
    at.house.at('2026-03-10 00:00');
    expect(await leadFor(west)).toBe('service-centre');
  });

  it('begins no earlier than today and ends after it begins', async () => {
    const place = { categoryCode: 'school.fees', lead: 'education' };
    expect(await refused({ ...place, validFrom: '2026-03-01' })).toMatchObject({
      status: 400,
      detail: '启用日期不能早于今天',
    });
    expect(await refused({ ...place, validTo: '2026-03-02' })).toMatchObject({ status: 400 });
    expect(await refused({ ...place, help: ['education'] })).toMatchObject({
      status: 400,
      detail: '主办单位不能同时是协办单位',
    });
    expect(await refused({ ...place, replaces: 'nobody' })).toMatchObject({ status: 404 });
  });

  it('that has ended is not made valid again beside the one that follows it', async () => {
    const first = await add({ categoryCode: 'care.hygiene', areaCode: 'north', lead: 'health' });
    await add({ categoryCode: 'care.hygiene', areaCode: 'north', lead: 'urban' });
    expect(await end(first.id, '2026-12-31')).toMatchObject({ status: 409 });
  });
});

describe('what no row names', () => {
  const nothing = { categoryCode: undefined };

  it('goes to the fall-back owner of the nearest area', async () => {
    await add({ areaCode: 'district', lead: 'urban' });
    await add({ areaCode: 'river', lead: 'town-river' });
    expect(await leadFor({ ...nothing, areaCode: 'river-1' })).toBe('town-river');
    expect(await leadFor({ ...nothing, areaCode: 'east-1' })).toBe('urban');
    expect(await leadFor({ ...nothing, areaCode: undefined, address: '区政府门口' })).toBe('service-centre');
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/dispatch-rules', { query: { fallBack: 'true', state: 'in-force' } });
    expect(items.map(({ area, lead }) => `${area?.name ?? '全部'} ${lead.name}`)).toEqual([
      '全部 政务服务管理办公室',
      '全区 城市管理局',
      '临江镇 临江镇人民政府',
    ]);
  });

  it('never goes to a town by that where a bureau is responsible, even when the bureau was right to return it', async () => {
    const ticket = await at.people.register({ categoryCode: 'nature.river', areaCode: 'river-1' });
    expect(at.house.department(leadOf(ticket).departmentId).code).toBe('water-bureau');
    const again = await at.people.decide(await at.people.giveBack(ticket), 'uphold');
    expect(at.house.department(leadOf(again).departmentId).code).toBe('environment');
    await add({ categoryCode: 'nature', lead: 'water-bureau', validFrom: '2026-03-03' });
    at.house.at('2026-03-03 10:00');
    const alone = await at.people.register({ categoryCode: 'nature.river', areaCode: 'river-1' });
    const fallen = await at.people.decide(await at.people.giveBack(alone), 'uphold');
    expect(at.house.department(leadOf(fallen).departmentId).code).toBe('urban');
  });

  it('has somebody on every day: its owner is neither ended nor given a last day nor used for something else', async () => {
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/dispatch-rules', { query: { fallBack: 'true', state: 'in-force' } });
    const owner = items.find(({ areaCode }) => areaCode === null);
    const detail = expect.stringContaining('兜底承办单位不能空缺') as string;
    expect(await end(owner?.id ?? '', '2026-05-01')).toMatchObject({ status: 409, detail });
    expect(await refused({ lead: 'urban', validTo: '2026-05-01' })).toMatchObject({ status: 409, detail });
    const other = { lead: 'urban', categoryCode: 'city.lamps', replaces: owner?.id };
    expect(await refused(other)).toMatchObject({ status: 409, detail });
  });
});

describe('a town', () => {
  it('is not the default of a departmental matter, whatever the condition, nor of everything', async () => {
    expect(await refused({ categoryCode: 'city.noise', lead: 'town-east' })).toMatchObject({
      status: 400,
      detail:
        '“施工与生活噪声”由“生态环境局”承办，属部门事项，不能默认派给乡镇街道“东城街道办事处”；确属属地事项的，请限定区域',
      errors: [{ path: 'leadId' }],
    });
    const below = await refused({ categoryCode: 'city.stalls', keywords: ['夜市'], lead: 'town-east' });
    expect(below).toMatchObject({
      status: 400,
      detail: expect.stringContaining('“市容市政”由“城市管理局”承办') as string,
    });
    expect(await refused({ lead: 'town-east' })).toMatchObject({
      status: 400,
      detail: '“东城街道办事处”是乡镇街道，不能作全部事项的兜底承办单位；请限定区域，或改由部门承办',
    });
  });

  it('has matters of its own place, and those that name it', async () => {
    await add({ categoryCode: 'city.stalls', areaCode: 'east', lead: 'town-east' });
    expect(await leadFor({ categoryCode: 'city.stalls', areaCode: 'east-2' })).toBe('town-east');
    await add({ keywords: ['南湖镇'], lead: 'town-south' });
    expect(
      await leadFor({ categoryCode: undefined, areaCode: undefined, address: '集市', content: '南湖镇集市的事' }),
    ).toBe('town-south');
  });
});

describe('the list of the catalogue', () => {
  it('is narrowed by category, area, department and standing, in the order of categories', async () => {
    const dispatcher = await at.house.as('dispatcher');
    const of = async (query: RouteRequest<'GET /api/dispatch-rules'>['query']) =>
      (await dispatcher.call('GET /api/dispatch-rules', { query: { state: 'in-force', limit: 200, ...query } })).items;
    const home = await of({ categoryCode: 'home' });
    expect(home.map(({ categoryCode }) => categoryCode)).toEqual(['home', 'home.deed', 'home.illegal', 'home.lift']);
    const police = await of({ departmentId: at.house.department('traffic-police').id });
    expect(police.map(({ category }) => category?.name)).toEqual(['停车与违停']);
    expect((await of({ areaCode: 'valley' })).map(({ lead }) => lead.name)).toEqual(['青谷乡人民政府']);
    expect(await of({ departmentId: 'nobody' })).toEqual([]);
    const pages: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = { limit: 7, ...(cursor && { cursor }) };
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(query);
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual((await pageOf({ limit: 200 })).items.map(({ id }) => id));

    function pageOf(query: RouteRequest<'GET /api/dispatch-rules'>['query']) {
      return dispatcher.call('GET /api/dispatch-rules', { query });
    }
  });
});
