import { shanghaiDate } from '#calendar/shanghai-time';
import { MessageSending } from '#intake/messages/message-sending';
import type { RouteAnswer } from '#http-api/routes';
import { Maintenance } from '#platform/maintenance';
import { dissatisfied, goodReply, ordinary, satisfied, type Registration, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';
import { surveyGateway, type SurveyGateway } from './support/survey-gateway';

// All citizens of this file ask from one address.
const at = hotline({ settings: { throttleFactor: 1_000 } });
const dayMs = 86_400_000;
const noAnswer = { outcome: 'no-answer' } as const;
const unknown = 'A'.repeat(22);

let gateway: SurveyGateway;
beforeAll(async () => {
  gateway = await surveyGateway(at.house);
});
afterAll(() => gateway.close());
/** Each test has a morning of its own, and time never goes back. */
beforeEach(() => {
  at.house.at(`${shanghaiDate(new Date(at.house.clock.now().getTime() + dayMs))} 10:00`);
});

const look = (token: string) => at.house.nobody().call('GET /api/public/surveys/:token', { params: { token } });
const says = (token: string, body: object) =>
  at.house.nobody().call('POST /api/public/surveys/:token', { params: { token }, body: body as typeof satisfied });
const refusedTo = (method: 'GET' | 'POST', token: string) => {
  const asked = { params: { token }, ...(method === 'POST' && { body: satisfied }) };
  return at.house.nobody().refusal(`${method} /api/public/surveys/:token`, asked as never);
};
/** Answered, and told by a message that has a link. */
async function asked(given: Partial<Registration> = {}): Promise<{ ticket: TicketView; token: string }> {
  const ticket = await at.people.bring('callback', given);
  return { ticket, token: await gateway.tokenOf(ticket) };
}
const ratingsOf = ({ id }: { id: string }) =>
  at.house.database.sql.query<{ source: string; comment: string | null; merged: boolean }>(
    `SELECT source, comment, merged FROM ticket.rating WHERE ticket_id = $1 ORDER BY id`,
    [id],
  );
const pass = (days: number) => at.house.clock.advance(days * dayMs);

describe('a survey by link', () => {
  it('shows number, title and answer, and is changed by nobody who opens it', async () => {
    const { ticket, token } = await asked();
    const view: RouteAnswer<'GET /api/public/surveys/:token'> = await look(token);
    expect(view).toEqual({
      number: ticket.number,
      title: ordinary.title,
      answer: goodReply.publicText,
      standing: 'open',
      until: null,
    });
    for (let count = 0; count < 3; count += 1) expect(await look(token)).toEqual(view);
    expect(await at.people.now(ticket.id)).toEqual(ticket);
  });

  it('is answered once, closes the ticket, and says by its source that nobody of the house was told it', async () => {
    const { ticket, token } = await asked();
    const answered = await says(token, { ...satisfied, comment: '很快就清运了' });
    expect(answered).toMatchObject({ standing: 'answered', number: ticket.number });
    expect(await at.people.now(ticket.id)).toMatchObject({
      state: 'closed',
      closeReason: 'rated',
      rating: { source: 'citizen-link', round: 1, satisfaction: { result: 'satisfied' } },
    });
    expect(await refusedTo('POST', token)).toMatchObject({ status: 410, code: 'gone' });
    expect(await look(token)).toMatchObject({ standing: 'answered' });
    expect(await ratingsOf(ticket)).toEqual([{ source: 'citizen-link', comment: '很快就清运了', merged: false }]);
  });

  it('is answered once also when it is sent twice at once', async () => {
    const { ticket, token } = await asked();
    const sent = await Promise.allSettled([1, 2, 3, 4].map(() => says(token, satisfied)));
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await ratingsOf(ticket)).toHaveLength(1);
  });

  it('is valid for seven days after the ticket was closed without a rating, by the link of the first message', async () => {
    const { ticket, token } = await asked();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      pass(1);
      await at.people.change('callback', 'callback-attempts', ticket, noAnswer);
    }
    const closed = await at.people.now(ticket.id);
    expect(closed).toMatchObject({ state: 'closed', closeReason: 'unrated' });
    expect(await gateway.tokenOf(ticket, 'closed')).toBe(token);
    pass(6.9);
    expect((await look(token)).until).toBe(new Date(Date.parse(closed.closedAt ?? '') + 7 * dayMs).toISOString());
    expect(await says(token, satisfied)).toMatchObject({ standing: 'answered' });
    expect(await at.people.now(ticket.id)).toMatchObject({
      state: 'closed',
      closeReason: 'unrated',
      rating: { source: 'citizen-link' },
    });
  });

  it('is over after that, in the same words for whoever opens and whoever answers it', async () => {
    const { ticket, token } = await asked();
    await at.people.rate(ticket);
    pass(7);
    const [opened, answered] = [await refusedTo('GET', token), await refusedTo('POST', token)];
    expect(opened).toEqual(answered);
    expect(opened).toMatchObject({ status: 410, code: 'gone', detail: expect.stringContaining('12345') as string });
    expect(JSON.stringify(opened)).not.toContain(ticket.number);
  });

  it('of a bad rating has it judged, also of a ticket that is closed', async () => {
    const { ticket, token } = await asked();
    await at.people.rate(ticket);
    await says(token, { ...dissatisfied, comment: '又堆上了' });
    expect(await at.people.now(ticket.id)).toMatchObject({
      state: 'closed',
      judgementDue: true,
      rating: { source: 'citizen-link', solved: 'no' },
    });
    const judged = await at.people.change('callback', 'judgement', ticket, { reasonable: true, reason: '确未解决' });
    expect(judged).toMatchObject({ state: 'dispatched', round: 2 });
  });

  it('is asked again when the matter was handled again, and the former link leads nowhere', async () => {
    const { ticket, token } = await asked();
    await says(token, dissatisfied);
    let again = await at.people.change('callback', 'judgement', ticket, { reasonable: true, reason: '确未解决' });
    expect(await refusedTo('GET', token)).toMatchObject({ status: 410 });
    again = await at.people.reply(await at.people.sign(again));
    await at.people.change('reviewer', 'approve', again, {});
    const second = await gateway.tokenOf(ticket);
    expect(second).not.toBe(token);
    expect(await refusedTo('POST', token)).toMatchObject({ status: 410 });
    await says(second, satisfied);
    expect(await at.people.now(ticket.id)).toMatchObject({ state: 'closed', rating: { round: 2, solved: 'yes' } });
  });

  it('of a merged ticket is kept beside it, marked as not to be counted', async () => {
    const [master, follower] = [await at.people.bring('handling'), await at.people.register({ hold: true })];
    await at.people.change('dispatcher', 'merge', follower, { intoId: master.id });
    await at.people.change('reviewer', 'approve', await at.people.reply(master), {});
    await at.house.settle();
    const token = await gateway.tokenOf(follower);
    expect(await look(token)).toMatchObject({ number: follower.number, answer: null });
    await says(token, dissatisfied);
    expect(await at.people.now(follower.id)).toMatchObject({ state: 'merged', rating: null, judgementDue: false });
    expect(await ratingsOf(follower)).toEqual([{ source: 'citizen-link', comment: null, merged: true }]);
  });

  it('shows of a protected citizen’s matter nothing but the number', async () => {
    const { ticket, token } = await asked({ citizen: { ...ordinary.citizen, confidential: true } });
    expect(await look(token)).toMatchObject({ number: ticket.number, title: null, answer: null, standing: 'open' });
  });

  it.each([
    ['anonymous', { citizen: { anonymous: true } }],
    ['without a number', { citizen: { name: '李某' } }],
  ] as const)('is sent to nobody who is %s', async (_, given) => {
    const ticket = await at.people.change('reviewer', 'approve', await at.people.bring('replied', given), {});
    expect(await gateway.tokensOf(ticket)).toEqual([]);
  });

  it('is not sent of what was answered on the call, which is rated at its end', async () => {
    const ticket = await at.people.register({ type: 'consultation', answer: { text: '周一至周五办理' } });
    expect(await gateway.tokensOf(ticket)).toEqual([]);
  });

  it('that nobody was sent is not told from a misspelt one', async () => {
    expect(await refusedTo('GET', unknown)).toMatchObject({ status: 404, code: 'not-found' });
    expect(await refusedTo('POST', `${unknown}B`)).toEqual(await refusedTo('GET', '评价'));
  });

  it('takes no answer that leaves out a question', async () => {
    const { token } = await asked();
    const asking = { params: { token }, body: { contacted: 'yes', solved: 'yes' } };
    const refused = await at.house.nobody().refusal('POST /api/public/surveys/:token', asking as never);
    expect(refused).toMatchObject({ status: 400, errors: [{ path: 'satisfaction' }] });
    expect(await look(token)).toMatchObject({ standing: 'open' });
  });
});

describe('the token of a link', () => {
  it('stands in no table, no queue and no outbox: only in the message that left', async () => {
    const { ticket, token } = await asked();
    await says(token, satisfied);
    await at.house.settle();
    const { items } = await (await at.house.as('agent')).call('GET /api/tickets/:id/messages', { params: ticket });
    expect(items.at(-1)?.text).toContain('/s/〔评价码〕');
    const kept = await at.house.database.sql.query(
      `SELECT to_jsonb(m)::text FROM ticket.message m UNION ALL SELECT to_jsonb(s)::text FROM ticket.survey s
       UNION ALL SELECT to_jsonb(h)::text FROM ticket.history h UNION ALL SELECT to_jsonb(o)::text FROM ticket.outbox o`,
      [],
    );
    const hex = Buffer.from(token, 'base64url').toString('hex');
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${token}|${hex}`));
  });

  it('is the same when the message is sent again', async () => {
    const { ticket, token } = await asked();
    const { items } = await (await at.house.as('agent')).call('GET /api/tickets/:id/messages', { params: ticket });
    const id = items.at(-1)?.id ?? '';
    await (await at.house.as('supervisor')).call('POST /api/messages/:id/resend', { params: { id } });
    await at.house.app.get(MessageSending, { strict: false }).sendAll();
    expect(await gateway.tokensOf(ticket)).toEqual([token, token]);
  });

  it('is forgotten with the messages', async () => {
    const { token } = await asked();
    pass(401);
    await at.house.app.get(Maintenance).run();
    expect(await refusedTo('GET', token)).toMatchObject({ status: 404 });
  });
});
