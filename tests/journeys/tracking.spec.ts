import { service } from '#ticket/actor';
import { move } from '#ticket/move';
import type { TrackedView } from '#http-api/tracking-shapes';
import { eraseTexts } from '#store/erase-texts';
import { TicketStore } from '#store/ticket-store';
import { Maintenance } from '#platform/maintenance';
import { dissatisfied, goodReply, leadOf, type Registration, type TicketView } from '#testing/people';
import { Citizen } from './support/citizen';
import { hotline } from './support/hotline';

// All citizens of this file ask from one address.
const at = hotline({ settings: { throttleFactor: 1_000 } });

const supervisor = { ...service('supervisor'), roles: ['supervisor' as const] };
const seen = (ticket: TicketView): Promise<TrackedView> => Citizen.of(at.house, ticket).look();
const standing = async (ticket: TicketView): Promise<string> => (await seen(ticket)).standing.label;
const words = async (ticket: TicketView): Promise<string> => (await seen(ticket)).standing.words;
const way = ({ stages }: TrackedView): string =>
  stages.map(({ label, progress }) => (progress === 'current' ? `[${label}]` : label)).join(' ');
const agent = async (given: Partial<Registration>) => at.people.register(given);
const hold = async ({ id }: TicketView): Promise<void> => {
  const input = {
    holdId: 'hold',
    plan: '等物业换届',
    responsible: '李科长',
    reviewAt: new Date('2026-10-12T18:00:00+08:00'),
  };
  await at.house.app.get(TicketStore).apply(id, 'hold', input, supervisor);
  await at.house.settle();
};
const archived = async (ticket: TicketView): Promise<TicketView> => {
  await at.people.archive(ticket);
  return ticket;
};
const erased = async (ticket: TicketView): Promise<TicketView> => {
  await at.house.app.get(TicketStore).moveWith(ticket.id, service('retention'), async (found, context, sql) => {
    await eraseTexts(sql, found.id);
    return move(found, 'erase', {}, context);
  });
  await at.house.app.get(Maintenance).run();
  return ticket;
};

describe('a ticket on the straight road', () => {
  it('is told step by step, and its answer once the hotline has approved it', async () => {
    const told: string[] = [];
    const note = async (ticket: TicketView) => {
      const view = await seen(ticket);
      told.push(`${view.standing.label}: ${way(view)}${view.answers.length > 0 ? ' +答复' : ''}`);
    };
    let ticket = await at.people.register({ hold: true });
    await note(ticket);
    ticket = await at.people.change('agent', 'release', ticket, {});
    await note(ticket);
    ticket = await at.people.sign(ticket);
    await note(ticket);
    ticket = await at.people.reply(ticket);
    await note(ticket);
    ticket = await at.people.change('reviewer', 'approve', ticket, {});
    await note(ticket);
    ticket = await at.people.rate(ticket);
    await note(ticket);
    expect(told).toEqual([
      '正在转办: 已受理 [转办中] 办理 答复 回访 办结',
      '已转办: 已受理 已转办 [等待单位签收] 答复 回访 办结',
      '办理中: 已受理 已转办 [办理中] 答复 回访 办结',
      '答复审核中: 已受理 已转办 已办理 [答复审核中] 回访 办结',
      '已答复，等待回访: 已受理 已转办 已办理 已答复 [待回访] 办结 +答复',
      '已办结: 已受理 已转办 已办理 已答复 已回访 已办结 +答复',
    ]);
    const { answers, promise } = await seen(ticket);
    expect(answers).toMatchObject([{ from: '城市管理局', text: goodReply.publicText }]);
    expect(promise?.words).toBe('承诺9月22日 18:00前答复，已按时答复。');
  });

  it('says by when an answer is promised, how that was counted, and when it is late', async () => {
    const ticket = await at.people.bring('handling');
    expect((await seen(ticket)).promise).toEqual({
      at: '2026-09-22T10:00:00.000Z',
      words: '我们承诺9月22日 18:00前答复您（自受理次日起7个工作日，周末和法定节假日不算）。',
    });
    const now = at.house.clock.now();
    at.house.at('2026-09-23 09:00');
    expect((await seen(ticket)).promise?.words).toBe(
      '承诺9月22日 18:00前答复，现已超过，向您致歉。热线正在督促承办单位。',
    );
    at.house.clock.set(now.toISOString());
  });
});

describe('what goes another way', () => {
  it('is told as being decided, by whom and until when, while a department objects', async () => {
    let ticket = await at.people.giveBack(await at.people.bring('handling'));
    expect(await standing(ticket)).toBe('正在确认承办单位');
    expect(await words(ticket)).toMatch(
      /^城市管理局认为不属其职责，正由12345热线裁定由谁办理，将在9月14日 \d\d:\d\d前决定。答复您的时间不因此推迟。$/,
    );
    ticket = await at.people.decide(ticket, 'reject');
    expect(await standing(ticket)).toBe('办理中');
    expect((await seen(ticket)).steps.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['重新确认承办单位', '继续办理']),
    );
  });

  it('is not told to be decided by a time that is past', async () => {
    const ticket = await at.people.giveBack(await at.people.bring('handling'));
    const now = at.house.clock.now();
    at.house.at('2026-09-15 09:00');
    expect(await words(ticket)).toBe('城市管理局认为不属其职责，正由12345热线裁定由谁办理。答复您的时间不因此推迟。');
    at.house.clock.set(now.toISOString());
  });

  it('is told so too while a supervisor arbitrates, in no words of the hotline’s own', async () => {
    const second = await at.people.decide(
      await at.people.giveBack(await at.people.register({ categoryCode: 'city.noise' })),
      'uphold',
    );
    const ticket = await at.people.giveBack(second);
    expect(await standing(ticket)).toBe('正在确认承办单位');
    expect(await words(ticket)).toBe(
      '城市管理局认为不属其职责，正由12345热线裁定由谁办理，将在9月16日 18:00前决定。答复您的时间不因此推迟。',
    );
    expect(JSON.stringify(await seen(ticket))).not.toMatch(/督办员|派单员|不属于本单位职责范围|退单/);
    const leadId = at.house.department('town-east').id;
    await at.people.change('supervisor', 'arbitrate', ticket, { leadId, reason: '属地负责' });
    expect(await standing(ticket)).toBe('已转办');
    expect((await seen(ticket)).steps.map(({ label }) => label)).toContain('已确定承办单位');
  });

  it('is told as put off, until when, without the plan and the person', async () => {
    const ticket = await at.people.bring('handling');
    await hold(ticket);
    expect(way(await seen(ticket))).toBe('已受理 已转办 [暂缓办理] 答复 回访 办结');
    const view = await seen(ticket);
    expect(view.standing.label).toBe('暂缓办理');
    expect(view.standing.words).toContain('将在10月12日 18:00前复核');
    expect(view.promise?.words).toContain('暂缓办理的时间不计入');
    expect(JSON.stringify(view)).not.toMatch(/物业换届|李科长/);
  });

  it('is told as handled again, with the answer of the first round', async () => {
    let ticket = await at.people.bring('callback');
    ticket = await at.people.rate(ticket, dissatisfied);
    ticket = await at.people.change('callback', 'judgement', ticket, { reasonable: true, reason: '确未解决' });
    expect(await standing(ticket)).toBe('已转办，重新办理');
    ticket = await at.people.reply(await at.people.sign(ticket), { publicText: '第二次答复：已增派清运车。' });
    expect(await standing(ticket)).toBe('答复审核中');
    expect((await seen(ticket)).answers.map(({ text }) => text)).toEqual([goodReply.publicText]);
    ticket = await at.people.change('reviewer', 'approve', ticket, {});
    expect((await seen(ticket)).answers.map(({ text }) => text)).toEqual([
      '第二次答复：已增派清运车。',
      goodReply.publicText,
    ]);
    expect(JSON.stringify(await seen(ticket))).not.toContain('确未解决');
  });

  it('shows a reply that was approved until a correction of it is, and neither a refused one', async () => {
    const ticket = await at.people.bring('callback');
    const part = leadOf(ticket);
    const correct = async (publicText: string) => {
      at.house.clock.advance(60_000);
      const body = { ...goodReply, publicText, reason: '电话写错' };
      const handler = await at.people.handlerOf(part);
      await handler.call('POST /api/assignments/:id/correct', { params: { id: part.id }, body });
    };
    await correct('更正：清运时间为今日上午。');
    expect((await seen(ticket)).answers.map(({ text }) => text)).toEqual([goodReply.publicText]);
    await at.people.change('reviewer', 'refuse-correction', ticket, { reason: '原答复无误' });
    await correct('更正：联系人为王主任。');
    expect(JSON.stringify(await seen(ticket))).not.toMatch(/今日上午|王主任|电话写错|无误/);
    await at.people.change('reviewer', 'approve', ticket, {});
    expect((await seen(ticket)).answers.map(({ text }) => text)).toContain('更正：联系人为王主任。');
  });

  it('never shows a reply that was sent back', async () => {
    let ticket = await at.people.bring('handling');
    ticket = await at.people.reply(ticket, { publicText: '不归我们管。' });
    ticket = await at.people.change('reviewer', 'send-back', ticket, { reasonCode: 'off-topic', note: '重写' });
    expect(await standing(ticket)).toBe('办理中');
    ticket = await at.people.change('reviewer', 'approve', await at.people.reply(ticket), {});
    expect(JSON.stringify(await seen(ticket))).not.toMatch(/不归我们管|重写|答非所问/);
  });
});

describe('what ends otherwise', () => {
  it.each([
    ['withdraw', 'agent', '已撤回'],
    ['void', 'supervisor', '已作废'],
  ] as const)('by %s says so, without the reason', async (name, role, label) => {
    const ticket = await at.people.change(role, name, await at.people.bring('handling'), { reason: '内部理由' });
    const view = await seen(ticket);
    expect([view.standing.label, view.acts]).toEqual([label, []]);
    expect(way(view)).toBe(`已受理 已转办 已办理 ${label}`);
    expect(view.promise).toBeNull();
    expect(JSON.stringify(view)).not.toContain('内部理由');
  });

  it('before it was complete was never accepted', async () => {
    const incomplete = await at.people.register({ areaCode: undefined, address: undefined });
    const view = await seen(await at.people.change('agent', 'withdraw', incomplete, { reason: '不办了' }));
    expect(way(view)).toBe('已登记 已撤回');
  });

  it('by an answer on the call shows that answer', async () => {
    const view = await seen(await agent({ type: 'consultation', answer: { text: '身份证在户籍地派出所办理。' } }));
    expect(view).toMatchObject({
      standing: { label: '已答复' },
      answers: [{ from: '12345热线', text: '身份证在户籍地派出所办理。' }],
    });
    expect(way(view)).toBe('已受理 已答复 已办结');
  });

  it('by a legal route tells the route', async () => {
    const refer = { reasonCode: 'arbitration', route: '请向区劳动人事争议仲裁委员会申请仲裁。' } as const;
    const view = await seen(await agent({ refer }));
    expect(view.standing.label).toBe('已告知办理途径');
    expect(way(view)).toBe('已受理 已告知办理途径');
    expect(view.answers[0]?.text).toBe(`建议途径：仲裁\n${refer.route}`);
  });

  it('a praise is told to be forwarded', async () => {
    const ticket = await at.people.sign(await at.people.register({ type: 'praise' }));
    const view = await seen(ticket);
    expect(view.standing).toEqual({ label: '已转达', words: '您的心意已转达城市管理局，感谢您的肯定。' });
    expect(way(view)).toBe('已受理 已转办 已办理 已转达');
  });

  it('has no callback to come for who left no number', async () => {
    const ticket = await at.people.register({ citizen: { anonymous: true } });
    expect(way(await seen(ticket))).toBe('已受理 已转办 [等待单位签收] 答复 办结');
  });
});

describe('a ticket that was merged into another citizen’s', () => {
  it('keeps its number, says nothing of the other citizen, and shows the answer of both', async () => {
    const master = await at.people.register({ citizen: { name: '欧阳锋', phone: '13700001111' } });
    const second = await at.people.register({ title: '三号楼垃圾', citizen: { name: '王芳', phone: '13900000002' } });
    const follower = await at.people.change('dispatcher', 'merge', second, { intoId: master.id });
    const merged = await seen(follower);
    expect(merged).toMatchObject({ number: second.number, title: '三号楼垃圾', answers: [], acts: [] });
    expect(way(merged)).toBe('已受理 已转办 [合并办理中]');
    const publicText = `欧阳锋女士您好，您（13700001111）反映的垃圾已清运，详见工单${master.number}（查询码${master.trackingCode}）。`;
    const replied = await at.people.reply(await at.people.sign(await at.people.now(master.id)), { publicText });
    await at.people.change('reviewer', 'approve', replied, {});
    const answered = await seen(await at.people.now(follower.id));
    expect(answered.standing.label).toBe('已答复');
    expect(answered.answers).toMatchObject([
      { from: '城市管理局', text: expect.stringContaining('反映的垃圾已清运') as string },
    ]);
    expect(JSON.stringify(answered)).not.toMatch(new RegExp(`欧阳锋|1370000|${master.number}|${master.trackingCode}`));
    expect((await seen(master)).answers[0]?.text).toBe(publicText);
  });
});

describe('what is told', () => {
  it('is no name and no number of anybody, and nothing that people of the house wrote to each other', async () => {
    const given = {
      confidential: true,
      name: '司马光',
      phone: '13611112222',
      address: '梅林路7号',
    };
    let ticket = await at.people.register({ content: '内容里的机密', citizen: given });
    ticket = await at.people.sign(ticket);
    const handler = await at.people.handlerOf(leadOf(ticket));
    const params = { id: leadOf(ticket).id };
    await handler.call('POST /api/assignments/:id/interim-report', { params, body: { text: '进展里的机密' } });
    await at.people.change('agent', 'supplement', ticket, { text: '来电里的机密' });
    const urge = { by: 'phone', text: '催办里的机密' } as const;
    await at.house.app.get(TicketStore).apply(ticket.id, 'urge', urge, supervisor);
    ticket = await at.people.reply(await at.people.now(ticket.id), { internalText: '办理里的机密' });
    ticket = await at.people.change('reviewer', 'approve', ticket, { note: '审核里的机密' });
    const view = await seen(ticket);
    expect(view.confidential).toBe(true);
    expect(JSON.stringify(view)).not.toMatch(/机密|司马光|13611112222|梅林路/);
    const people = await at.house.database.sql.query<{ name: string }>(`SELECT name FROM ticket.account`, []);
    const names = people.map(({ name }) => name).filter((name) => JSON.stringify(view).includes(name));
    expect(names).toEqual([]);
    expect(view.steps.map(({ label }) => label)).toEqual(expect.arrayContaining(['办理进展', '已记录您补充的情况']));
  });

  it('is only the bare way once everything personal was erased', async () => {
    const ticket = await at.people.register();
    const citizen = Citizen.of(at.house, ticket);
    await citizen.does('supplement', { text: '补充里的机密' });
    await citizen.does('withdraw', { reason: '撤回里的机密' });
    await erased(await archived(ticket));
    const view = await citizen.look();
    expect(view).toMatchObject({
      title: '（个人信息已删除）',
      supplements: [],
      acts: [],
      standing: {
        label: '已撤回',
        words: '这件诉求已经归档，其中的个人信息和文字内容已按规定删除。',
      },
    });
    expect(JSON.stringify(view)).not.toContain('机密');
    expect((await citizen.refused('supplement', { text: '又' })).code).toBe('transition-refused');
  });
});

describe('number and code', () => {
  const ask = (body: object) => at.house.nobody().try('POST /api/public/track', { body } as never);

  it('with a typing error are refused before anybody looks for the number', async () => {
    const { number, trackingCode: code } = await at.people.register();
    const wrong = number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);
    await at.house.database.transaction(async (sql) => {
      // Whoever looked for a number would wait for the end of this.
      await sql.query(`LOCK TABLE ticket.ticket_key, ticket.ticket IN ACCESS EXCLUSIVE MODE`);
      const { status, body } = await ask({ number: wrong, code });
      expect(status).toBe(400);
      expect(body).toMatchObject({ errors: [{ path: 'number', message: expect.stringContaining('抄错') as string }] });
    });
  });

  it('are taken as people copy them', async () => {
    const { number, trackingCode } = await at.people.register();
    const code = (trackingCode ?? '').toLowerCase().replace(/.{4}(?=.)/g, '$& ');
    expect((await ask({ number: ` ${number.slice(0, 8)}-${number.slice(8)} `, code })).status).toBe(200);
  });

  const merged = async () => {
    const { id: intoId } = await at.people.register();
    return at.people.change('dispatcher', 'merge', await at.people.register(), { intoId });
  };
  it.each<[string, () => Promise<{ number: string }>]>([
    ['is handled', () => at.people.register()],
    ['is incomplete', () => at.people.register({ areaCode: null })],
    ['was merged', merged],
    ['was archived', async () => archived(await at.people.bring('closed'))],
    ['was erased', async () => erased(await archived(await at.people.bring('closed')))],
  ])(
    'that do not belong together are answered as if there were none, and as late, when the ticket %s',
    async (_what, made) => {
      const { number } = await made();
      const { trackingCode: code } = await at.people.register();
      const timed = async (asked: string) => {
        const from = performance.now();
        const { status, body, headers } = await ask({ number: asked, code });
        expect(performance.now() - from).toBeGreaterThan(245);
        return { status, body, length: headers.get('content-length') };
      };
      const none = await timed('20200101000000120');
      expect(none.status).toBe(404);
      expect(await timed(number)).toEqual(none);
    },
  );

  it('stand in no address: what names them there is refused', async () => {
    const { number, trackingCode } = await at.people.register();
    const query = `?number=${number}&code=${trackingCode}`;
    expect((await at.house.nobody().send(`/api/public/track${query}`, { method: 'GET' })).status).toBe(405);
    const { status } = await at.house.nobody().send(`/api/public/track${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number, code: trackingCode }),
    });
    expect(status).toBe(400);
  });
});
