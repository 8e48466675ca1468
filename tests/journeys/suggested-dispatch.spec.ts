import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import type { RouteAnswer } from '#http-api/routes';
import type { Registration, TicketView } from '#testing/people';
import { hotline } from './support/hotline';
import { matterOf, Teaching } from './support/teaching';

type Suggestion = RouteAnswer<'GET /api/tickets/:id/suggestion'>;
type Agreement = RouteAnswer<'GET /api/suggestion-agreement'>['items'][number];

const at = hotline();
const teaching = new Teaching(at);

const classless = { categoryCode: null } as const;
const lamp = { ...matterOf('urban', 100), ...classless };
const strange = { title: '咨询社保资格认证', content: '请问外地老人如何办理资格认证手续。', ...classless };

const suggestionFor = async (
  { id }: { id: string },
  role: 'dispatcher' | 'agent' = 'dispatcher',
): Promise<Suggestion> => (await at.house.as(role)).call('GET /api/tickets/:id/suggestion', { params: { id } });

const agreement = async (query: { kind?: 'category' | 'department'; version?: number } = {}): Promise<Agreement[]> =>
  (await (await at.house.as('manager')).call('GET /api/suggestion-agreement', { query: { ...query, limit: 50 } }))
    .items;

const codeOf = ({ lead }: TicketView): string | null => lead && at.house.department(lead.id).code;

const stored = (ticketId: string) =>
  at.house.database.sql.query(
    `SELECT round, is_automatic AS "isAutomatic", asked_at IS NOT NULL AS "isAsked", department_version AS version,
       departments, categories, department_id AS "departmentId", category_code AS "categoryCode", decided_by AS "decidedBy"
     FROM ticket.suggestion WHERE ticket_id = $1 ORDER BY round`,
    [ticketId],
  );

describe('before anything was learnt', () => {
  it('rules and keywords tell the three best, without a probability that a model would stand for', async () => {
    const ticket = await at.people.register({ title: '路灯不亮', content: '公共设施坏了。', ...classless, hold: true });
    const { category, department, categoryVersion, departmentVersion } = await suggestionFor(ticket);
    expect([categoryVersion, departmentVersion]).toEqual([0, 0]);
    expect(category[0]).toMatchObject({ code: 'city.lamps', isLearnt: false, isSure: false });
    expect(category[0]?.phrases).toEqual(['路灯', '公共设施']);
    expect(department[0]).toMatchObject({ code: 'urban', isLearnt: false, isSure: false, rule: '派单目录：市容市政' });
    expect(department.length).toBeLessThanOrEqual(3);
    for (const { probability } of [...category, ...department]) expect(probability).toBeLessThan(1);
  });

  it('the rule for its own category goes before all keywords', async () => {
    const ticket = await at.people.register({ title: '路灯不亮', categoryCode: 'utility.water', hold: true });
    expect((await suggestionFor(ticket)).department[0]).toMatchObject({ code: 'water', rule: '派单目录：供水' });
  });

  it('what no rule is for goes to the fall-back owner, and nobody is asked', async () => {
    const ticket = await at.people.register(lamp);
    expect(codeOf(ticket)).toBe('service-centre');
    expect(await stored(ticket.id)).toEqual([]);
  });
});

describe('once it was learnt', () => {
  beforeAll(async () => {
    for (let index = 0; index < 30; index += 1)
      for (const [code, categoryCode] of [
        ['water', 'utility.water'],
        ['urban', 'city.lamps'],
      ] as const) {
        const ticket = await teaching.dispatched({ ...matterOf(code, index), categoryCode }, code);
        await teaching.approved(ticket);
      }
    await teaching.learn();
  });

  let sure: TicketView;
  it('what is sure is dispatched by itself, and history says by which version and how likely', async () => {
    sure = await at.people.register(lamp);
    expect(codeOf(sure)).toBe('urban');
    const agent = await at.house.as('agent');
    const { items } = await agent.call('GET /api/tickets/:id/history', { params: { id: sure.id } });
    const line = items.find(({ name }) => name === 'dispatch');
    const { suggested, because } = line?.data as {
      suggested: { version: number; probability: number };
      because: string;
    };
    expect(line?.actor).toBe('routing');
    expect(suggested.version).toBe(1);
    expect(suggested.probability).toBeGreaterThan(0.7);
    expect(because).toBe('按派单建议自动派单');
  });

  it('says category and department with probability, phrases and similar tickets', async () => {
    const { category, department, categoryVersion, departmentVersion } = await suggestionFor(sure, 'agent');
    expect([categoryVersion, departmentVersion]).toEqual([1, 1]);
    for (const [first, code] of [
      [category[0], 'city.lamps'],
      [department[0], 'urban'],
    ] as const) {
      expect(first).toMatchObject({ code, isLearnt: true, isSure: true });
      expect(first?.phrases.join()).toMatch(/路灯|不亮/);
      expect(first?.similar.length).toBeGreaterThan(0);
      expect(first?.reasons.at(-1)).toContain(first?.similar[0]?.number);
      expect(first?.similar.map(({ id }) => id)).not.toContain(sure.id);
    }
  });

  let unsure: TicketView;
  it('what is not sure waits for a dispatcher, who is asked with the best', async () => {
    unsure = await at.people.register(strange);
    expect(unsure).toMatchObject({ state: 'registered', lead: null });
    expect(await stored(unsure.id)).toMatchObject([{ isAsked: true, isAutomatic: false, departmentId: null }]);
    expect((await suggestionFor(unsure)).department.every(({ isSure }) => !isSure)).toBe(true);
  });

  it('no sweep brings back what waits for a dispatcher, but what nobody was asked of', async () => {
    const { sweeper } = at.house.house;
    const { id } = await at.people.register(strange);
    at.house.at('2026-09-14 11:00');
    expect(await sweeper.sweep()).toBe(0);
    // As if its job had been lost.
    await at.house.database.sql.query('DELETE FROM ticket.suggestion WHERE ticket_id = $1', [id]);
    expect(await sweeper.sweep()).toBe(1);
    await at.house.settle();
    expect(await stored(id)).toMatchObject([{ isAsked: true }]);
    expect(await sweeper.sweep()).toBe(0);
  });

  it('what was done instead is kept with what was suggested, and by whom', async () => {
    await teaching.dispatch(unsure.id, 'labour');
    const { id: departmentId } = at.house.department('labour');
    const [row] = await stored(unsure.id);
    expect(row).toMatchObject({ version: 1, departmentId, categoryCode: null, isAutomatic: false });
    expect(row?.['decidedBy']).toMatch(/^[0-9a-f-]{36}$/);
    expect(Object.keys((row?.['departments'] as object[])[0] ?? {}).sort()).toEqual(['id', 'probability', 'rule']);
  });

  it.each([
    ['an emergency', { urgency: 'critical' }],
    ['an urgent matter', { urgency: 'urgent' }],
    ['a report', { type: 'report' }],
    ['a confidential matter', { citizen: { name: '张小明', phone: '13812345678', confidential: true } }],
    ['a matter that may lead to unrest', { stability: true }],
  ] satisfies [string, Partial<Registration>][])('%s is never dispatched by a suggestion', async (_, given) => {
    const ticket = await at.people.register({ ...lamp, ...given });
    expect(codeOf(ticket)).toBe('service-centre');
    expect(await stored(ticket.id)).toEqual([]);
  });

  it('nor is what an agent holds back for a dispatcher, nor what a rule is for', async () => {
    expect(await at.people.register({ ...lamp, hold: true })).toMatchObject({ state: 'registered' });
    expect(codeOf(await at.people.register({ ...lamp, categoryCode: 'utility.gas' }))).toBe('gas');
  });

  it('nor anything in a house that has it switched off', async () => {
    const settings = at.house.app.get<Settings>(SETTINGS);
    settings.dispatchBySuggestion = false;
    expect(codeOf(await at.people.register(lamp))).toBe('service-centre');
    settings.dispatchBySuggestion = true;
  });

  it('a department is not suggested that returned it, and the complaint about one is not sent there', async () => {
    const returned = await at.people.decide(await at.people.giveBack(sure), 'uphold');
    expect(returned).toMatchObject({ state: 'registered' });
    expect((await suggestionFor(returned)).department.map(({ code }) => code)).not.toContain('urban');
    const subjectDepartmentId = at.house.department('urban').id;
    const accusing = await at.people.register({ ...lamp, type: 'complaint', subjectDepartmentId });
    expect(accusing).toMatchObject({ state: 'registered' });
  });

  it('the agreement tells by version and department how often it was taken, and how much came back', async () => {
    await at.people.register({ ...matterOf('urban', 7), ...classless });
    const [urban] = (await agreement({ version: 1 })).filter(({ suggested }) => suggested.name === '城市管理局');
    expect(urban).toMatchObject({ version: 1, automatic: 2, kept: 1 });
    expect(urban?.taken).toBe(2);
    const { decided, amongBest } = (await agreement({ version: 1 })).reduce(
      (sum, row) => ({ decided: sum.decided + row.decided, amongBest: sum.amongBest + row.amongBest }),
      { decided: 0, amongBest: 0 },
    );
    expect([decided, amongBest]).toEqual([3, 2]);
    expect((await agreement({ kind: 'category', version: 1 })).map(({ kind }) => kind)).toContain('category');
    expect((await agreement()).at(-1)).toMatchObject({ version: 0, automatic: 0 });
  });

  it('is read page by page, and by whoever answers for dispatch', async () => {
    const manager = await at.house.as('manager');
    const whole = await agreement();
    const seen: Agreement[] = [];
    let cursor: string | undefined;
    do {
      const page = await manager.call('GET /api/suggestion-agreement', { query: { limit: 1, cursor } });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole);
    const handler = await at.house.as('handler', 'urban');
    expect(await handler.refusal('GET /api/suggestion-agreement')).toMatchObject({ status: 403 });
    const params = { id: sure.id };
    expect(await handler.refusal('GET /api/tickets/:id/suggestion', { params })).toMatchObject({ status: 403 });
  });
});
