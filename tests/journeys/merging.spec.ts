import { hotline } from './support/hotline';

const at = hotline();

/** Two citizens, one matter: the second ticket follows the first. */
async function merged() {
  const master = await at.people.register();
  const second = await at.people.register({ citizen: { name: '王芳', phone: '13900000002' } });
  const follower = await at.people.change('dispatcher', 'merge', second, { intoId: master.id });
  return { master, follower };
}

describe('a merged ticket', () => {
  it('keeps its own number and promise, and its departments are let off', async () => {
    const { master, follower } = await merged();
    expect(follower).toMatchObject({ state: 'merged', mergedIntoId: master.id });
    expect(follower.number).not.toBe(master.number);
    const toItsDepartment = await (
      await at.house.as('handler', 'urban')
    ).call('GET /api/tickets/:id', { params: { id: master.id } });
    expect([toItsDepartment.mergedTickets, follower.mergedTickets]).toEqual([1, 0]);
    expect(follower.assignments.map(({ state }) => state)).toEqual(['cancelled']);
    expect(follower.clocks.filter(({ state }) => state === 'running').map(({ kind }) => kind)).toEqual(['citizen']);
  });

  it('is counted by its master, also when it came in another month', async () => {
    const master = await at.people.register();
    at.house.clock.advance(35 * 86_400_000);
    const follower = await at.people.register();
    expect(follower.number.slice(0, 6)).not.toBe(master.number.slice(0, 6));
    await at.people.change('dispatcher', 'merge', follower, { intoId: master.id });
    expect((await at.people.now(master.id)).mergedTickets).toBe(1);
  });

  it('is answered with its master', async () => {
    const { master, follower } = await merged();
    const replied = await at.people.reply(await at.people.sign(await at.people.now(master.id)));
    const approved = await at.people.change('reviewer', 'approve', replied, {});
    const answered = await at.people.now(follower.id);
    expect(answered).toMatchObject({ state: 'merged', handledAt: approved.handledAt });
    expect(answered.clocks.find(({ kind }) => kind === 'citizen')).toMatchObject({ state: 'met' });
  });

  it('goes its own way again when the master ends unanswered', async () => {
    const { master, follower } = await merged();
    await at.people.change('agent', 'withdraw', master, { reason: '群众撤回' });
    expect(await at.people.now(follower.id)).toMatchObject({ state: 'dispatched', mergedIntoId: null });
  });

  it('can be taken out by a dispatcher', async () => {
    const { follower } = await merged();
    expect(await at.people.change('dispatcher', 'unmerge', follower, {})).toMatchObject({ state: 'dispatched' });
  });

  it('follows a master that is merged itself', async () => {
    const { master, follower } = await merged();
    const last = await at.people.register({ title: '同一事项的第三件' });
    await at.people.change('dispatcher', 'merge', master, { intoId: last.id });
    const replied = await at.people.reply(await at.people.sign(await at.people.now(last.id)));
    await at.people.change('reviewer', 'approve', replied, {});
    const answered = await Promise.all([master, follower].map(({ id }) => at.people.now(id)));
    expect(answered.map(({ state, handledAt }) => [state, handledAt !== null])).toEqual([
      ['merged', true],
      ['merged', true],
    ]);
  });

  it('has one that answers, when two dispatchers merge two tickets into each other at the same moment', async () => {
    const dispatcher = await at.house.as('dispatcher');
    for (let pair = 0; pair < 6; pair += 1) {
      const [a, b] = [await at.people.register(), await at.people.register()];
      const merge = (id: string, intoId: string) =>
        dispatcher.try('POST /api/tickets/:id/merge', { params: { id }, body: { intoId } });
      const answers = await Promise.all([merge(a.id, b.id), merge(b.id, a.id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const states = await Promise.all([a, b].map(async ({ id }) => (await at.people.now(id)).state));
      expect(states.sort()).toEqual(['dispatched', 'merged']);
    }
  });

  it('never follows itself, nor a ticket that has ended', async () => {
    const dispatcher = await at.house.as('dispatcher');
    const ticket = await at.people.register();
    const closed = await at.people.bring('closed');
    const refusal = (intoId: string) =>
      dispatcher.refusal('POST /api/tickets/:id/merge', { params: { id: ticket.id }, body: { intoId } });
    expect(await refusal(ticket.id)).toMatchObject({ status: 409 });
    expect(await refusal(closed.id)).toMatchObject({ status: 409, code: 'conflict' });
  });
});

describe('a ticket that ends early', () => {
  it('is withdrawn for the citizen with a reason, and nothing runs on', async () => {
    const withdrawn = await at.people.change('agent', 'withdraw', await at.people.bring('handling'), {
      reason: '已自行解决',
    });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', holder: null });
    expect(withdrawn.clocks.filter(({ state }) => state === 'running')).toEqual([]);
    expect(withdrawn.assignments.map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('is voided by a supervisor only while it is open', async () => {
    const closed = await at.people.bring('closed');
    const supervisor = await at.house.as('supervisor');
    const sent = { params: { id: closed.id }, body: { reason: '重复' } };
    expect(await supervisor.refusal('POST /api/tickets/:id/void', sent)).toMatchObject({
      status: 409,
      state: 'closed',
    });
  });
});
