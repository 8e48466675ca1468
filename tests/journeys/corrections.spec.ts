import { goodReply, leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();
const better = { ...goodReply, publicText: '更正：垃圾已清运，联系人更正为王主任。', reason: '联系人写错' };

const correct = async (ticket: TicketView, body: object = better) => {
  const part = leadOf(ticket);
  const handler = await at.people.handlerOf(part);
  return handler.try('POST /api/assignments/:id/correct', { params: { id: part.id }, body: body as typeof better });
};
const waits = async ({ id }: TicketView) =>
  (await (await at.house.as('reviewer')).call('GET /api/reviews', { query: { limit: 200 } })).items.find(
    (each) => each.id === id,
  );
const clocks = (ticket: TicketView) =>
  at.house.database.sql.query<{ kind: string; state: string }>(
    `SELECT kind, state FROM ticket.clock WHERE ticket_id = $1 AND kind IN ('finish', 'citizen', 'review', 'callback')
     ORDER BY started_at, kind`,
    [ticket.id],
  );

describe('a reply that is changed after it was reviewed', () => {
  it('is reviewed again, beside what was approved, and told the citizen once it is approved', async () => {
    const ticket = await at.people.bring('callback');
    at.house.clock.advance(600_000);
    expect(await correct(ticket)).toMatchObject({ status: 200 });
    await at.house.settle();
    const replied = await at.people.look(ticket.id);
    expect(replied.state).toBe('replied');
    expect(leadOf(replied).reply).toMatchObject({
      publicText: better.publicText,
      replaces: { publicText: goodReply.publicText },
    });
    expect(await waits(ticket)).toMatchObject({ number: ticket.number, reviewAlert: 'none' });
    const called = await (await at.house.as('callback')).call('GET /api/callbacks', { query: { limit: 200 } });
    expect(called.items.map(({ id }) => id)).not.toContain(ticket.id);

    const approved = await at.people.change('reviewer', 'approve', replied, {});
    expect(approved.state).toBe('callback');
    expect(leadOf(approved).reply).toMatchObject({ publicText: better.publicText });
    expect(leadOf(approved).reply?.replaces).toBeUndefined();
    expect(approved.handledAt).toBe(ticket.handledAt);
  });

  it('leaves the times as they were met, and gives the reviewer a time of their own', async () => {
    const ticket = await at.people.bring('callback');
    at.house.clock.advance(600_000);
    await correct(ticket);
    await at.house.settle();
    await at.people.change('reviewer', 'refuse-correction', ticket, { reason: '原答复无误' });
    await at.house.settle();
    const back = await at.people.look(ticket.id);
    expect(back.state).toBe('callback');
    expect(leadOf(back).reply).toMatchObject({ publicText: goodReply.publicText });
    expect((await clocks(ticket)).map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'callback met',
      'callback running',
      'citizen met',
      'finish met',
      'review met',
      'review met',
    ]);
  });

  it('is the head’s to change where the head signs replies', async () => {
    const ticket = await at.people.bring('callback');
    const params = { id: leadOf(ticket).departmentId };
    const admin = await at.house.as('admin');
    const signs = (...signsOff: ['reply'] | []) =>
      admin.call('PATCH /api/departments/:id', { params, body: { signsOff } });
    await signs('reply');
    expect(await correct(ticket)).toMatchObject({ status: 403 });
    await signs();
    expect(await correct(ticket)).toMatchObject({ status: 200 });
  });

  it('says why it is not changed: without a reason, or when the citizen has rated it', async () => {
    const ticket = await at.people.bring('callback');
    const { reason: _none, ...unexplained } = better;
    expect(await correct(ticket, unexplained)).toMatchObject({ status: 400 });
    const rated = await at.people.rate(ticket);
    expect(await correct(rated)).toMatchObject({ status: 409 });
  });
});
