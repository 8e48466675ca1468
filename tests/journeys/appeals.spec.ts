import { dissatisfied, leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-03-02T10:00:00+08:00' });

const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
const why = { reason: '诉求人要求的补偿超出政策规定，办理过程见附件' };

/** Rated badly by its citizen at ten in the morning of a Monday. */
async function ratedBadly(given: Parameters<typeof at.people.bring>[1] = {}): Promise<TicketView> {
  at.house.at('2026-03-02 10:00');
  return at.people.rate(await at.people.bring('callback', given), dissatisfied);
}

async function appealed(given?: TicketView): Promise<{ ticket: TicketView; id: string }> {
  const ticket = given ?? (await ratedBadly());
  const handler = await at.people.handlerOf(leadOf(ticket));
  const { id } = await handler.call('POST /api/tickets/:id/appeals', { params: { id: ticket.id }, body: why });
  return { ticket: await at.people.now(ticket.id), id };
}

const supervisor = () => at.house.as('supervisor');
const appealsOf = async ({ id }: TicketView) =>
  (await (await supervisor()).call('GET /api/appeals', { query: { ticketId: id } })).items;
const clockOf = ({ clocks }: TicketView, of: string) => clocks.find(({ kind }) => kind === of);

describe('a department’s appeal against a bad rating', () => {
  it('is decided within five working days, by a clock of its own', async () => {
    const { ticket, id } = await appealed();
    expect(clockOf(ticket, 'appeal')).toMatchObject({ state: 'running', dueAt: shanghai('2026-03-09 18:00') });
    const [waits] = await appealsOf(ticket);
    expect(waits).toMatchObject({ id, state: 'pending', round: 1, ...why, dueAt: shanghai('2026-03-09 18:00') });
    await (await supervisor()).call('POST /api/appeals/:id/refuse', { params: { id }, body: { reason: '证据不足' } });
    expect(clockOf(await at.people.now(ticket.id), 'appeal')).toMatchObject({ state: 'met' });
  });

  it('that is accepted leaves the ticket out of what departments are judged by, and the rating stays for all to see', async () => {
    const rates = async () => {
      const query = { from: '2026-03-02', to: '2026-03-02' };
      const report = await (
        await at.house.as('manager')
      ).call('GET /api/reports/:name', {
        params: { name: 'overview' },
        query,
      });
      const { rated, dissatisfied: bad, satisfactionRateA, received } = report.totals;
      return { rated, bad, satisfactionRateA, received };
    };
    const { ticket, id } = await appealed();
    await at.people.bring('closed');
    const before = await rates();
    const accepted = await (await supervisor()).call('POST /api/appeals/:id/accept', { params: { id }, body: {} });
    expect(accepted).toMatchObject({ state: 'accepted', decidedBy: { name: expect.any(String) as string } });
    const after = await at.people.now(ticket.id);
    expect(after).toMatchObject({ excluded: true, rating: ticket.rating, state: 'callback', judgementDue: true });
    expect(await rates()).toMatchObject({
      received: before.received,
      rated: Number(before.rated) - 1,
      bad: Number(before.bad) - 1,
    });
    const handler = await at.people.handlerOf(leadOf(ticket));
    const { items } = await handler.call('GET /api/appeals', { query: { state: 'accepted' } });
    expect(items.map((each) => each.id)).toContain(id);
  });

  it('is filed within three working days of the rating, and as long after what was judged of it', async () => {
    const ticket = await ratedBadly();
    expect(clockOf(ticket, 'appeal-window')).toMatchObject({ dueAt: shanghai('2026-03-05 18:00'), alert: 'none' });
    at.house.at('2026-03-05 18:01');
    const handler = await at.people.handlerOf(leadOf(ticket));
    const late = await handler.refusal('POST /api/tickets/:id/appeals', { params: { id: ticket.id }, body: why });
    expect(late).toMatchObject({ code: 'transition-refused', detail: '已超过申诉期限' });
    at.house.at('2026-03-06 10:00');
    const verdict = { reasonable: true, reason: '确未解决' };
    const judged = await at.people.change('callback', 'judgement', ticket, verdict);
    expect(judged).toMatchObject({ state: 'dispatched', round: 2 });
    const { id } = await appealed(judged);
    expect((await appealsOf(ticket)).map((each) => [each.id, each.round])).toEqual([[id, 1]]);
  });

  it('is filed once for one rating', async () => {
    const { ticket, id } = await appealed();
    const handler = await at.people.handlerOf(leadOf(ticket));
    const again = () => handler.refusal('POST /api/tickets/:id/appeals', { params: { id: ticket.id }, body: why });
    expect(await again()).toMatchObject({ code: 'conflict', detail: '本单位已对这次评价提出申诉' });
    await (await supervisor()).call('POST /api/appeals/:id/refuse', { params: { id }, body: { reason: '证据不足' } });
    expect(await again()).toMatchObject({ code: 'conflict' });
  });

  it('names its evidence among the ticket’s own files', async () => {
    const ticket = await ratedBadly();
    const handler = await at.people.handlerOf(leadOf(ticket));
    const body = { ...why, attachmentIds: ['00000000-0000-7000-8000-000000000000'] };
    const refusal = await handler.refusal('POST /api/tickets/:id/appeals', { params: { id: ticket.id }, body });
    expect(refusal).toMatchObject({ status: 400, code: 'invalid' });
    expect(await appealsOf(ticket)).toEqual([]);
  });

  it('is of nobody’s who has no part in the ticket: for others it does not exist', async () => {
    const { ticket, id } = await appealed();
    const other = await at.house.as('handler', at.house.department('police').id);
    const refusal = await other.refusal('POST /api/tickets/:id/appeals', { params: { id: ticket.id }, body: why });
    expect(refusal).toMatchObject({ status: 404 });
    const { items } = await other.call('GET /api/appeals', { query: { ticketId: ticket.id } });
    expect(items).toEqual([]);
    expect(await other.refusal('POST /api/appeals/:id/accept', { params: { id }, body: {} })).toMatchObject({
      status: 403,
    });
  });

  it('is decided once, by whoever comes first', async () => {
    const { id } = await appealed();
    const who = await supervisor();
    await who.call('POST /api/appeals/:id/accept', { params: { id }, body: {} });
    const refusal = await who.refusal('POST /api/appeals/:id/refuse', { params: { id }, body: { reason: '晚了' } });
    expect(refusal).toMatchObject({ code: 'transition-refused' });
    expect(refusal.detail).toMatch(/^这次申诉已有处理结果/);
  });

  it('lapses with its ticket', async () => {
    const { ticket } = await appealed();
    const verdict = { reasonable: true, reason: '确未解决' };
    const reworked = await at.people.change('callback', 'judgement', ticket, verdict);
    await at.people.change('supervisor', 'void', reworked, { reason: '测试登记' });
    expect(await appealsOf(ticket)).toMatchObject([{ state: 'lapsed', decidedBy: null }]);
  });
});

describe('the list of appeals', () => {
  it('shows what is due first, page by page, and each once', async () => {
    const mine: string[] = [];
    for (const day of ['2026-04-01 10:00', '2026-04-02 10:00', '2026-04-03 10:00']) {
      at.house.at(day);
      const ticket = await at.people.rate(await at.people.bring('callback'), dissatisfied);
      mine.push((await appealed(ticket)).id);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await (
        await supervisor()
      ).call('GET /api/appeals', { query: { state: 'pending', limit: 2, cursor } });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => mine.includes(id))).toEqual(mine);
  });
});
