import { SuggestionLearner } from '#routing/suggestion/suggestion-learner';
import { goodReply, leadOf, ordinary, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const learn = () => at.house.app.get(SuggestionLearner, { strict: false }).learn();

const matters = {
  water: ['自来水水压不足', '水管爆裂漏水', '家中停水', '水表读数异常'],
  urban: ['路灯不亮', '井盖缺失', '占道经营', '垃圾无人清运'],
} as const;
type Code = keyof typeof matters;

const matterOf = (code: Code, index: number) => {
  const phrase = matters[code][index % 4] ?? '';
  return { title: `${phrase}第${index % 7}处`, content: `小区门口${phrase}，已有${(index % 5) + 2}天，请处理。` };
};

async function dispatched(code: Code, index: number, to: string = code): Promise<TicketView> {
  const [agent, dispatcher] = [await at.house.as('agent'), await at.house.as('dispatcher')];
  const { id } = await agent.call('POST /api/tickets', { body: { ...ordinary, ...matterOf(code, index), hold: true } });
  const body = { leadId: at.house.department(to).id };
  return dispatcher.call('POST /api/tickets/:id/dispatch', { params: { id }, body });
}

async function answered(ticket: TicketView): Promise<void> {
  const part = leadOf(ticket);
  const [handler, params] = [await at.people.handlerOf(part), { id: part.id }];
  await handler.call('POST /api/assignments/:id/sign', { params, body: {} });
  await handler.call('POST /api/assignments/:id/reply', { params, body: goodReply });
}

const suggested = async (code: Code, index: number) => {
  const agent = await at.house.as('agent');
  return (await agent.call('POST /api/routing/suggest', { body: matterOf(code, index) })).department;
};

const models = async () =>
  (await (await at.house.as('admin')).call('GET /api/suggestion-models', { query: { limit: 10 } })).items;

describe('suggestions', () => {
  it('come from the dispatch catalogue alone while nothing was dispatched', async () => {
    await learn();
    expect(await models()).toEqual([]);
    const [first] = await suggested('water', 0);
    expect(first).toMatchObject({ code: 'service-centre', reasons: ['兜底承办单位'] });
  });

  it('are learnt from what departments answered, with the phrases that speak for each', async () => {
    for (let index = 0; index < 24; index += 1)
      for (const code of ['water', 'urban'] as const) await answered(await dispatched(code, index));
    await learn();
    expect(await models()).toMatchObject([{ kind: 'department', version: 1, examples: 48, isActive: true }]);
    const [first] = await suggested('urban', 100);
    expect(first?.code).toBe('urban');
    expect(first?.probability).toBeGreaterThan(0.7);
    expect(first?.reasons.join()).toMatch(/路灯|不亮/);
  });

  it('are learnt anew only when their time has come, and are put back to an earlier version by one call', async () => {
    await learn();
    expect(await models()).toHaveLength(1);
    at.house.at('2026-09-16 10:00');
    await learn();
    const [newest, first] = await models();
    expect([newest, first]).toMatchObject([
      { version: 2, isActive: true },
      { version: 1, isActive: false },
    ]);
    const admin = await at.house.as('admin');
    const params = { id: first?.id ?? '' };
    expect(await admin.call('POST /api/suggestion-models/:id/activate', { params, body: {} })).toMatchObject({
      version: 1,
      isActive: true,
    });
    at.house.at('2026-09-18 10:00');
    await learn();
    expect((await models()).map(({ version, isActive }) => [version, isActive])).toEqual([
      [3, false],
      [2, false],
      [1, true],
    ]);
  });

  it('are unlearnt of a department whose return was upheld: who had it afterwards is suggested', async () => {
    const dispatcher = await at.house.as('dispatcher');
    const matter = { title: '广场舞音响扰民', content: '每晚广场舞音响很吵，影响孩子学习。' };
    for (let index = 0; index < 10; index += 1) {
      const agent = await at.house.as('agent');
      const { id } = await agent.call('POST /api/tickets', { body: { ...ordinary, ...matter, hold: true } });
      const body = { leadId: at.house.department('urban').id };
      const part = leadOf(await dispatcher.call('POST /api/tickets/:id/dispatch', { params: { id }, body }));
      const handler = await at.people.handlerOf(part);
      const reason = { reasonCode: 'not-ours', basis: '不属于本单位职责' } as const;
      await handler.call('POST /api/assignments/:id/return', { params: { id: part.id }, body: reason });
      const { items } = await dispatcher.call('GET /api/returns', { query: { state: 'pending', limit: 10 } });
      await dispatcher.call('POST /api/returns/:id/uphold', { params: { id: items[0]?.id ?? '' }, body: {} });
      const next = { leadId: at.house.department('planning').id };
      const ticket = await dispatcher.call('POST /api/tickets/:id/dispatch', { params: { id }, body: next });
      await answered(ticket);
    }
    at.house.at('2026-09-22 10:00');
    await learn();
    const [newest] = await models();
    const params = { id: newest?.id ?? '' };
    await (await at.house.as('admin')).call('POST /api/suggestion-models/:id/activate', { params, body: {} });
    const { department } = await dispatcher.call('POST /api/routing/suggest', { body: matter });
    expect(department[0]?.code).toBe('planning');
  });
});
