import { NoticeTelling } from '#deadlines/notices/notice-telling';
import { dissatisfied, leadOf, satisfied, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-03-02T10:00:00+08:00' });

const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
const roundsOf = async ({ id }: TicketView) =>
  (await at.house.as('reviewer')).call('GET /api/tickets/:id/rounds', { params: { id } });

describe('the queue of replies under review', () => {
  it('shows what is due first, whenever it was registered, page by page', async () => {
    at.house.at('2026-03-02 10:00');
    const ordinary = await at.people.bring('replied');
    at.house.at('2026-03-02 11:00');
    const urgent = await at.people.bring('replied', { urgency: 'urgent' });
    const reviewer = await at.house.as('reviewer');
    const seen: [string, string | null][] = [];
    let cursor: string | undefined;
    do {
      const page = await reviewer.call('GET /api/reviews', { query: { limit: 1, cursor } });
      seen.push(...page.items.map(({ id, reviewDueAt }): [string, string | null] => [id, reviewDueAt]));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([
      [urgent.id, shanghai('2026-03-02 13:00')],
      [ordinary.id, shanghai('2026-03-03 18:00')],
    ]);
    for (const ticket of [ordinary, urgent]) await at.people.change('reviewer', 'approve', ticket, {});
  });
});

describe('what was said of each round', () => {
  it('is kept beside the present one: what was sent back, how it was rated, what was judged', async () => {
    at.house.at('2026-03-02 10:00');
    const replied = await at.people.bring('replied');
    const sent = { reasonCode: 'no-evidence', note: '请附照片' } as const;
    const back = await at.people.change('reviewer', 'send-back', replied, sent);
    const approved = await at.people.change('reviewer', 'approve', await at.people.reply(back), {});
    const rated = await at.people.rate(approved, { ...dissatisfied, comment: '根本没有来人' });
    const verdict = { reasonable: true, reason: '确未清运' };
    const again = await at.people.change('callback', 'judgement', rated, verdict);
    const { rounds, first, final } = await roundsOf(await at.people.reply(await at.people.sign(again)));
    expect(rounds).toMatchObject([
      {
        round: 1,
        sendBacks: [{ ...sent, by: { name: expect.any(String) as string } }],
        ratings: [{ solved: 'no', comment: '根本没有来人' }],
        judgements: [verdict],
      },
    ]);
    expect([first, final]).toMatchObject([{ round: 1 }, { round: 1 }]);
  });

  it('keeps the first and the final rating apart', async () => {
    const rated = await at.people.rate(await at.people.bring('callback'), dissatisfied);
    const verdict = { reasonable: true, reason: '确未清运' };
    let ticket = await at.people.change('callback', 'judgement', rated, verdict);
    ticket = await at.people.reply(await at.people.sign(ticket));
    await at.people.rate(await at.people.change('reviewer', 'approve', ticket, {}), satisfied);
    const { first, final } = await roundsOf(ticket);
    expect(first).toMatchObject({ round: 1, satisfaction: dissatisfied.satisfaction });
    expect(final).toMatchObject({ round: 2, satisfaction: satisfied.satisfaction });
    expect(await at.people.now(ticket.id)).toMatchObject({ state: 'closed', rating: { round: 2 } });
  });

  it('is told to nobody who may not see the ticket', async () => {
    const ticket = await at.people.bring('replied');
    const other = await at.house.as('handler', at.house.department('police').id);
    expect(await other.refusal('GET /api/tickets/:id/rounds', { params: { id: ticket.id } })).toMatchObject({
      status: 404,
    });
  });
});

describe('a rating that is judged reasonable', () => {
  it('is handled again within a limit of its own, and the head of the department is told at once', async () => {
    at.house.at('2026-03-02 10:00');
    const rated = await at.people.rate(await at.people.bring('callback'), dissatisfied);
    const ticket = await at.people.change('callback', 'judgement', rated, { reasonable: true, reason: '仍未解决' });
    const rework = ticket.clocks.find(({ kind }) => kind === 'rework');
    expect(rework).toMatchObject({ state: 'running', round: 2, dueAt: shanghai('2026-03-05 18:00') });
    await at.house.app.get(NoticeTelling, { strict: false }).tellAll();
    const head = await at.house.as('department-head', leadOf(ticket).departmentId);
    const { items } = await head.call('GET /api/notices', { query: { limit: 200 } });
    const told = items.filter(({ ticketId }) => ticketId === ticket.id);
    expect(told).toMatchObject([{ clock: 'rework', rung: 'reminder' }]);
  });
});
