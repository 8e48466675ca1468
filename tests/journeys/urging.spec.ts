import { hotline } from './support/hotline';

const at = hotline();
const desk = async () =>
  (await at.house.as('handler', 'urban')).call('GET /api/assignments', { query: { state: 'working' } });
const onDesk = async (): Promise<string[]> => (await desk()).items.map(({ ticket }) => ticket.title);

/** Due in the order of their titles. */
async function handled(...titles: string[]): Promise<Record<string, { id: string }>> {
  const tickets: Record<string, { id: string }> = {};
  for (const title of titles) {
    at.house.clock.advance(60_000);
    tickets[title] = await at.people.bring('handling', { title });
  }
  return tickets;
}

describe('a nudge', () => {
  it('raises its ticket’s place on the desk, behind what carries a flag, and moves no clock', async () => {
    const { 乙, 丙 } = await handled('甲', '乙', '丙');
    expect(await onDesk()).toEqual(['甲', '乙', '丙']);
    const before = (await at.people.now(丙?.id ?? '')).clocks;
    await at.people.change('agent', 'nudge', 丙 ?? { id: '' }, { text: '何时来' });
    expect(await onDesk()).toEqual(['丙', '甲', '乙']);
    for (const _ of [1, 2]) await at.people.change('agent', 'nudge', 乙 ?? { id: '' }, {});
    expect(await onDesk()).toEqual(['乙', '丙', '甲']);
    expect((await at.people.now(丙?.id ?? '')).clocks).toEqual(before);
    await at.house.database.sql.query(
      `UPDATE ticket.assignment SET alert = 'red' FROM ticket.ticket t WHERE t.id = ticket_id AND t.title = '甲'`,
    );
    expect(await onDesk()).toEqual(['甲', '乙', '丙']);
    await at.house.database.sql.query(`UPDATE ticket.assignment SET alert = 'none'`);
    const { items } = await (
      await at.house.as('handler', 'urban')
    ).call('GET /api/assignments', { query: { sort: 'dueAt' } });
    expect(items.map(({ ticket }) => ticket.title)).toEqual(['甲', '乙', '丙']);
  });

  it('is known to a department that is named afterwards', async () => {
    const ticket = await at.people.register({ title: '丁', hold: true });
    await at.people.change('agent', 'nudge', ticket, {});
    await at.people.change('dispatcher', 'dispatch', ticket, { leadId: at.house.department('police').id });
    const [row] = await at.house.database.sql.query<{ nudges: number }>(
      `SELECT nudges FROM ticket.assignment WHERE ticket_id = $1`,
      [ticket.id],
    );
    expect(row?.nudges).toBe(1);
  });

  it('is read from the desk’s own index, page by page', async () => {
    const handler = await at.house.as('handler', 'urban');
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await handler.call('GET /api/assignments', { query: { limit: 1, cursor } });
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(
      (await handler.call('GET /api/assignments', { query: { limit: 200 } })).items.map(({ id }) => id),
    );
    const plan = await at.house.database.sql.query<Record<'QUERY PLAN', string>>(
      `EXPLAIN SELECT * FROM ticket.assignment a WHERE a.department_id = '${at.house.department('urban').id}' AND a.state IN ('waiting', 'working', 'objecting', 'signing')
       ORDER BY ((CASE a.alert WHEN 'red' THEN 1 WHEN 'yellow' THEN 2 ELSE 3 END) * 1000000 - least(a.nudges, 999999)) ASC, coalesce(a.due_at, 'infinity') ASC, a.id ASC LIMIT 51`,
    );
    const told = plan.map((each) => each['QUERY PLAN']).join('\n');
    expect(told).toContain('Index Scan');
    expect(told).not.toMatch(/Sort +\(cost/);
  });
});

describe('urging', () => {
  const text = '请尽快办理';

  it('is counted, told in the history with how it was done, and moves no clock', async () => {
    const ticket = await at.people.bring('handling');
    const urged = await at.people.change('supervisor', 'urge', ticket, { by: 'phone', text });
    expect(urged).toMatchObject({ urges: 1, clocks: ticket.clocks });
    const handler = await at.house.as('handler', 'urban');
    const { items } = await handler.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(items.at(-1)).toMatchObject({ name: 'urge', data: { by: 'phone', text } });
    expect((await desk()).items.find(({ ticketId }) => ticketId === ticket.id)?.ticket.urges).toBe(1);
  });

  it('of many at once answers for each, and leaves none out for another', async () => {
    const [open, closed] = [await at.people.bring('handling'), await at.people.bring('closed')];
    const nowhere = '018f3c5e-0000-7000-8000-000000000001';
    const ticketIds = [open.id, closed.id, nowhere, 'nothing', open.id];
    const lead = await at.house.as('shift-lead');
    const { items } = await lead.call('POST /api/urges', { body: { ticketIds, text } });
    expect(items).toEqual([
      { ticketId: open.id, number: open.number, urges: 1, refusal: null },
      {
        ticketId: closed.id,
        number: closed.number,
        urges: 0,
        refusal: expect.stringMatching(/^“已办结”的工单不能催办（回访员已于9月14日.+登记评价）$/) as string,
      },
      { ticketId: nowhere, number: null, urges: null, refusal: '没有这个工单' },
      { ticketId: 'nothing', number: null, urges: null, refusal: '没有这个工单' },
    ]);
  });

  it('of many at once is done once under one key, also after it was broken off', async () => {
    const tickets = [await at.people.bring('handling'), await at.people.bring('handling')];
    const ticketIds = tickets.map(({ id }) => id);
    const lead = await at.house.as('shift-lead');
    const headers = { 'idempotency-key': 'batch-1' };
    const send = () => lead.call('POST /api/urges', { headers, body: { ticketIds, text } });
    const first = await send();
    expect(await send()).toEqual(first);
    // As if the house had ended before it had kept the key of the whole.
    await at.house.database.sql.query(
      `DELETE FROM ticket.ticket_key WHERE kind = 'idempotency' AND value NOT LIKE '%:%'`,
    );
    expect(await send()).toEqual(first);
    expect(first.items.map(({ urges }) => urges)).toEqual([1, 1]);
  });
});
