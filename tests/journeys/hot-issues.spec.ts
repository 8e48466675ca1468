import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { IssueGrouping } from '#intake/issues/issue-grouping';
import type { Sent } from '#testing/house-client';
import type { Registration, TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

type Issue = RouteAnswer<'GET /api/issues'>['items'][number];
type IssueView = RouteAnswer<'GET /api/issues/:id'>;
type Query = NonNullable<RouteRequest<'GET /api/issues'>['query']>;

/** Sorts what waits, as the house does every few seconds. */
const sort = () => at.house.app.get(IssueGrouping).sort();
const dispatcher = () => at.house.as('dispatcher');
const list = async (query: Query = {}): Promise<Issue[]> =>
  (await (await dispatcher()).call('GET /api/issues', { query: { limit: 200, ...query } })).items;
const one = async (id: string): Promise<IssueView> =>
  (await dispatcher()).call('GET /api/issues/:id', { params: { id } });
const ticketsOf = async (id: string): Promise<string[]> =>
  (await (await dispatcher()).call('GET /api/issues/:id/tickets', { params: { id } })).items.map((each) => each.id);

let phones = 0;
const aPhone = () => `1390000${String((phones += 1)).padStart(4, '0')}`;

/** One more citizen with this matter. */
async function more(title: string, given: Partial<Registration> = {}): Promise<TicketView> {
  const citizen = { name: '何平', phone: aPhone() };
  return at.people.register({ title, content: `${title}，请尽快处理`, citizen, ...given });
}

/** As many citizens with one matter; answers its issue. */
async function hot(title: string, tickets = 3, given: Partial<Registration> = {}): Promise<IssueView> {
  const all: TicketView[] = [];
  for (let index = 0; index < tickets; index += 1) all.push(await more(title, given));
  await sort();
  return one(await issueOf(all[0]?.id ?? ''));
}

async function issueOf(ticketId: string): Promise<string> {
  const row = await at.house.database.sql.one<{ id: string | null }>(
    `SELECT issue_id AS id FROM ticket.issue_member WHERE ticket_id = $1`,
    [ticketId],
  );
  return row?.id ?? '';
}

const ifMatch = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });
type Change = 'name' | 'lead' | 'tickets' | 'remove' | 'split' | 'join' | 'close' | 'reopen';
type ChangeBody<Name extends Change> = NonNullable<RouteRequest<`POST /api/issues/:id/${Name}`>['body']>;

/** What a dispatcher does, at the version they have read. */
async function change<Name extends Change>(name: Name, issue: IssueView, body: ChangeBody<Name>): Promise<IssueView> {
  const sent = { params: { id: issue.id }, body, headers: ifMatch(issue) };
  const route = `POST /api/issues/:id/${name}` as 'POST /api/issues/:id/name';
  return (await dispatcher()).call(route, sent as unknown as Sent<'POST /api/issues/:id/name'>);
}

describe('what many ask about', () => {
  it('becomes one hot issue with its tickets, its people, its days and how it grows', async () => {
    const twice = { citizen: { name: '何平', phone: aPhone() } };
    await more('滨江花园二期整夜停水', twice);
    at.house.clock.advance(86_400_000);
    await more('滨江花园二期整夜停水', twice);
    const issue = await hot('滨江花园二期整夜停水', 2);
    expect(issue).toMatchObject({
      title: '滨江花园二期整夜停水',
      name: null,
      kind: 'spontaneous',
      tickets: 4,
      citizens: 3,
      growth: { value: null, numerator: 4, denominator: 0, days: 7, formula: 'issueGrowth', formulaVersion: 1 },
      days: [
        { day: '2026-09-14', tickets: 1 },
        { day: '2026-09-15', tickets: 3 },
      ],
    });
    expect(await ticketsOf(issue.id)).toHaveLength(4);
    expect((await list()).map(({ id }) => id)).toContain(issue.id);
  });

  it('is shown once enough tickets are about it', async () => {
    const two = await hot('南门菜市场顶棚漏雨', 2);
    expect((await list()).map(({ id }) => id)).not.toContain(two.id);
    await more('南门菜市场顶棚漏雨');
    await sort();
    expect((await list()).find(({ id }) => id === two.id)).toMatchObject({ tickets: 3 });
  });

  it('is near in time and in place, or another matter', async () => {
    const here = await more('夜间渣土车鸣笛扰民', { areaCode: 'east-1', address: '东城街道滨河路' });
    const far = await more('夜间渣土车鸣笛扰民', { areaCode: 'west-1', address: '西山镇矿区公路' });
    await more('夜间渣土车鸣笛扰民', { areaCode: 'east-1', address: '东城街道滨河路' });
    await sort();
    at.house.clock.advance(15 * 86_400_000);
    const late = await more('夜间渣土车鸣笛扰民', { areaCode: 'east-1', address: '东城街道滨河路' });
    await sort();
    expect(await issueOf(here.id)).not.toBe('');
    expect([await issueOf(far.id), await issueOf(late.id)]).toEqual(['', '']);
  });

  it('counts nothing twice when it is sorted twice, and what was voided, withdrawn or merged as it stands then', async () => {
    const issue = await hot('老旧电梯频繁困人故障', 4);
    const [first = '', second = '', third = '', fourth = ''] = await ticketsOf(issue.id);
    await at.house.database.sql.query(`INSERT INTO ticket.issue_owed (ticket_id) SELECT unnest($1::uuid[])`, [
      [first, second, first],
    ]);
    await sort();
    expect(await one(issue.id)).toMatchObject({ tickets: 4, citizens: 4 });
    await at.people.change('supervisor', 'void', { id: first }, { reason: '误录' });
    await at.people.change('agent', 'withdraw', { id: second }, { reason: '已解决' });
    await at.people.change('dispatcher', 'merge', { id: third }, { intoId: fourth });
    await sort();
    expect(await one(issue.id)).toMatchObject({ tickets: 2, citizens: 2, version: issue.version });
  });

  it('is found although the queue was lost: what is owed are rows', async () => {
    const [one1, two] = [await more('体育公园健身器材锈蚀断裂'), await more('体育公园健身器材锈蚀断裂')];
    await at.house.database.sql.query(`UPDATE ticket.ticket SET searched_version = 0 WHERE id = $1`, [two.id]);
    await at.house.database.sql.query(`UPDATE intake.search_document SET version = 0 WHERE ticket_id = $1`, [two.id]);
    await at.house.database.sql.query(`DELETE FROM ticket.issue_owed`);
    at.house.clock.advance(60_000);
    await at.house.house.sweeper.sweep();
    await at.house.settle();
    await sort();
    expect(await issueOf(one1.id)).toBe(await issueOf(two.id));
  });
});

describe('an alert', () => {
  const alertsOf = async (id: string) =>
    (await (await dispatcher()).call('GET /api/issue-alerts', { query: { limit: 200 } })).items.filter(
      ({ issueId }) => issueId === id,
    );
  const rule = async (name: string) => {
    const { items } = await (await dispatcher()).call('GET /api/issue-rules');
    const found = items.find((each) => each.name === name);
    if (!found) throw new Error(`no rule ${name}`);
    return found;
  };

  it('is raised once for a threshold, and once more for a threshold that was changed', async () => {
    const issue = await hot('河道异味鱼群死亡', 6);
    expect(
      (await alertsOf(issue.id)).map((each) => [each.kind, each.numerator, each.denominator, each.threshold]),
    ).toEqual([['growth', 6, 0, 2]]);
    await more('河道异味鱼群死亡');
    await sort();
    expect(await alertsOf(issue.id)).toHaveLength(1);
    const admin = await at.house.as('admin');
    const before = await rule('alertTickets');
    const sent = { params: { name: 'alertTickets' }, body: { value: 7 }, headers: ifMatch(before) };
    expect(await admin.call('PUT /api/issue-rules/:name', sent)).toMatchObject({ version: 2, value: 7 });
    expect((await alertsOf(issue.id)).map(({ kind, value, ruleVersion }) => [kind, value, ruleVersion])).toContainEqual(
      ['tickets', 7, 2],
    );
    expect(await one(issue.id)).toMatchObject({ alerts: ['growth', 'tickets'], growing: true });
    const { items } = await admin.call('GET /api/admin-events', { query: { subjectId: 'alertTickets' } });
    expect(items).toMatchObject([
      { action: 'edit', before: { value: 20 }, after: { value: 7, version: 2 } },
      { action: 'create', before: null, after: { value: 20, version: 1, unit: 'tickets' } },
    ]);
  });

  it('is ruled by an administrator alone, within bounds, at the version that was read', async () => {
    const { version } = await rule('windowDays');
    const sent = { params: { name: 'windowDays' }, body: { value: 10 }, headers: ifMatch({ version }) };
    expect(await (await dispatcher()).refusal('PUT /api/issue-rules/:name', sent)).toMatchObject({ status: 403 });
    const admin = await at.house.as('admin');
    const stale = { ...sent, headers: ifMatch({ version: version + 1 }) };
    expect(await admin.refusal('PUT /api/issue-rules/:name', stale)).toMatchObject({ code: 'version-conflict' });
    for (const value of [0, 91, 1.5]) {
      const refused = await admin.refusal('PUT /api/issue-rules/:name', { ...sent, body: { value } });
      expect(refused).toMatchObject({ status: 400, errors: [{ path: 'value' }] });
    }
    const none = { ...sent, params: { name: 'nothing' } };
    expect(await admin.refusal('PUT /api/issue-rules/:name', none)).toMatchObject({ status: 404 });
  });
});

describe('what a dispatcher does with an issue', () => {
  it('names it, says who leads, and each change is an event with before and after', async () => {
    let issue = await hot('城北片区供暖温度不达标');
    issue = await change('name', issue, { name: '城北供暖', kind: 'monthly' });
    issue = await change('lead', issue, { leadId: at.house.department('urban').id });
    expect(issue).toMatchObject({ name: '城北供暖', title: '城北供暖', kind: 'monthly', lead: { name: '城市管理局' } });
    const { items } = await (
      await at.house.as('admin')
    ).call('GET /api/admin-events', {
      query: { subjectId: issue.id },
    });
    expect(items).toMatchObject([
      { action: 'edit', before: { leadDepartmentId: null }, after: { name: '城北供暖' } },
      { action: 'edit', before: { name: null, kind: 'spontaneous' }, after: { name: '城北供暖', kind: 'monthly' } },
    ]);
    expect((await list({ named: 'true', q: '供暖' })).map(({ id }) => id)).toEqual([issue.id]);
    expect((await list({ kind: 'monthly' })).map(({ id }) => id)).toEqual([issue.id]);
  });

  it('takes a ticket out, which the house then leaves alone, and puts it in again by hand', async () => {
    let issue = await hot('西环路早高峰信号灯失灵');
    const [id = ''] = await ticketsOf(issue.id);
    issue = await change('remove', issue, { ticketIds: [id] });
    expect(issue).toMatchObject({ tickets: 2 });
    await more('西环路早高峰信号灯失灵');
    await at.house.database.sql.query(`INSERT INTO ticket.issue_owed (ticket_id) VALUES ($1)`, [id]);
    await sort();
    expect(await issueOf(id)).toBe('');
    issue = await change('tickets', await one(issue.id), { ticketIds: [id] });
    expect(issue).toMatchObject({ tickets: 4 });
  });

  it('splits some off as another issue', async () => {
    const issue = await hot('步行街下水道外溢污水', 5);
    const ids = (await ticketsOf(issue.id)).slice(0, 2);
    const other = await change('split', issue, { ticketIds: ids, name: '步行街北段污水' });
    expect(other).toMatchObject({ name: '步行街北段污水', tickets: 2 });
    expect(await one(issue.id)).toMatchObject({ tickets: 3 });
    const strange = (await dispatcher()).refusal('POST /api/issues/:id/remove', {
      params: { id: issue.id },
      body: { ticketIds: ids },
      headers: ifMatch(await one(issue.id)),
    });
    expect(await strange).toMatchObject({ errors: [{ path: 'ticketIds.0', message: '该工单不在此热点中' }] });
  });

  it('joins two, and whoever looks for the one is told of the other', async () => {
    const [one1, two] = [await hot('公交12路久等不来'), await hot('社区食堂卫生差有异物')];
    const named = await change('name', two, { name: '合并演示' });
    const joined = await change('join', one1, { intoId: named.id });
    expect(joined).toMatchObject({ id: named.id, tickets: 6, citizens: 6 });
    expect(await one(one1.id)).toMatchObject({ state: 'joined', joinedIntoId: named.id, tickets: 0 });
    const again = (await dispatcher()).refusal('POST /api/issues/:id/close', {
      params: { id: one1.id },
      body: {},
      headers: ifMatch(await one(one1.id)),
    });
    expect(await again).toMatchObject({ status: 409, detail: '该热点已并入其他事项，不再变更' });
  });

  it('closes it: whoever asks the same later begins another issue, until it is followed again', async () => {
    let issue = await hot('网红桥夜间灯光刺眼');
    issue = await change('close', issue, {});
    const late = await more('网红桥夜间灯光刺眼');
    await sort();
    expect([issue.state, await issueOf(late.id)]).toEqual(['closed', '']);
    expect(await change('reopen', issue, {})).toMatchObject({ state: 'open', closedAt: null });
  });

  it('begins one by hand; two that people have in hand are never joined by the house', async () => {
    const body = { name: '老旧小区加装电梯', kind: 'project' as const };
    const project = await (await dispatcher()).call('POST /api/issues', { body });
    expect(project).toMatchObject({ tickets: 0, kind: 'project', firstAt: null });
    const [left, right] = [await more('和平里小区加装电梯受阻'), await more('和平里小区加装电梯受阻')];
    let other = await (
      await dispatcher()
    ).call('POST /api/issues', { body: { name: '和平里', ticketIds: [right.id] } });
    await change('tickets', project, { ticketIds: [left.id] });
    await more('和平里小区加装电梯受阻');
    await sort();
    other = await one(other.id);
    expect((await one(project.id)).tickets + other.tickets).toBe(3);
    expect([(await one(project.id)).state, other.state]).toEqual(['open', 'open']);
  });

  it('does so at the version that was read, and once for one key', async () => {
    const issue = await hot('幼儿园门口乱停车堵路');
    await change('name', issue, { name: '园门口停车' });
    const stale = await (
      await dispatcher()
    ).refusal('POST /api/issues/:id/name', {
      params: { id: issue.id },
      body: { name: '另名' },
      headers: ifMatch(issue),
    });
    expect(stale).toMatchObject({ status: 409, code: 'version-conflict' });
    const headers = { 'idempotency-key': 'one-issue' };
    const body = { name: '一次' };
    const [first, second] = await Promise.all([
      (await dispatcher()).call('POST /api/issues', { body, headers }),
      (await dispatcher()).call('POST /api/issues', { body, headers }),
    ]);
    expect(second.id).toBe(first.id);
  });
});

describe('a milestone', () => {
  const plan = async (issue: IssueView, body: RouteRequest<'POST /api/issues/:id/milestones'>['body']) =>
    (await dispatcher()).call('POST /api/issues/:id/milestones', {
      params: { id: issue.id },
      body,
      headers: ifMatch(issue),
    });

  it('stands green, yellow or red by the rules in force, and its issue as the worst of them', async () => {
    at.house.at('2026-10-11 09:00');
    let project = await (await dispatcher()).call('POST /api/issues', { body: { name: '河堤步道', kind: 'project' } });
    project = await plan(project, { title: '设计', startsOn: '2026-10-01', dueOn: '2026-10-21', percent: 45 });
    expect(project).toMatchObject({
      light: 'green',
      milestones: [{ plannedPercent: 50, percent: 45, light: 'green' }],
    });
    project = await plan(project, { title: '招标', startsOn: '2026-10-01', dueOn: '2026-10-21', percent: 40 });
    expect(project.milestones.map(({ light }) => light)).toEqual(['green', 'yellow']);
    project = await plan(project, { title: '施工', startsOn: '2026-10-01', dueOn: '2026-10-31', percent: 0 });
    expect(project).toMatchObject({ light: 'red' });
    expect((await list({ light: 'red' })).map(({ id }) => id)).toEqual([project.id]);
    const late = project.milestones.find(({ title }) => title === '施工');
    const params = { id: project.id, milestoneId: late?.id ?? '' };
    const done = { title: '施工', startsOn: '2026-10-01', dueOn: '2026-10-31', doneOn: '2026-10-11' };
    const sent = { params, body: done, headers: ifMatch(project) };
    project = await (await dispatcher()).call('PUT /api/issues/:id/milestones/:milestoneId', sent);
    expect(project).toMatchObject({ light: 'yellow' });
    const gone = { params, headers: ifMatch(project) };
    project = await (await dispatcher()).call('DELETE /api/issues/:id/milestones/:milestoneId', gone);
    expect(project.milestones.map(({ title }) => title)).toEqual(['设计', '招标']);
    at.house.at('2026-11-05 09:00');
    expect(await one(project.id)).toMatchObject({ light: 'red' });
  });

  it('is refused when it ends before it begins, or was done tomorrow', async () => {
    const project = await (
      await dispatcher()
    ).call('POST /api/issues', { body: { name: '口袋公园', kind: 'project' } });
    const sent = (body: object) => ({ params: { id: project.id }, body, headers: ifMatch(project) }) as never;
    const refused = async (body: object) =>
      (await (await dispatcher()).refusal('POST /api/issues/:id/milestones', sent(body))).errors?.map(
        ({ path }) => path,
      );
    const plain = { title: '建成', startsOn: '2026-11-01', dueOn: '2026-12-01' };
    expect(await refused({ ...plain, dueOn: '2026-10-01' })).toEqual(['dueOn']);
    expect(await refused({ ...plain, doneOn: '2026-11-20' })).toEqual(['doneOn']);
    expect(await refused({ ...plain, percent: 101 })).toEqual(['percent']);
    expect(await one(project.id)).toMatchObject({ milestones: [], version: project.version });
  });
});

describe('a ticket that is answered as part of an issue', () => {
  const named = async (title: string) => change('name', await hot(title), { name: title });

  it('on the call carries it, is one of its tickets, and its history tells it', async () => {
    const issue = await named('公积金提取新政咨询');
    const answer = { text: '按新政办理，详见公告', issueId: issue.id };
    const agent = await at.house.as('agent');
    const ticket = await agent.call('POST /api/tickets', {
      body: { type: 'consultation', channel: 'phone', title: '想问怎么取钱', content: '', answer },
    });
    expect(ticket).toMatchObject({ state: 'closed', issue: { id: issue.id, name: '公积金提取新政咨询' } });
    await at.house.settle();
    await sort();
    expect(await issueOf(ticket.id)).toBe(issue.id);
    const { items } = await agent.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(items.at(-1)).toMatchObject({ name: 'answerOnCall', data: { issueId: issue.id } });
    const bound = (await dispatcher()).refusal('POST /api/issues/:id/remove', {
      params: { id: issue.id },
      body: { ticketIds: [ticket.id] },
      headers: ifMatch(await one(issue.id)),
    });
    expect(await bound).toMatchObject({ status: 409, detail: '其中有已按所在热点口径答复的工单，不能移出' });
  });

  it('by its department carries it too; a department may name what it has a ticket of, and nothing else', async () => {
    const issue = await named('背街小巷垃圾桶满溢');
    const foreign = await change('name', await hot('自来水发黄有铁锈', 3, { categoryCode: 'utility.water' }), {
      name: '水质',
    });
    const [id = ''] = await ticketsOf(issue.id);
    const ticket = await at.people.sign(await at.people.now(id));
    await expect(at.people.reply(ticket, { issueId: foreign.id })).rejects.toMatchObject({ code: 'invalid' });
    const answered = await at.people.reply(ticket, { issueId: issue.id });
    expect(answered).toMatchObject({ state: 'replied', issue: { id: issue.id } });
  });

  it('is refused for an issue that nobody has named, that is over, or that is none', async () => {
    const agent = await at.house.as('agent');
    const ticket = await at.people.register({ hold: true });
    const refused = async (issueId: string) =>
      (
        await agent.refusal('POST /api/tickets/:id/answer-on-call', {
          params: { id: ticket.id },
          body: { text: '已答复', issueId },
        })
      ).errors;
    const unnamed = await hot('快递柜收费不合理');
    expect(await refused(unnamed.id)).toMatchObject([{ path: 'issueId', message: '该热点事项尚未命名，不能据以答复' }]);
    const closed = await change('close', await named('路边摊油烟扰民'), {});
    expect(await refused(closed.id)).toMatchObject([{ path: 'issueId' }]);
    expect(await refused('nothing')).toMatchObject([{ path: 'issueId', message: '没有这个热点事项' }]);
    expect(await at.people.now(ticket.id)).toMatchObject({ state: 'registered', issue: null });
  });
});

describe('what a department sees', () => {
  it('are issues it leads or has tickets of, and of them its own tickets alone', async () => {
    const waste = await hot('农贸市场周边垃圾堆放', 3, { categoryCode: 'city.waste' });
    const water = await hot('凤凰城小区二次供水浑浊', 3, { categoryCode: 'utility.water' });
    const mixed = await change('tickets', waste, { ticketIds: await ticketsOf(water.id) });
    expect(mixed.tickets).toBe(6);
    const urban = await at.house.as('handler', 'urban');
    const seen = await urban.call('GET /api/issues/:id', { params: { id: waste.id } });
    expect(seen).toMatchObject({ tickets: 3, citizens: 3, growth: { numerator: 3 }, alerts: [] });
    expect(seen.days.map(({ tickets }) => tickets)).toEqual([3]);
    const { items } = await urban.call('GET /api/issues/:id/tickets', { params: { id: waste.id } });
    expect(items).toHaveLength(3);
    const police = await at.house.as('handler', 'police');
    expect(await police.refusal('GET /api/issues/:id', { params: { id: waste.id } })).toMatchObject({ status: 404 });
    await change('name', mixed, { name: '市场周边' });
    await change('lead', await one(waste.id), { leadId: at.house.department('police').id });
    expect(await police.call('GET /api/issues/:id', { params: { id: waste.id } })).toMatchObject({ tickets: 0 });
  });
});
