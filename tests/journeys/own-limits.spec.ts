import { Recomputer } from '#deadlines/recomputer';
import type { RouteRequest } from '#http-api/routes';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

/** Monday. */
const at = hotline({ now: '2026-03-02T10:00:00+08:00' });

const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
const said = { reason: '区领导要求三日内办结', source: '区政府专题会议' };
const until = (text: string) => ({ dueAt: shanghai(text), ...said });

async function working(given: Parameters<typeof at.people.register>[0] = {}): Promise<TicketView> {
  at.house.at('2026-03-02 10:00');
  return at.people.sign(await at.people.register(given));
}

const limited = async (text: string, ticket: TicketView) =>
  at.people.change('dispatcher', 'set-limit', ticket, until(text));

const finishOf = ({ clocks }: TicketView) => {
  const clock = clocks.findLast(({ kind, state }) => (kind === 'finish' || kind === 'rework') && state === 'running');
  if (!clock) throw new Error('nobody is at it');
  return clock;
};

const receiptOf = async (ticket: TicketView) =>
  (await at.house.as('supervisor')).call('GET /api/clocks/:id/receipt', { params: { id: finishOf(ticket).id } });

async function refusal(ticket: TicketView, body: RouteRequest<'POST /api/tickets/:id/set-limit'>['body']) {
  const dispatcher = await at.house.as('dispatcher');
  return dispatcher.refusal('POST /api/tickets/:id/set-limit', { params: { id: ticket.id }, body });
}

describe('a limit of a ticket’s own', () => {
  it('moves the department’s time to the instant that was said, on the desk too, and not what was promised', async () => {
    const ticket = await working();
    expect(ticket).toMatchObject({ dueAt: shanghai('2026-03-09 18:00'), ownDueAt: null });
    const soon = await limited('2026-03-05 15:00', ticket);
    expect(soon).toMatchObject({ dueAt: shanghai('2026-03-05 15:00'), ownDueAt: shanghai('2026-03-05 15:00') });
    expect(soon.promisedAt).toBe(ticket.promisedAt);
    expect(finishOf(soon)).toMatchObject({ generation: 2, shortened: true, dueAt: shanghai('2026-03-05 15:00') });
    expect(soon.clocks.filter(({ shortened }) => shortened)).toHaveLength(1);
    const handler = await at.people.handlerOf(leadOf(soon));
    const { items } = await handler.call('GET /api/assignments', { query: { sort: 'dueAt' } });
    const part = items.find(({ ticketId }) => ticketId === ticket.id);
    expect([part?.dueAt, part?.ticket.ownDueAt]).toEqual(Array(2).fill(shanghai('2026-03-05 15:00')));
  });

  it('is in the history that the department reads, and in the receipt, with who said so and why', async () => {
    const ticket = await limited('2026-03-05 15:00', await working());
    const handler = await at.people.handlerOf(leadOf(ticket));
    const { items } = await handler.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    const { user } = await (await at.house.as('dispatcher')).call('GET /api/session');
    expect(items.find(({ name }) => name === 'setLimit')).toMatchObject({
      label: '单独限时',
      actor: user.name,
      data: { dueAt: shanghai('2026-03-05 15:00'), reason: said.reason, limitSource: said.source },
    });
    const { lines, steps, dueAt } = await receiptOf(ticket);
    const [who, why] = [{ id: user.id, name: user.name }, { ...said }];
    expect(steps).toMatchObject([{ kind: 'own-limit', inherited: false, by: who, ...why }]);
    expect(dueAt).toBe(shanghai('2026-03-05 15:00'));
    expect(lines).toContain(
      `2026年3月2日（周一）10:00 ${user.name}单独限时至2026年3月5日（周四）15:00：期限提前至2026年3月5日（周四）15:00` +
        `（理由：区领导要求三日内办结；来源：区政府专题会议）`,
    );
  });

  it('tells a department nothing by its reason of who asks', async () => {
    const ticket = await working();
    const body = { dueAt: shanghai('2026-03-05 15:00'), reason: '张小明13812345678反复来电，须尽快办' };
    const soon = await at.people.change('supervisor', 'set-limit', ticket, body);
    const handler = await at.people.handlerOf(leadOf(soon));
    const { lines } = await handler.call('GET /api/clocks/:id/receipt', { params: { id: finishOf(soon).id } });
    expect(lines.join()).toContain('反复来电');
    expect(lines.join()).not.toMatch(/张小明|13812345678/);
  });

  it('warns anew: flags go up by the earlier time, and come down with it while it has not passed', async () => {
    const ticket = await limited('2026-03-05 15:00', await at.people.contact(await working()));
    at.house.at('2026-03-05 09:00');
    await at.house.mark();
    expect((await at.people.now(ticket.id)).alert).toBe('yellow');
    const back = await at.people.change('supervisor', 'lift-limit', ticket, { reason: '活动取消' });
    expect(back).toMatchObject({ alert: 'none', dueAt: shanghai('2026-03-09 18:00'), ownDueAt: null });
    expect(finishOf(back)).toMatchObject({ generation: 3, shortened: false });
    const again = await limited('2026-03-06 12:00', back);
    at.house.at('2026-03-06 12:00');
    await at.house.mark();
    expect((await at.people.now(ticket.id)).alert).toBe('red');
    const dispatcher = await at.house.as('dispatcher');
    const late = { params: { id: again.id }, body: { reason: '活动取消' } };
    expect(await dispatcher.refusal('POST /api/tickets/:id/lift-limit', late)).toMatchObject({
      code: 'transition-refused',
      detail: '办理期限已过，不能再取消单独限时',
    });
  });

  it('is refused in words that say what to do instead', async () => {
    const ticket = await working();
    const past = await refusal(ticket, until('2026-03-02 09:00'));
    expect(past).toMatchObject({ code: 'transition-refused', detail: '单独限时须晚于现在' });
    const later = { detail: '单独限时须早于现办理期限；需要更多时间由承办单位申请延期' };
    expect(await refusal(ticket, until('2026-03-09 18:00'))).toMatchObject(later);
    expect(await refusal(ticket, { ...until('2026-03-05 18:00'), reason: ' ' })).toMatchObject({ code: 'invalid' });
    await limited('2026-03-04 12:00', ticket);
    expect((await refusal(ticket, until('2026-03-10 18:00'))).detail).toContain('单独限时不能晚于规则给的期限');
    const supervisor = await at.house.as('supervisor');
    const hold = { holdId: '', plan: '随管网改造', responsible: '建设科', reviewAt: shanghai('2026-06-01 18:00') };
    const { holdId: _, ...body } = hold;
    const handler = await at.people.handlerOf(leadOf(ticket));
    const params = { id: leadOf(ticket).id };
    const { id } = await handler.call('POST /api/assignments/:id/request-hold', { params, body });
    await supervisor.call('POST /api/holds/:id/approve', { params: { id }, body: {} });
    expect(await refusal(ticket, until('2026-03-04 12:00'))).toMatchObject({
      detail: '“已挂账”的工单不能单独限时（督办员已于3月2日10:00挂账）',
    });
    const praise = await at.people.register({ type: 'praise' });
    expect((await refusal(praise, until('2026-03-04 12:00'))).detail).toBe('本工单没有正在计时的办理时限');
  });

  it('knows where the time stands at once: of two that are set while no clock was written yet, the rules bound both', async () => {
    const ticket = await working();
    const dispatcher = await at.house.as('dispatcher');
    const set = (text: string) =>
      dispatcher.call('POST /api/tickets/:id/set-limit', { params: { id: ticket.id }, body: until(text) });
    const set2 = await Promise.all([set('2026-03-04 12:00'), set('2026-03-06 12:00')]);
    expect(set2.map(({ id }) => id)).toEqual([ticket.id, ticket.id]);
    const { dueAt, ownDueAt } = await at.people.now(ticket.id);
    expect(dueAt).toBe(ownDueAt);
    expect((await refusal(ticket, until('2026-03-09 18:00'))).status).toBe(409);
  });

  it('goes with the ticket to the next department, which has four office hours at least', async () => {
    const ticket = await limited('2026-03-05 15:00', await working());
    at.house.at('2026-03-05 14:00');
    const leadId = at.house.department('police').id;
    const moved = await at.people.change('dispatcher', 'redispatch', ticket, { leadId, reason: '职责划转' });
    expect(moved).toMatchObject({ dueAt: shanghai('2026-03-05 18:00'), ownDueAt: shanghai('2026-03-05 15:00') });
    expect((await receiptOf(moved)).lines.join()).toContain('派单时已设，至少留4个办公小时：期限提前至2026年3月5日');
  });

  it('ends with its round', async () => {
    const ticket = await limited('2026-03-05 15:00', await working());
    await at.people.reply(await at.people.contact(ticket));
    await at.people.change('reviewer', 'approve', ticket, {});
    const bad = { contacted: 'yes', solved: 'no', satisfaction: { result: 'dissatisfied' } } as const;
    await at.people.rate(ticket, bad);
    const again = await at.people.change('callback', 'judgement', ticket, { reasonable: true, reason: '未解决' });
    expect(again).toMatchObject({ round: 2, ownDueAt: null, dueAt: shanghai('2026-03-05 18:00') });
    expect(finishOf(again)).toMatchObject({ kind: 'rework', shortened: false });
  });

  it('stands when the rules change, until they ask for less than it does', async () => {
    const ticket = await limited('2026-03-05 15:00', await working({ type: 'suggestion' }));
    const admin = await at.house.as('admin');
    const days = (amount: number) =>
      ({ type: 'suggestion', clock: 'finish', unit: 'working-days', source: '区政府办通知', amount }) as const;
    const moved = async (amount: number) => {
      const preview = await admin.call('POST /api/time-limits', { query: { preview: 'true' }, body: days(amount) });
      await admin.call('POST /api/time-limits', { body: days(amount) });
      at.house.clock.advance(10_000);
      await at.house.app.get(Recomputer, { strict: false }).run();
      const { dueAt } = await at.people.now(ticket.id);
      return { previewed: preview.moves?.items.filter(({ clock }) => clock === 'finish').length, dueAt };
    };
    expect(await moved(8)).toEqual({ previewed: 0, dueAt: shanghai('2026-03-05 15:00') });
    expect(await moved(2)).toEqual({ previewed: 1, dueAt: shanghai('2026-03-04 18:00') });
  });

  it('is seen through when somebody changes it behind the history', async () => {
    const ticket = await limited('2026-03-05 15:00', await working());
    const set = (own: string) =>
      at.house.database.sql.query('UPDATE ticket.ticket SET own_due_at = $2 WHERE id = $1', [ticket.id, own]);
    expect(await at.house.faults()).toEqual([]);
    await set(shanghai('2026-03-08 18:00'));
    expect(await at.house.faults()).not.toEqual([]);
    await set(shanghai('2026-03-05 15:00'));
  });
});
