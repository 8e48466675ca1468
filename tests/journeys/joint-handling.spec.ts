import { goodReply, leadOf, type PartView, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

/** Urban management leads, the town helps. */
async function joint(): Promise<TicketView> {
  const ticket = await at.people.register({ hold: true });
  const [leadId, coHandlerIds] = [at.house.department('urban').id, [at.house.department('town-east').id]];
  return at.people.change('dispatcher', 'dispatch', ticket, { leadId, coHandlerIds });
}

const helperOf = (ticket: TicketView): PartView => {
  const helper = ticket.assignments.find(({ role }) => role === 'co-handler');
  if (!helper) throw new Error('nobody helps');
  return helper;
};

const replyOfLead = async (ticket: TicketView, body: object) =>
  (await at.people.handlerOf(leadOf(ticket))).try('POST /api/assignments/:id/reply', {
    params: { id: leadOf(ticket).id },
    body: { ...goodReply, ...body },
  });

describe('several departments on one ticket', () => {
  it('each have a part with an own clock, and only the lead’s moves the ticket', async () => {
    const ticket = await joint();
    const signed = await at.people.sign(ticket, helperOf(ticket));
    expect(signed).toMatchObject({ state: 'dispatched' });
    expect(helperOf(signed)).toMatchObject({ state: 'working' });
    const running = signed.clocks.filter(({ state }) => state === 'running');
    expect(running.filter(({ assignmentId }) => assignmentId === helperOf(ticket).id).map(({ kind }) => kind)).toEqual([
      'finish',
    ]);
  });

  it('are waited for: the lead replies after the co-handler has answered', async () => {
    const ticket = await at.people.sign(await joint());
    expect(await replyOfLead(ticket, {})).toMatchObject({ status: 409, body: { code: 'transition-refused' } });
    const helped = await at.people.reply(await at.people.sign(ticket, helperOf(ticket)), {}, helperOf(ticket));
    expect(helperOf(helped)).toMatchObject({ state: 'answered' });
    expect(await at.people.reply(helped)).toMatchObject({ state: 'replied' });
  });

  it('may be overruled with a reason, and may still answer then', async () => {
    const ticket = await at.people.sign(await joint());
    expect(await replyOfLead(ticket, { overruledReason: '协办单位职责已由我局承担' })).toMatchObject({ status: 200 });
    const closed = await at.people.rate(await at.people.change('reviewer', 'approve', ticket, {}));
    const late = await at.people.reply(closed, {}, helperOf(closed));
    expect(late).toMatchObject({ state: 'closed' });
    expect(helperOf(late)).toMatchObject({ state: 'answered' });
    expect(late.clocks.filter(({ state }) => state === 'running')).toEqual([]);
  });

  it('lose a co-handler that gives its part back, and the lead goes on alone', async () => {
    const ticket = await at.people.sign(await joint());
    const alone = await at.people.giveBack(ticket, helperOf(ticket));
    expect(alone).toMatchObject({ state: 'handling' });
    expect(helperOf(alone)).toMatchObject({ state: 'returned' });
    expect(await at.people.reply(alone)).toMatchObject({ state: 'replied' });
  });

  it('keep the co-handler when the lead changes', async () => {
    const ticket = await joint();
    const leadId = at.house.department('environment').id;
    const moved = await at.people.change('dispatcher', 'redispatch', ticket, { leadId, reason: '属环保职责' });
    expect(helperOf(moved)).toMatchObject({ id: helperOf(ticket).id, state: 'waiting' });
    const clocks = moved.clocks.filter(({ assignmentId }) => assignmentId === helperOf(ticket).id);
    expect(clocks.map(({ state }) => state)).toEqual(['running', 'running']);
  });

  it('do not let the co-handler act as the lead', async () => {
    const ticket = await joint();
    const helper = await at.people.handlerOf(helperOf(ticket));
    const sent = { params: { id: leadOf(ticket).id }, body: {} };
    expect(await helper.refusal('POST /api/assignments/:id/sign', sent)).toMatchObject({ status: 404 });
  });
});
