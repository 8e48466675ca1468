import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const stateOfReturns = async ({ id }: TicketView): Promise<string[]> => {
  const rows = await at.house.database.sql.query<{ state: string }>(
    `SELECT state FROM ticket.return_request WHERE ticket_id = $1 ORDER BY asked_at, id`,
    [id],
  );
  return rows.map(({ state }) => state);
};

describe('a return that nobody decided', () => {
  it.each([
    [
      'the citizen withdraws',
      (ticket: TicketView) => at.people.change('agent', 'withdraw', ticket, { reason: '已解决' }),
    ],
    [
      'the ticket is voided',
      (ticket: TicketView) => at.people.change('supervisor', 'void', ticket, { reason: '误登' }),
    ],
    [
      'the citizen is asked for more',
      (ticket: TicketView) => at.people.change('dispatcher', 'ask-more', ticket, { missing: ['course'] }),
    ],
    [
      'the citizen is told another road',
      (ticket: TicketView) =>
        at.people.change('dispatcher', 'refer', ticket, { reasonCode: 'litigation', route: '起诉' }),
    ],
  ])('lapses when %s', async (_, leave) => {
    const ticket = await leave(await at.people.giveBack(await at.people.register()));
    expect(await stateOfReturns(ticket)).toEqual(['lapsed']);
    const { items } = await (await at.house.as('dispatcher')).call('GET /api/returns');
    expect(items.map(({ ticketId }) => ticketId)).not.toContain(ticket.id);
  });

  it('is no return of that department: it may be sent the ticket again', async () => {
    const asked = await at.people.giveBack(await at.people.register());
    const incomplete = await at.people.change('dispatcher', 'ask-more', asked, { missing: ['course'] });
    const again = await at.people.change('agent', 'complete', incomplete, { content: '补充：在三号楼北侧' });
    expect(again).toMatchObject({ state: 'dispatched', lead: asked.lead });
    const second = await at.people.decide(await at.people.giveBack(again), 'reject');
    expect(await stateOfReturns(second)).toEqual(['lapsed', 'rejected']);
  });

  it('is refused after a rejection once its window has passed', async () => {
    at.house.at('2026-09-14 10:00');
    const kept = await at.people.decide(await at.people.giveBack(await at.people.register()), 'reject');
    at.house.at('2026-09-17 10:00');
    const sent = { params: { id: leadOf(kept).id }, body: { reasonCode: 'not-ours', basis: '不属于本单位' } } as const;
    const handler = await at.people.handlerOf(leadOf(kept));
    expect(await handler.refusal('POST /api/assignments/:id/return', sent)).toMatchObject({
      detail: '已超过退单申请期',
    });
  });
});
