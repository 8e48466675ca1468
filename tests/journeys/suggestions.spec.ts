import { Maintenance } from '#platform/maintenance';
import type { TicketView } from '#testing/people';
import { hotline } from './support/hotline';
import { matterOf, Teaching, type Code } from './support/teaching';

const at = hotline();
const teaching = new Teaching(at);

const suggested = async (code: Code, index: number) => {
  const agent = await at.house.as('agent');
  return (await agent.call('POST /api/routing/suggest', { body: matterOf(code, index) })).department;
};

/** Learns once its time has come again, and puts what it learnt into force. */
async function relearnt(day: string): Promise<{ examples: number }> {
  at.house.at(`2026-09-${day} 10:00`);
  await teaching.learn();
  const newest = (await teaching.models()).find(({ kind }) => kind === 'department');
  const params = { id: newest?.id ?? '' };
  return (await at.house.as('admin')).call('POST /api/suggestion-models/:id/activate', { params, body: {} });
}

const likeliest = async (matter: { title: string; content: string }): Promise<string | undefined> => {
  const dispatcher = await at.house.as('dispatcher');
  return (await dispatcher.call('POST /api/routing/suggest', { body: matter })).department[0]?.code;
};

describe('suggestions', () => {
  it('are not learnt while nothing was dispatched', async () => {
    await teaching.learn();
    expect(await teaching.models()).toEqual([]);
  });

  it('are learnt from what departments answered, with the phrases that speak for each', async () => {
    await teaching.taught(24);
    await teaching.learn();
    expect(await teaching.models()).toMatchObject([{ kind: 'department', version: 1, examples: 48, isActive: true }]);
    const [first] = await suggested('urban', 100);
    expect(first?.code).toBe('urban');
    expect(first?.probability).toBeGreaterThan(0.7);
    expect(first?.reasons.join()).toMatch(/路灯|不亮/);
  });

  it('are learnt anew only when their time has come, and are put back to an earlier version by one call', async () => {
    await teaching.learn();
    expect(await teaching.models()).toHaveLength(1);
    at.house.at('2026-09-16 10:00');
    await teaching.learn();
    const [newest, first] = await teaching.models();
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
    await teaching.learn();
    expect((await teaching.models()).map(({ version, isActive }) => [version, isActive])).toEqual([
      [3, false],
      [2, false],
      [1, true],
    ]);
  });

  it('hold up nothing else that is done hourly, however long they take', async () => {
    await at.house.database.transaction(async (sql) => {
      await sql.query('LOCK TABLE routing.suggestion_model');
      await at.house.app.get(Maintenance).run();
    });
  });

  const dancing = { title: '广场舞音响扰民', content: '每晚广场舞音响很吵，影响孩子学习。' };
  const returning: TicketView[] = [];

  it('are not learnt from a reply that nobody has approved, nor while a return is still to be decided', async () => {
    for (let index = 0; index < 10; index += 1) {
      await teaching.replied(await teaching.dispatched(dancing, 'urban'));
      returning.push(await at.people.giveBack(await teaching.dispatched(dancing, 'urban')));
    }
    expect(await relearnt('21')).toMatchObject({ examples: 48 });
  });

  it('are learnt from who had it after a return that was upheld, and never from who returned it', async () => {
    for (const ticket of returning) {
      await at.people.decide(ticket, 'uphold');
      await teaching.approved(await teaching.dispatch(ticket.id, 'planning'));
    }
    expect(await relearnt('22')).toMatchObject({ examples: 58 });
    expect(await likeliest(dancing)).toBe('planning');
  });

  it('are unlearnt of a department that returned what it had answered before, once that is upheld', async () => {
    const fair = { title: '庙会节目安排咨询', content: '文化馆庙会演出节目几点开始，在哪里看。' };
    const answered: TicketView[] = [];
    for (let index = 0; index < 10; index += 1) {
      const ticket = await teaching.dispatched(fair, 'culture');
      await teaching.approved(ticket);
      answered.push(await at.people.rate(ticket));
    }
    expect(await relearnt('23')).toMatchObject({ examples: 68 });
    expect(await likeliest(fair)).toBe('culture');
    for (const ticket of answered) {
      const again = await at.people.change('supervisor', 'reopen', ticket, { reason: '群众反映问题依旧存在' });
      await at.people.decide(await at.people.giveBack(again), 'uphold');
    }
    expect(await relearnt('24')).toMatchObject({ examples: 58 });
    expect(await likeliest(fair)).not.toBe('culture');
  });
});
