import { OwedDrafting } from '#deadlines/supervisions/owed-drafting';
import { Supervisions } from '#deadlines/supervisions/supervisions';
import { dissatisfied, type Registration, type TicketView } from '#testing/people';
import { breaksIn } from './support/audit-house';
import { hotline } from './support/hotline';

const at = hotline({ settings: { gatheringPeople: 5 } });

const draftAll = () => at.house.app.get(OwedDrafting, { strict: false }).draftAll();

/** The orders of a ticket once all are drafted that are owed, as `cause state`. */
async function ordersOf({ id }: { id: string }): Promise<string[]> {
  await draftAll();
  const { supervisions } = await at.people.now(id);
  return supervisions.map(({ cause, state }) => `${cause} ${state}`).sort();
}

const answer = async (ticket: TicketView) =>
  at.people.change('reviewer', 'approve', await at.people.reply(await at.people.sign(ticket)), {});
const rework = (ticket: TicketView) =>
  at.people.change('callback', 'judgement', ticket, { reasonable: true, reason: '确实没有办' });

/** A ticket that was reworked once, answered, and waits for the callback. */
async function reworked(): Promise<TicketView> {
  const callback = await at.people.bring('callback');
  return answer(await rework(await at.people.rate(callback, dissatisfied)));
}

/** As a message that comes again: what was owed is owed once more. */
const toldAgain = ({ id }: { id: string }, cause: string, round: number) =>
  at.house.database.sql.query(`INSERT INTO ticket.order_owed (ticket_id, cause, round, at) VALUES ($1, $2, $3, $4)`, [
    id,
    cause,
    round,
    at.house.clock.now(),
  ]);

const undispatched = (given: Partial<Registration>) => at.people.register({ hold: true, ...given });
const urban = () => at.house.department('urban').id;
const dispatch = (ticket: TicketView) => at.people.change('dispatcher', 'dispatch', ticket, { leadId: urban() });

describe('an order that nobody wrote', () => {
  it('is drafted when a citizen is not content with a rework, and the third round drafts no second one of it', async () => {
    const ticket = await reworked();
    expect(await ordersOf(ticket)).toEqual([]);
    const rated = await at.people.rate(ticket, dissatisfied);
    expect(await ordersOf(ticket)).toEqual(['dissatisfied-after-rework draft']);
    expect((await rework(rated)).round).toBe(3);
    expect(await ordersOf(ticket)).toEqual(['dissatisfied-after-rework draft']);
    const third = await at.people.rate(await answer(await at.people.now(ticket.id)), dissatisfied);
    expect(await ordersOf(third)).toEqual(['dissatisfied-after-rework draft', 'dissatisfied-after-rework draft']);
  });

  it('is drafted of a third round also where that was begun before anybody looked', async () => {
    const ticket = await rework(await at.people.rate(await reworked(), dissatisfied));
    expect(ticket).toMatchObject({ round: 3, state: 'dispatched' });
    expect(await ordersOf(ticket)).toEqual(['dissatisfied-after-rework draft']);
  });

  it('is drafted when a ticket is reopened that was not completed as was said', async () => {
    const ticket = await at.people.bring('closed');
    await at.people.change('supervisor', 'reopen', ticket, { reason: '现场没有办' });
    expect(await ordersOf(ticket)).toEqual(['false-completion draft']);
  });

  it('is drafted of what came by the media as soon as somebody leads, whoever leads later', async () => {
    const ticket = await undispatched({ channel: 'media' });
    expect(await ordersOf(ticket)).toEqual([]);
    const returned = await at.people.giveBack(await dispatch(ticket));
    expect(await ordersOf(ticket)).toEqual(['media draft']);
    const registered = await at.people.decide(returned, 'uphold');
    const leadId = at.house.department('police').id;
    await at.people.change('dispatcher', 'dispatch', registered, { leadId });
    expect(await ordersOf(ticket)).toEqual(['media draft']);
  });

  it('is drafted of a gathering, from as many people on as the setting says', async () => {
    const ticket = await dispatch(await undispatched({ stability: true, peopleInvolved: 4 }));
    const many = await dispatch(await undispatched({ peopleInvolved: 400 }));
    expect([await ordersOf(ticket), await ordersOf(many)]).toEqual([[], []]);
    const edit = { params: { id: ticket.id }, headers: { 'if-match': `"${ticket.version}"` } };
    await (await at.house.as('agent')).call('PATCH /api/tickets/:id', { ...edit, body: { peopleInvolved: 30 } });
    expect(await ordersOf(ticket)).toEqual(['gathering draft']);
    const { supervisions } = await at.people.now(ticket.id);
    expect(supervisions).toMatchObject([{ level: 'on-site', mainTo: { id: urban() } }]);
  });

  it('is drafted once however often what calls for it is told, by whichever replica, and whatever became of it', async () => {
    const ticket = await at.people.change('supervisor', 'reopen', await at.people.bring('closed'), {
      reason: '没有办',
    });
    await Promise.all([draftAll(), draftAll(), draftAll()]);
    const [{ id } = { id: '' }] = (await at.people.now(ticket.id)).supervisions;
    await toldAgain(ticket, 'false-completion', 1);
    await Promise.all([draftAll(), draftAll()]);
    expect(await ordersOf(ticket)).toEqual(['false-completion draft']);
    await (await at.house.as('supervisor')).call('POST /api/supervisions/:id/discard', { params: { id }, body: {} });
    await toldAgain(ticket, 'false-completion', 1);
    expect(await ordersOf(ticket)).toEqual(['false-completion discarded']);
  });

  it('stays the one of what called for it when whoever amends it says that it is another cause', async () => {
    const told = { channel: 'media', stability: true, peopleInvolved: 30 } as const;
    const ticket = await dispatch(await undispatched(told));
    expect(await ordersOf(ticket)).toEqual(['gathering draft', 'media draft']);
    const supervisor = await at.house.as('supervisor');
    for (const { id } of (await at.people.now(ticket.id)).supervisions)
      await supervisor.call('PUT /api/supervisions/:id', {
        params: { id },
        body: { level: 'interview', cause: 'media', requirement: '请分管领导到场说明。' },
      });
    await toldAgain(ticket, 'media', 1);
    await toldAgain(ticket, 'gathering', 1);
    expect(await ordersOf(ticket)).toEqual(['media draft', 'media draft']);
    expect(await breaksIn(at.house)).toEqual([]);
  });

  it('is not drafted when it is told too late, and leaves nothing owed', async () => {
    const ticket = await at.people.bring('handling');
    await at.people.change('agent', 'withdraw', ticket, { reason: '已解决' });
    await toldAgain(ticket, 'media', 1);
    expect(await ordersOf(ticket)).toEqual([]);
    expect(await at.house.database.sql.query('SELECT 1 FROM ticket.order_owed', [])).toEqual([]);
  });

  it('waits while nobody leads, and then goes to whoever does', async () => {
    const ticket = await undispatched({});
    await toldAgain(ticket, 'false-completion', 1);
    expect(await ordersOf(ticket)).toEqual([]);
    const seenTo = () => Promise.reject(new Error('seen to while nobody leads'));
    const by = { ground: 'false-completion', round: 1 } as const;
    // Also where the lead was lost since it was read.
    const asked = { ticketId: ticket.id, by, say: () => null, seenTo };
    expect(await at.house.app.get(Supervisions, { strict: false }).draftOwed(asked)).toBe(false);
    await dispatch(ticket);
    expect(await ordersOf(ticket)).toEqual(['false-completion draft']);
  });

  it('is told by history as it stands, and by an audit found as it is told', async () => {
    const ticket = await at.people.change('supervisor', 'reopen', await at.people.bring('closed'), {
      reason: '没有办',
    });
    await ordersOf(ticket);
    expect(await breaksIn(at.house)).toEqual([]);
    const falsify = (round: number) =>
      at.house.database.sql.query('UPDATE ticket.supervision SET round = $2 WHERE ticket_id = $1', [ticket.id, round]);
    await falsify(2);
    expect(await breaksIn(at.house)).toEqual([
      expect.stringContaining('the supervision order is another than history tells'),
    ]);
    await falsify(1);
  });
});
