import { NoticeTelling } from '#deadlines/notices/notice-telling';
import { listTitles } from '#http-api/list-titles';
import { leadOf, satisfied, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ settings: { revealsPerHour: 3 } });

const because = { reason: '联系群众' };

const idOf = async (username: string): Promise<string> => {
  const { items } = await (await at.house.as('admin')).call('GET /api/users', { query: { q: username, limit: 200 } });
  const found = items.find((user) => user.username === username);
  if (!found) throw new Error(`no ${username}`);
  return found.id;
};

const historyOf = async ({ id }: TicketView) =>
  (await (await at.house.as('agent')).call('GET /api/tickets/:id/history', { params: { id }, query: { limit: 200 } }))
    .items;

describe('a protected citizen', () => {
  const protectedTicket = () =>
    at.people.bring('handling', { citizen: { name: '欧阳明', phone: '13812349999', confidential: true } });

  it('is shown to one officer, whom the hotline named with the citizen’s consent, and to nobody else of that department', async () => {
    const ticket = await protectedTicket();
    const { departmentId, department } = leadOf(ticket);
    const code = at.house.department(departmentId).code;
    const [officer, handler] = [await at.house.as('officer', code), await at.house.as('handler', code)];
    const reveal = { params: { id: ticket.id }, body: because };
    expect((await officer.refusal('POST /api/tickets/:id/reveal', reveal)).detail).toBe('保密工单由热线联系群众');
    const callback = await at.house.as('callback');
    const officers = await callback.call('GET /api/tickets/:id/officers', { params: { id: ticket.id } });
    const named = officers.items.find(({ name }) => name === `${department.name}经办人`);
    const body = { officerId: named?.id ?? '', basis: '9月14日电话中同意由经办人上门核实' };
    const consented = await callback.call('POST /api/tickets/:id/identity-consents', {
      params: { id: ticket.id },
      body,
    });
    expect(consented.identityConsents).toEqual([{ id: named?.id, name: named?.name }]);
    expect(await officer.call('POST /api/tickets/:id/reveal', reveal)).toMatchObject({
      name: '欧阳明',
      phone: '13812349999',
    });
    expect((await handler.refusal('POST /api/tickets/:id/reveal', reveal)).status).toBe(403);
    const withdrawn = { officerId: named?.id ?? '', reason: '诉求人反悔' };
    const params = { id: ticket.id };
    await callback.call('POST /api/tickets/:id/identity-consents/withdraw', { params, body: withdrawn });
    expect((await officer.refusal('POST /api/tickets/:id/reveal', reveal)).status).toBe(403);
    const told = (await historyOf(ticket)).slice(-3);
    expect(told.map(({ name }) => name)).toEqual(['consentToIdentity', 'reveal', 'withdrawConsent']);
    expect(told[0]?.data).toMatchObject({ basis: body.basis });
    const shown = await handler.call('GET /api/tickets/:id/history', { params, query: { limit: 200 } });
    expect(shown.items.slice(-3).map(({ name, data }) => [name, data])).toEqual([
      ['consentToIdentity', {}],
      ['reveal', {}],
      ['withdrawConsent', {}],
    ]);
  });

  it('is not told by their own words: neither by a title, nor on the page, nor in its history', async () => {
    const citizen = { name: '欧阳明', phone: '13812349999', address: '滨河小区8号3单元502室', confidential: true };
    const said = { title: '欧阳明反映路灯不亮', content: '我叫欧阳明，电话13812349999，楼下路灯不亮。' };
    const ticket = await at.people.register({ ...said, address: citizen.address, citizen });
    expect(ticket).toMatchObject({ title: '〔姓名〕反映路灯不亮', content: said.content });
    const agent = await at.house.as('agent');
    const params = { id: ticket.id };
    const more = { text: '欧阳明补充：还有一盏也不亮' };
    await agent.call('POST /api/tickets/:id/supplement', { params, body: more });
    const handler = await at.people.handlerOf(leadOf(ticket));
    const shown = await handler.call('GET /api/tickets/:id', { params });
    const told = await handler.call('GET /api/tickets/:id/history', { params, query: { limit: 200 } });
    const desk = await handler.call('GET /api/tickets', { query: { limit: 200 } });
    for (const seen of [shown, told, desk]) expect(JSON.stringify(seen)).not.toMatch(/欧阳|12349999|3单元/);
    expect(shown.content).toContain('楼下路灯不亮');
    expect((await historyOf(ticket)).at(-1)?.data).toMatchObject(more);
  });

  it('agrees to nobody whose department is not at it, and to nobody of the department it is about', async () => {
    const ticket = await protectedTicket();
    const agent = await at.house.as('agent');
    const refused = async (officerId: string, params = { id: ticket.id }) =>
      (await agent.refusal('POST /api/tickets/:id/identity-consents', { params, body: { officerId, basis: '同意' } }))
        .detail;
    expect(await refused(await idOf('officer-education'))).toBe('只能告知正在承办本工单的单位人员');
    expect(await refused(await idOf('agent'))).toBe('没有这位承办人员');
    const about = at.house.department(leadOf(ticket).departmentId);
    const report = await at.people.register({ type: 'report', hold: true, subjectDepartmentId: about.id });
    expect(await refused(await idOf(`officer-${about.code}`), { id: report.id })).toBe(
      '不得向被反映单位告知诉求人身份',
    );
  });
});

describe('numbers that people write into what they tell', () => {
  const said = {
    title: '张小明的店面13800001234漏水',
    content: '我叫张小明，楼上住户电话13900005678，车牌渝A12345占道，水表户号20201234567。',
    citizen: { name: '张小明', phone: '13800001234' },
  };
  const more = { text: '再补充：也可打13700009999' };

  const told = async () => {
    const ticket = await at.people.bring('handling', said);
    const params = { id: ticket.id };
    const agent = await at.house.as('agent');
    await agent.call('POST /api/tickets/:id/supplement', { params, body: more });
    return { params, agent, handler: await at.people.handlerOf(leadOf(ticket)) };
  };

  it('are shown in part to a department, on the page, in history and on its desk; what the matter is about stays', async () => {
    const { params, handler } = await told();
    const page = await handler.call('GET /api/tickets/:id', { params });
    expect(page).toMatchObject({
      title: '张**的店面138****1234漏水',
      content: '我叫张**，楼上住户电话139****5678，车牌渝A12345占道，水表户号20201234567。',
      supplements: [{ text: '再补充：也可打137****9999' }],
    });
    const history = await handler.call('GET /api/tickets/:id/history', { params, query: { limit: 200 } });
    const desk = await handler.call('GET /api/assignments', { query: { limit: 200 } });
    const list = await handler.call('GET /api/tickets', { query: { limit: 200 } });
    for (const seen of [history, desk, list]) expect(JSON.stringify(seen)).not.toMatch(/13800001234|13700009999/);
  });

  it('are masked in the hotline’s own lists and whole on its page, where it edits them', async () => {
    const { params, agent } = await told();
    const list = await agent.call('GET /api/tickets', { query: { limit: 200 } });
    expect(list.items.find(({ id }) => id === params.id)?.title).toBe('张小明的店面138****1234漏水');
    expect(await agent.call('GET /api/tickets/:id', { params })).toMatchObject({
      title: said.title,
      content: said.content,
      supplements: [more],
    });
  });

  it('are whole in no list of the house, whoever asks for it', async () => {
    const { handler, params } = await told();
    await at.people.giveBack(await at.people.bring('handling', said));
    for (const milestone of ['replied', 'callback'] as const) await at.people.bring(milestone, said);
    const order = { level: 'written', requirement: '请立即办理。' } as const;
    await (await at.house.as('supervisor')).call('POST /api/tickets/:id/supervise', { params, body: order });
    await at.house.app.get(NoticeTelling, { strict: false }).tellAll();
    const desks = [
      'agent',
      'shift-lead',
      'dispatcher',
      'reviewer',
      'callback',
      'supervisor',
      'manager',
      'admin',
    ] as const;
    const clients = [handler, ...(await Promise.all(desks.map((role) => at.house.as(role))))];
    const paths = Object.keys(listTitles).flatMap((route) => /^GET (\/api\/[^:]+)$/.exec(route)?.[1] ?? []);
    const seen: string[] = [];
    for (const client of clients)
      for (const path of paths) {
        const { body } = await client.send(`${path}?limit=200`, { method: 'GET' });
        const shown = JSON.stringify(body ?? null);
        if (shown.includes('138****1234')) seen.push(path);
        expect([path, ...(shown.match(/13800001234|13700009999|13900005678/g) ?? [])]).toEqual([path]);
      }
    const lists = ['tickets', 'assignments', 'alerts', 'notices', 'returns', 'reviews', 'callbacks', 'supervisions'];
    expect(seen).toEqual(expect.arrayContaining(lists.map((name) => `/api/${name}`)));
  });

  it('are told whole to the handler who gives a reason, and that is an event', async () => {
    const { params, handler } = await told();
    expect(await handler.call('POST /api/tickets/:id/reveal', { params, body: because })).toMatchObject({
      phone: said.citizen.phone,
      title: said.title,
      content: said.content,
      supplements: [more.text],
    });
    const ticket = await (await at.house.as('agent')).call('GET /api/tickets/:id', { params });
    expect((await historyOf(ticket)).at(-1)?.name).toBe('reveal');
  });
});

describe('a call’s number at the telephone exchange', () => {
  it('often tells who called: it stands in no line of history, and is gone with the erasure', async () => {
    const ticket = await at.people.register({ callId: 'cti-13812348888-0815' });
    expect(JSON.stringify(await historyOf(ticket))).not.toContain('13812348888');
  });
});

describe('whom a complaint is about', () => {
  const complaint = (subject: string) =>
    at.people.register({ type: 'complaint', hold: true, subjectDepartmentId: at.house.department(subject).id });

  it('never handles it alone, and neither does a unit below', async () => {
    const dispatcher = await at.house.as('dispatcher');
    const ticket = await complaint('police');
    const params = { id: ticket.id };
    const [police, traffic, urban] = ['police', 'traffic-police', 'urban'].map((code) => at.house.department(code).id);
    const refused = async (leadId = '', coHandlerIds: string[] = []) =>
      (await dispatcher.refusal('POST /api/tickets/:id/dispatch', { params, body: { leadId, coHandlerIds } })).detail;
    const words = '被反映单位不能单独承办对本单位的投诉举报';
    expect(await refused(police)).toBe(words);
    expect(await refused(traffic)).toBe(words);
    expect(await refused(traffic, [police ?? ''])).toBe(words);
    const body = { leadId: police ?? '', coHandlerIds: [urban ?? ''] };
    await dispatcher.call('POST /api/tickets/:id/dispatch', { params, body });
  });

  it('does not come to be alone with it by what is written into the ticket later', async () => {
    const ticket = await at.people.bring('handling', { type: 'complaint' });
    const params = { id: ticket.id };
    const body = { subjectDepartmentId: leadOf(ticket).departmentId };
    const headers = { 'if-match': `"${ticket.version}"` };
    const refused = await (await at.house.as('agent')).refusal('PATCH /api/tickets/:id', { params, body, headers });
    expect(refused).toMatchObject({ status: 409, detail: '工单正由该单位单独承办，请先改派其他单位' });
  });

  it('does not answer for it by a merge into what it handles alone', async () => {
    const [ticket, about] = [await complaint('police'), await complaint('police')];
    const master = await at.people.bring('dispatched', { type: 'complaint' });
    const dispatcher = await at.house.as('dispatcher');
    const merge = (intoId: string) => ({ params: { id: ticket.id }, body: { intoId } });
    expect(await dispatcher.refusal('POST /api/tickets/:id/merge', merge(master.id))).toMatchObject({
      status: 409,
      detail: '主单没有登记同一被反映单位，不能并入，以免由被反映单位自行办理',
    });
    await dispatcher.call('POST /api/tickets/:id/merge', merge(about.id));
  });

  it('may be handled by the department above, which sees who complained', async () => {
    const ticket = await complaint('traffic-police');
    const leadId = at.house.department('police').id;
    const params = { id: ticket.id };
    await (await at.house.as('dispatcher')).call('POST /api/tickets/:id/dispatch', { params, body: { leadId } });
    const police = await at.house.as('handler', 'police');
    expect(await police.call('POST /api/tickets/:id/reveal', { params, body: because })).toMatchObject({
      name: '张小明',
    });
  });

  it('learns nothing of who complained, neither on the page, nor on request, nor by searching a number', async () => {
    const ticket = await complaint('police');
    const [leadId, police] = ['urban', 'police'].map((code) => at.house.department(code).id);
    const params = { id: ticket.id };
    const body = { leadId: leadId ?? '', coHandlerIds: [police ?? ''] };
    await (await at.house.as('dispatcher')).call('POST /api/tickets/:id/dispatch', { params, body });
    const accused = await at.house.as('handler', 'police');
    const shown = await accused.call('GET /api/tickets/:id', { params });
    expect(shown.citizen).toMatchObject({ id: null, name: null, phone: null });
    const refused = await accused.refusal('POST /api/tickets/:id/reveal', { params, body: because });
    expect(refused.detail).toBe('被反映单位不得查看诉求人信息');
    const search = { body: { phone: '13812345678', number: ticket.number, count: true } };
    expect(await accused.refusal('POST /api/tickets/search', search)).toMatchObject({ status: 403 });
    const lead = await at.house.as('handler', 'urban');
    expect((await lead.call('GET /api/tickets/:id', { params })).citizen.name).toBe('张**');
  });
});

describe('the number to call back', () => {
  it('is fixed by the registration: another one is an event, and stands beside the rating', async () => {
    const ticket = await at.people.bring('handling');
    const agent = await at.house.as('agent');
    const params = { id: ticket.id };
    const body = { phone: '13900001111', reason: '诉求人来电更换号码' };
    const changed = await agent.call('POST /api/tickets/:id/callback-number', { params, body });
    expect([changed.citizen.phone, changed.callbackNumberChanges]).toEqual(['139****1111', 1]);
    const line = (await historyOf(ticket)).at(-1);
    expect(line).toMatchObject({ name: 'changeCallbackNumber', actor: '话务员', data: { reason: body.reason } });
    expect(JSON.stringify(await historyOf(ticket))).not.toMatch(/13900001111|13812345678/);
    await at.people.reply(changed);
    await at.people.change('reviewer', 'approve', ticket, {});
    const rated = await at.people.change('callback', 'ratings', ticket, satisfied);
    expect(rated.rating).toMatchObject({ numberChanged: true, satisfaction: { result: 'satisfied' } });
  });

  it('is told as changed when an edit brings another one, and not when it brings a name or the first number', async () => {
    const agent = await at.house.as('agent');
    const edit = async (ticket: TicketView, citizen: object) => {
      const headers = { 'if-match': `"${ticket.version}"` };
      return agent.call('PATCH /api/tickets/:id', { params: { id: ticket.id }, body: { citizen }, headers });
    };
    const ticket = await at.people.register({ hold: true });
    const renamed = await edit(ticket, { name: '张晓明' });
    expect(renamed.callbackNumberChanges).toBe(0);
    expect((await edit(renamed, { phone: '13900002222' })).callbackNumberChanges).toBe(1);
    const nameless = await at.people.register({ hold: true, citizen: { name: '李四' } });
    expect((await edit(nameless, { phone: '13900003333' })).callbackNumberChanges).toBe(0);
  });

  it('is not for departments to change', async () => {
    const ticket = await at.people.bring('handling');
    const handler = await at.people.handlerOf(leadOf(ticket));
    const body = { phone: '13900001111', reason: '核对' };
    const refused = await handler.refusal('POST /api/tickets/:id/callback-number', { params: { id: ticket.id }, body });
    expect(refused.status).toBe(403);
  });
});

describe('who looks at many contacts', () => {
  it('is seen: each look with who and which ticket, and one alert an hour when they are too many', async () => {
    at.house.at('2026-09-15 10:05');
    const reviewed = await at.house.as('shift-lead');
    const tickets = await Promise.all([1, 2, 3, 4, 5].map(() => at.people.register({ hold: true })));
    const supervisor = await at.house.as('supervisor');
    const alerts = async () => (await supervisor.call('GET /api/look-alerts')).items;
    for (const [index, { id }] of tickets.entries()) {
      await reviewed.call('POST /api/tickets/:id/reveal', { params: { id }, body: because });
      expect(await alerts()).toHaveLength(index < 3 ? 0 : 1);
    }
    const [alert] = await alerts();
    expect(alert).toMatchObject({ kind: 'reveal', looks: 5, who: { name: '值班长' }, settledAt: null });
    const looks = await supervisor.call('GET /api/looks', { query: { accountId: alert?.who.id, limit: 3 } });
    expect(looks.items.map(({ number }) => number)).toEqual(
      tickets
        .map(({ number }) => number)
        .slice(-3)
        .reverse(),
    );
    const rest = await supervisor.call('GET /api/looks', {
      query: { accountId: alert?.who.id, limit: 3, cursor: looks.nextCursor ?? '' },
    });
    expect(rest.items).toHaveLength(2);
    expect(new Set([...looks.items, ...rest.items].map(({ reason }) => reason))).toEqual(new Set([because.reason]));
    const byName = async (who: string) => (await supervisor.call('GET /api/looks', { query: { who } })).items;
    expect(new Set((await byName('值班')).map(({ who }) => who.name))).toEqual(new Set(['值班长']));
    expect(await byName('查无此人')).toEqual([]);
  });

  it('is answered for once, with what came of it', async () => {
    const quality = await at.house.as('quality');
    const [alert] = (await quality.call('GET /api/look-alerts')).items;
    const sent = { params: { id: alert?.id ?? '' }, body: { note: '当日停水集中回拨，属正常工作' } };
    const settled = await quality.call('POST /api/look-alerts/:id/settle', sent);
    expect(settled).toMatchObject({ settledBy: '质检员', note: sent.body.note });
    expect((await quality.refusal('POST /api/look-alerts/:id/settle', sent)).status).toBe(409);
    expect((await quality.call('GET /api/look-alerts')).items).toEqual([]);
    const past = await quality.call('GET /api/look-alerts', { query: { state: 'settled' } });
    expect(past.items.map(({ id }) => id)).toEqual([alert?.id]);
  });

  it('is asked about again when more looks come within that hour, and what was said before stays in the log', async () => {
    at.house.clock.advance(60_000);
    const ticket = await at.people.register({ hold: true });
    const lead = await at.house.as('shift-lead');
    await lead.call('POST /api/tickets/:id/reveal', { params: { id: ticket.id }, body: because });
    const quality = await at.house.as('quality');
    const [alert] = (await quality.call('GET /api/look-alerts')).items;
    expect(alert).toMatchObject({ looks: 6, settledAt: null, settledBy: null, note: null });
    const events = await quality.call('GET /api/admin-events', { query: { subjectId: alert?.id } });
    expect(events.items).toMatchObject([
      { action: 'settle', actor: '质检员', after: { who: '值班长', looks: 5, note: '当日停水集中回拨，属正常工作' } },
    ]);
  });

  it('does not settle it, nor does who stands in for them: somebody else does', async () => {
    at.house.at('2026-09-15 14:00');
    const supervisor = await at.house.as('supervisor');
    for (let look = 0; look < 4; look += 1) {
      const { id } = await at.people.register({ hold: true });
      await supervisor.call('POST /api/tickets/:id/reveal', { params: { id }, body: because });
    }
    const [alert] = (await supervisor.call('GET /api/look-alerts')).items;
    expect(alert?.who.name).toBe('督办员');
    const sent = { params: { id: alert?.id ?? '' }, body: { note: '没有问题' } };
    const words = '关于本人或所代理人员的提示，须由他人核实';
    expect(await supervisor.refusal('POST /api/look-alerts/:id/settle', sent)).toMatchObject({
      status: 403,
      detail: words,
    });
    const absence = { deputyId: await idOf('manager'), from: '2026-09-15T06:00:00Z', until: '2026-09-15T09:00:00Z' };
    await supervisor.call('PUT /api/session/absence', { body: absence });
    const deputy = await at.house.as('manager');
    expect((await deputy.refusal('POST /api/look-alerts/:id/settle', sent)).detail).toBe(words);
    const quality = await at.house.as('quality');
    expect(await quality.call('POST /api/look-alerts/:id/settle', sent)).toMatchObject({ settledBy: '质检员' });
  });
});

describe('a look that is asked for again', () => {
  it('is one more look, whatever key it brings: each that is answered stands in the history', async () => {
    const ticket = await at.people.register({ hold: true });
    const agent = await at.house.as('agent');
    const params = { id: ticket.id };
    const headers = { 'idempotency-key': 'look once' };
    const look = () => agent.call('POST /api/tickets/:id/reveal', { params, body: because, headers });
    expect(await look()).toEqual(await look());
    expect((await historyOf(ticket)).filter(({ name }) => name === 'reveal')).toHaveLength(2);
    const supervisor = await at.house.as('quality');
    expect((await supervisor.call('GET /api/looks', { query: { ticketId: ticket.id } })).items).toHaveLength(2);
    const body = { phone: '13900004444', reason: '诉求人来电更换号码' };
    await agent.call('POST /api/tickets/:id/callback-number', { params, body });
    expect((await look()).phone).toBe('13900004444');
    expect((await historyOf(ticket)).filter(({ name }) => name === 'reveal')).toHaveLength(3);
  });
});
