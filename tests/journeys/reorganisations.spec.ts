import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { readPeople } from '#deadlines/duty/people';
import { Reorganiser } from '#routing/reorganisation/reorganiser';
import { readReorganisation } from '#routing/reorganisation/reorganisation-rows';
import { leadOf, type Registration, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

/** Monday. */
const at = hotline({ now: '2026-03-02T10:00:00+08:00' });

type Asked = NonNullable<RouteRequest<'POST /api/reorganisations'>['body']>;
type View = RouteAnswer<'POST /api/reorganisations'>;

const admin = () => at.house.as('admin');
const idOf = (code: string) => at.house.department(code).id;
const reason = '区委编委〔2026〕3号';

const preview = async (body: Asked): Promise<View> =>
  (await admin()).call('POST /api/reorganisations', { query: { preview: 'true' }, body });
const order = async (body: Asked, { fingerprint }: { fingerprint: string }): Promise<View> =>
  (await admin()).call('POST /api/reorganisations', { body: { ...body, fingerprint } });
const refused = async (body: Asked) => (await admin()).refusal('POST /api/reorganisations', { body });

/** Ten seconds later every process has heard of it, and nothing is left. */
async function followed(): Promise<View | undefined> {
  await at.house.app.get(Reorganiser).run();
  at.house.clock.advance(10_000);
  await at.house.app.get(Reorganiser).run();
  await at.house.settle();
  return (await (await admin()).call('GET /api/reorganisations', { query: { limit: 1 } })).items[0];
}

async function reorganise(body: Asked): Promise<View | undefined> {
  await order(body, await preview(body));
  return followed();
}

const merging = (from: string[], into: string): Asked => ({
  kind: 'department',
  from: from.map(idOf),
  heirs: [{ id: idOf(into) }],
  reason,
});

const departments = async (asOf?: string) =>
  (await (await admin()).call('GET /api/departments', { query: { asOf } })).items;
const figuresOf = ({ figures }: View) => Object.fromEntries(figures.map(({ figure, count }) => [figure, count]));
const running = ({ clocks }: TicketView) =>
  clocks
    .filter(({ state }) => state === 'running')
    .map(({ id, kind, dueAt, generation }) => ({ id, kind, dueAt, generation }));
const sentTo = async (code: string, given: Partial<Registration> = {}): Promise<TicketView> => {
  const ticket = await at.people.register({ ...given, hold: true });
  return at.people.change('dispatcher', 'dispatch', ticket, { leadId: idOf(code) });
};

/** Open tickets by their state, and open parts. */
async function openWork() {
  const { sql } = at.house.database;
  const [row] = await sql.query<{ states: Record<string, number>; parts: number }>(
    `SELECT (SELECT jsonb_object_agg(state, n) FROM (SELECT state, count(*) AS n FROM ticket.ticket GROUP BY state) s) AS states,
       (SELECT count(*)::int FROM ticket.assignment WHERE state IN ('waiting', 'working', 'objecting', 'signing')) AS parts`,
    [],
  );
  if (!row) throw new Error('nothing was counted');
  return row;
}

/** What is closed, to the letter, with its parts and history. */
const whatIsOver = () =>
  at.house.database.sql.query(
    `SELECT t AS ticket, (SELECT jsonb_agg(a ORDER BY a.id) FROM ticket.assignment a WHERE a.ticket_id = t.id) AS parts,
       (SELECT count(*) FROM ticket.history h WHERE h.ticket_id = t.id) AS lines
     FROM ticket.ticket t WHERE t.state = 'closed' ORDER BY t.id`,
    [],
  );

describe('a department that is called otherwise', () => {
  it('keeps the name that held then, in lists of that day and on what was closed under it', async () => {
    const closed = await at.people.rate(
      await at.people.change(
        'reviewer',
        'approve',
        await at.people.reply(await at.people.sign(await sentTo('culture'))),
        {},
      ),
    );
    const open = await sentTo('culture');
    at.house.at('2026-03-03 10:00');
    const params = { id: idOf('culture') };
    await (await admin()).call('PATCH /api/departments/:id', { params, body: { name: '文化旅游和体育局' } });
    const named = async (day?: string) => (await departments(day)).find(({ id }) => id === params.id)?.name;
    expect([await named(), await named('2026-03-02')]).toEqual(['文化旅游和体育局', '文化和旅游发展委员会']);
    const [then, now] = [await at.people.look(closed.id), await at.people.look(open.id)];
    expect(then).toMatchObject({ lead: { name: '文化和旅游发展委员会' } });
    expect(leadOf(then).department.name).toBe('文化和旅游发展委员会');
    expect(now).toMatchObject({ lead: { name: '文化旅游和体育局' }, holder: { label: '文化旅游和体育局' } });
  });
});

describe('two departments that become a new one', () => {
  const founded = { code: 'living', name: '公用事业集团', group: 'enterprise' } as const;
  let plan: Asked;
  let waiting: TicketView;
  let joint: TicketView;
  let answered: TicketView;
  let closed: TicketView;
  let reportBefore: string;
  const report = async () => {
    const query = { from: '2026-03-02', to: '2026-03-02', by: 'department' } as const;
    const { rows, totals } = await (
      await at.house.as('manager')
    ).call('GET /api/reports/:name', { params: { name: 'overview' }, query });
    return JSON.stringify({ rows, totals });
  };

  beforeAll(async () => {
    at.house.at('2026-03-02 11:00');
    plan = { kind: 'department', from: ['water', 'gas'].map(idOf), heirs: [{ founded }], reason };
    closed = await at.people.rate(
      await at.people.change(
        'reviewer',
        'approve',
        await at.people.reply(await at.people.sign(await sentTo('gas'))),
        {},
      ),
    );
    waiting = await at.people.sign(await sentTo('water'));
    answered = await at.people.reply(await at.people.sign(await sentTo('gas')));
    const held = await at.people.register({ hold: true });
    joint = await at.people.change('dispatcher', 'dispatch', held, {
      leadId: idOf('water'),
      coHandlerIds: [idOf('gas'), idOf('power')],
    });
    at.house.at('2026-03-04 10:00');
    reportBefore = await report();
  });

  it('is previewed with what would move, each figure leading to its tickets', async () => {
    const found = await preview(plan);
    expect(found).toMatchObject({
      state: 'preview',
      tickets: 3,
      conflicts: [],
      heirs: [{ id: null, name: '公用事业集团' }],
    });
    expect(figuresOf(found)).toMatchObject({ dispatched: 1, handling: 1, replied: 1, coHandling: 1, joined: 1 });
    expect(figuresOf(found).rules).toBeGreaterThan(0);
    expect(figuresOf(found).accounts).toBeGreaterThan(0);
    const query = { kind: 'department', from: plan.from.join(','), figure: 'joined', limit: 1 } as const;
    const { items } = await (await admin()).call('GET /api/reorganisation-tickets', { query });
    expect(items.map(({ id }) => id)).toEqual([joint.id]);
    expect(await at.people.look(waiting.id)).toMatchObject({ lead: { name: '自来水公司' } });
  });

  it('is refused when what it would move has changed since the preview', async () => {
    const found = await preview(plan);
    const late = await sentTo('gas');
    expect(await refused({ ...plan, fingerprint: found.fingerprint })).toMatchObject({
      status: 409,
      code: 'conflict',
      detail: expect.stringContaining('请重新预览') as string,
    });
    expect(await refused(plan)).toMatchObject({ status: 400 });
    await at.people.change('supervisor', 'void', late, { reason: '测试' });
  });

  it('has their open work, as it stands and with its time, and no more than it', async () => {
    const before = await Promise.all([waiting, joint, answered].map(({ id }) => at.people.look(id)));
    const ended = await at.people.look(closed.id);
    const [open, over] = [await openWork(), await whatIsOver()];
    expect(await reorganise(plan)).toMatchObject({ state: 'done', tickets: 3, moved: 3 });
    const after = await Promise.all(before.map(({ id }) => at.people.look(id)));
    expect(after.map(({ lead, state }) => [lead?.name, state])).toEqual(
      before.map(({ state }) => ['公用事业集团', state]),
    );
    for (const [index, ticket] of after.entries()) {
      const old = before[index];
      if (!old) throw new Error('a ticket is gone');
      expect([ticket.dueAt, ticket.promisedAt]).toEqual([old.dueAt, old.promisedAt]);
      expect(leadOf(ticket).id).toBe(leadOf(old).id);
      const kept = new Set(running(ticket).map(({ id }) => id));
      expect(running(old).filter(({ id }) => kept.has(id))).toEqual(running(ticket));
    }
    expect(await openWork()).toEqual({ ...open, parts: open.parts - 1 });
    expect(await whatIsOver()).toEqual(over);
    const untouched = await at.people.look(closed.id);
    expect(untouched).toEqual(ended);
    expect(untouched).toMatchObject({ lead: { id: idOf('gas'), name: '燃气公司' } });
  });

  it('has one part where both had one, and whoever else helps goes on', async () => {
    const now = await at.people.look(joint.id);
    const open = now.assignments.filter(({ state }) => ['waiting', 'working'].includes(state));
    expect(open.map(({ department, role }) => [department.name, role]).sort()).toEqual(
      [
        ['公用事业集团', 'lead'],
        ['供电分公司', 'co-handler'],
      ].sort(),
    );
    const { items } = await (
      await at.house.as('supervisor')
    ).call('GET /api/tickets/:id/history', { params: { id: joint.id } });
    const lines = items.filter(({ name }) => name === 'succeed');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ label: '机构调整', data: { parts: [{ department: '公用事业集团' }, {}] } });
  });

  it('is seen by the people of both, and does their work, closed matters included', async () => {
    for (const code of ['water', 'gas']) {
      const handler = await at.house.as('handler', code);
      expect((await handler.call('GET /api/session')).user.departmentId).toBe(idOf('living'));
      const { items } = await handler.call('GET /api/assignments', { query: { limit: 200 } });
      expect(items.map(({ ticketId }) => ticketId)).toEqual(expect.arrayContaining([waiting.id, joint.id]));
      expect(await handler.call('GET /api/tickets/:id', { params: { id: closed.id } })).toMatchObject({
        state: 'closed',
      });
    }
    const other = await at.house.as('handler', 'bus');
    expect((await other.refusal('GET /api/tickets/:id', { params: { id: waiting.id } })).status).toBe(404);
    const gas = await at.house.as('handler', 'gas');
    const part = leadOf(await at.people.look(waiting.id));
    await gas.call('POST /api/assignments/:id/contact', {
      params: { id: part.id },
      body: { at: at.house.clock.now().toISOString(), by: 'phone' },
    });
  });

  it('is named where somebody still dispatches to one of them, and by the catalogue at once', async () => {
    const ticket = await at.people.register({ hold: true });
    const refusal = await (
      await at.house.as('dispatcher')
    ).refusal('POST /api/tickets/:id/dispatch', { params: { id: ticket.id }, body: { leadId: idOf('gas') } });
    expect(refusal).toMatchObject({ status: 400, detail: '“燃气公司”已停用，由“公用事业集团”承继，请改选' });
    expect(await at.people.register({ categoryCode: 'utility.gas' })).toMatchObject({ lead: { name: '公用事业集团' } });
  });

  it('handles again what one of them had closed', async () => {
    const again = await at.people.change('supervisor', 'reopen', closed, { reason: '虚假办结' });
    expect(again).toMatchObject({ state: 'dispatched', round: 2, lead: { name: '公用事业集团' } });
    await at.people.change('supervisor', 'void', again, { reason: '测试' });
  });

  it('leaves reports of earlier days as they were', async () => {
    const fresh = JSON.parse(await report()) as { rows: { cells: { department: string } }[] };
    expect(fresh.rows.map(({ cells }) => cells.department)).toEqual(expect.arrayContaining(['自来水公司']));
    expect(fresh.rows.map(({ cells }) => cells.department)).not.toContain('公用事业集团');
    expect(reportBefore).toContain('自来水公司');
  });

  it('stands in the log of administration, with what was before and after', async () => {
    const { items } = await (
      await at.house.as('quality')
    ).call('GET /api/admin-events', { query: { subject: 'reorganisation', limit: 10 } });
    expect(items.map(({ action }) => action)).toEqual(['carryOut', 'create']);
    expect(items[0]).toMatchObject({ after: { from: ['自来水公司', '燃气公司'], into: ['公用事业集团'], moved: 3 } });
    const people = await (
      await at.house.as('quality')
    ).call('GET /api/admin-events', { query: { subject: 'account', limit: 10 } });
    expect(people.items.some(({ after }) => after?.departmentId === idOf('living'))).toBe(true);
  });
});

describe('departments that report on a day before', () => {
  it('are the same bytes before and after others took their places', async () => {
    at.house.at('2026-03-05 10:00');
    await sentTo('transport');
    await at.people.sign(await sentTo('bus'));
    at.house.at('2026-03-06 10:00');
    const query = { from: '2026-03-05', to: '2026-03-05', by: 'department' } as const;
    const report = async () =>
      (await at.house.as('manager')).call('GET /api/reports/:name', { params: { name: 'overview' }, query });
    const before = await report();
    await reorganise(merging(['bus'], 'transport'));
    const { asOf: _, ...after } = await report();
    expect({ ...after, asOf: before.asOf }).toEqual(before);
  });
});

describe('a department that is divided', () => {
  it('gives each heir what is of its matter or place, and the rest to the first', async () => {
    at.house.at('2026-03-09 10:00');
    const drains = await sentTo('urban', { categoryCode: 'city.drains' });
    const waste = await sentTo('urban', { categoryCode: 'city.waste' });
    const plan: Asked = {
      kind: 'department',
      from: [idOf('urban')],
      heirs: [
        { founded: { code: 'urban-law', name: '城市管理综合行政执法局', group: 'bureau' } },
        { founded: { code: 'urban-works', name: '市政设施管理处', group: 'bureau' }, categoryCodes: ['city.drains'] },
      ],
      reason,
    };
    await reorganise(plan);
    expect((await at.people.look(drains.id)).lead?.name).toBe('市政设施管理处');
    expect((await at.people.look(waste.id)).lead?.name).toBe('城市管理综合行政执法局');
    const { lead } = await at.people.register({ categoryCode: 'city.waste', areaCode: 'west-1' });
    expect(lead?.name).toBe('城市管理综合行政执法局');
  });

  it('cannot end by a date while it has open work', async () => {
    await sentTo('education');
    const params = { id: idOf('education') };
    const refusal = await (
      await admin()
    ).refusal('PATCH /api/departments/:id', { params, body: { validTo: '2026-03-09' } });
    expect(refusal).toMatchObject({ status: 409, detail: expect.stringContaining('机构调整') as string });
  });
});

describe('a unit whose department is merged', () => {
  it('comes below who takes its place, and keeps what was handed on to it', async () => {
    at.house.at('2026-03-10 10:00');
    const ticket = await at.people.sign(await sentTo('police'));
    const part = leadOf(ticket);
    await (
      await at.people.handlerOf(part)
    ).call('POST /api/assignments/:id/sub-dispatch', {
      params: { id: part.id },
      body: { departmentId: idOf('traffic-police') },
    });
    await reorganise(merging(['police'], 'emergency'));
    const unit = (await departments()).find(({ code }) => code === 'traffic-police');
    expect(unit?.parentId).toBe(idOf('emergency'));
    const then = (await departments('2026-03-09')).find(({ code }) => code === 'traffic-police');
    expect(then?.parentId).toBe(idOf('police'));
    const now = await at.people.look(ticket.id);
    expect(now.lead?.name).toBe('应急管理局');
    const below = now.assignments.find(({ parentId }) => parentId === part.id);
    expect(below).toMatchObject({ department: { name: '公安局交通巡逻警察支队' }, state: 'waiting' });
    const head = await at.house.as('handler', 'emergency');
    expect((await head.call('GET /api/tickets/:id', { params: { id: ticket.id } })).number).toBe(ticket.number);
  });
});

describe('a person on duty in a department that is merged', () => {
  it('is reached as before, by whatever is late there', async () => {
    at.house.at('2026-03-10 14:00');
    const handler = await at.house.as('handler', 'planning');
    const { user } = await handler.call('GET /api/session');
    const turn = { departmentId: idOf('planning'), post: 'contact-a', accountId: user.id } as const;
    const startsAt = at.house.clock.now().toISOString();
    await (
      await admin()
    ).call('POST /api/duty-turns', { body: { ...turn, phone: '13900007777', startsAt, endsAt: null } });
    await reorganise(merging(['planning'], 'housing'));
    const { turns, persons } = await readPeople(at.house.database.sql, at.house.clock.now());
    expect(turns).toMatchObject([{ departmentId: idOf('housing'), accountId: user.id, phone: '13900007777' }]);
    expect(persons.find(({ id }) => id === user.id)?.departmentId).toBe(idOf('housing'));
  });
});

describe('what cannot be merged', () => {
  it('is a complaint that its own subject would handle alone, which is named with its tickets', async () => {
    at.house.at('2026-03-11 10:00');
    const ticket = await at.people.register({
      hold: true,
      type: 'complaint',
      subjectDepartmentId: idOf('market'),
    });
    await at.people.change('dispatcher', 'dispatch', ticket, { leadId: idOf('environment') });
    const plan = merging(['environment'], 'market');
    const found = await preview(plan);
    expect(found.conflicts).toMatchObject([
      { figure: 'accused', label: expect.stringContaining('被反映单位') as string },
    ]);
    const query = { kind: 'department', from: idOf('environment'), heirs: idOf('market'), figure: 'accused' } as const;
    const { items } = await (await admin()).call('GET /api/reorganisation-tickets', { query });
    expect(items.map(({ id }) => id)).toEqual([ticket.id]);
    expect(await refused({ ...plan, fingerprint: found.fingerprint })).toMatchObject({ status: 409 });
    expect((await at.people.look(ticket.id)).lead?.name).toBe('生态环境局');
  });

  it('is a department with itself, one that is no more, or a place that is in two', async () => {
    expect((await refused(merging(['market'], 'market'))).detail).toContain('不能承继自己');
    expect((await refused(merging(['gas'], 'market'))).status).toBe(400);
    const areas: Asked = {
      kind: 'area',
      from: ['valley'],
      heirs: [{ id: 'river' }, { id: 'south', areaCodes: ['valley-1'] }],
      reason,
    };
    expect((await refused(areas)).detail).toContain('区域只能并入一个区域');
  });
});

describe('a town that becomes part of another', () => {
  it('takes its open matters, its villages and its rows of the catalogue along', async () => {
    at.house.at('2026-03-12 10:00');
    const open = await at.people.register({ areaCode: 'valley-1', categoryCode: 'city.waste' });
    const there = await at.people.register({ areaCode: 'valley', categoryCode: 'city.waste' });
    await reorganise({
      kind: 'area',
      from: ['valley'],
      heirs: [{ founded: { code: 'green', name: '青江镇', parentId: 'district' } }],
      reason,
    });
    expect(await at.people.look(there.id)).toMatchObject({
      area: { code: 'green', name: '青江镇' },
      dueAt: there.dueAt,
    });
    expect(await at.people.look(open.id)).toMatchObject({ area: { code: 'valley-1' } });
    const areas = async (asOf?: string) => (await (await admin()).call('GET /api/areas', { query: { asOf } })).items;
    expect((await areas()).find(({ code }) => code === 'valley-1')?.parentCode).toBe('green');
    expect((await areas('2026-03-11')).find(({ code }) => code === 'valley-1')?.parentCode).toBe('valley');
    const agent = await at.house.as('agent');
    const { items } = await agent.call('POST /api/tickets/search', { body: { areaCode: 'green', limit: 200 } });
    expect(items.map(({ id }) => id)).toContain(there.id);
    const rules = await (await admin()).call('GET /api/dispatch-rules', { query: { areaCode: 'green', limit: 200 } });
    expect(rules.items.every(({ area }) => area?.code !== 'valley')).toBe(true);
  });

  it('is not where anything lies any more', async () => {
    const agent = await at.house.as('agent');
    const body = {
      type: 'help',
      channel: 'phone',
      title: '路灯不亮',
      content: '村口路灯不亮',
      areaCode: 'valley',
    } as const;
    const refusal = await agent.refusal('POST /api/tickets', { body });
    expect(refusal).toMatchObject({ status: 400, detail: '“青谷乡”已并入“青江镇”，请改选' });
  });
});

describe('a process that dies while tickets move', () => {
  it('leaves whole parts, and whoever goes on moves each ticket once', async () => {
    at.house.at('2026-03-13 10:00');
    const tickets: TicketView[] = [];
    for (let n = 0; n < 6; n += 1) tickets.push(await sentTo('agriculture', { title: `灌溉渠堵塞第${n}处` }));
    const plan = merging(['agriculture'], 'water-bureau');
    const { sql } = at.house.database;
    const leads = async () => {
      const now = await Promise.all(tickets.map((each) => at.people.look(each.id)));
      return new Set(now.map((each) => each.lead?.name));
    };
    // The database takes nothing of the fourth ticket: what was moved of the part before it is as it was.
    const fourth = tickets[3]?.id ?? '';
    await sql.query(`ALTER TABLE ticket.succeeded ADD CONSTRAINT dies CHECK (ticket_id <> '${fourth}') NOT VALID`);
    const { id } = await order(plan, await preview(plan));
    const row = id === null ? undefined : await readReorganisation(sql, id);
    if (!row) throw new Error('nothing was ordered');
    const reorganiser = at.house.app.get(Reorganiser);
    await expect(reorganiser.movePart(row)).rejects.toThrow('dies');
    expect(await leads()).toEqual(new Set(['农业农村委员会']));
    await sql.query(`ALTER TABLE ticket.succeeded DROP CONSTRAINT dies`);
    // Two go on at once.
    await Promise.all([reorganiser.movePart(row), reorganiser.movePart(row)]);
    expect(await followed()).toMatchObject({ state: 'done', moved: 6 });
    expect(await leads()).toEqual(new Set(['水利局']));
    const lines = await sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ticket.history WHERE name = 'succeed' AND ticket_id = ANY($1) GROUP BY ticket_id`,
      [tickets.map((each) => each.id)],
    );
    expect(lines.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('finds what was dispatched by a process that had not heard of it yet', async () => {
    at.house.at('2026-03-16 10:00');
    const plan = merging(['health'], 'medical-insurance');
    const early = leadOf(await sentTo('health'));
    const late = await sentTo('health', { title: '诊所无证' });
    await order(plan, await preview(plan));
    await at.house.app.get(Reorganiser).run();
    // As that process would have written it.
    const { sql } = at.house.database;
    await sql.query(`UPDATE ticket.assignment SET department_id = $2 WHERE ticket_id = $1`, [
      late.id,
      early.departmentId,
    ]);
    await sql.query(`UPDATE ticket.ticket SET lead_department_id = $2 WHERE id = $1`, [late.id, early.departmentId]);
    expect(await followed()).toMatchObject({ state: 'running' });
    expect(await followed()).toMatchObject({ state: 'done' });
    expect((await at.people.look(late.id)).lead?.name).toBe('医疗保障局');
  });
});

describe('the ledger of a month that is over', () => {
  it('is the same before and after: parts are told of whom they were then', async () => {
    at.house.at('2026-03-31 10:00');
    await sentTo('labour');
    at.house.at('2026-04-02 10:00');
    const ledger = async (departmentId: string) =>
      (
        await (
          await at.house.as('supervisor')
        ).call('GET /api/handling-ledger', { query: { month: '2026-03', departmentId } })
      ).items;
    const before = await ledger(idOf('labour'));
    expect(before.map(({ department }) => department.name)).toContain('人力资源和社会保障局');
    await reorganise(merging(['labour'], 'civil-affairs'));
    expect(await ledger(idOf('labour'))).toEqual(before);
    expect(await ledger(idOf('civil-affairs'))).toEqual(expect.arrayContaining(before));
  });
});

describe('the fall-back owner', () => {
  it('is whoever takes its place, and a step that is sent twice is done once', async () => {
    at.house.at('2026-04-07 10:00');
    const plan = merging(['service-centre'], 'civil-affairs');
    const found = await preview(plan);
    expect(figuresOf(found).fallBacks).toBe(1);
    const body = { ...plan, fingerprint: found.fingerprint };
    const headers = { 'idempotency-key': 'merger' };
    const [first, again] = [
      await (await admin()).call('POST /api/reorganisations', { body, headers }),
      await (await admin()).call('POST /api/reorganisations', { body, headers }),
    ];
    expect(again.id).toBe(first.id);
    await followed();
    const { lead } = await at.people.register({ categoryCode: undefined, title: '想问一件别处没有说的事' });
    expect(lead?.name).toBe('民政局');
  });
});
