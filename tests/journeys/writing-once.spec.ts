import { ordinary } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();
const key = (name: string) => ({ 'idempotency-key': name });
const registrations = async () => {
  const row = await at.house.database.sql.one<{ n: number }>('SELECT count(*)::int AS n FROM ticket.ticket');
  return row?.n ?? -1;
};

describe('a write with an Idempotency-Key', () => {
  it('makes one ticket of twenty posts at once, and gives each the same answer', async () => {
    const agent = await at.house.as('agent');
    const before = await registrations();
    const post = () => agent.call('POST /api/tickets', { body: ordinary, headers: key('twenty') });
    const answers = await Promise.all(Array.from({ length: 20 }, post));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await registrations()).toBe(before + 1);
  });

  it('makes one of six posts at once of a ticket that has its superior’s number as well', async () => {
    const agent = await at.house.as('agent');
    const body = { ...ordinary, channel: 'superior', upstreamSystem: 'city', upstreamNumber: 'S-12345' } as const;
    const post = () => agent.call('POST /api/tickets', { body, headers: key('from above') });
    const answers = await Promise.all(Array.from({ length: 6 }, post));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it('refuses the same key with another body', async () => {
    const agent = await at.house.as('agent');
    await agent.call('POST /api/tickets', { body: ordinary, headers: key('reused') });
    const other = { body: { ...ordinary, title: '另一件事' }, headers: key('reused') };
    expect(await agent.refusal('POST /api/tickets', other)).toMatchObject({ status: 422, code: 'key-reused' });
  });

  it('belongs to who sent it: another agent may use the same word', async () => {
    const [agent, admin] = [await at.house.as('agent'), await at.house.as('admin')];
    const sent = { body: ordinary, headers: key('shared') };
    const one = await agent.call('POST /api/tickets', sent);
    expect((await admin.call('POST /api/tickets', sent)).id).not.toBe(one.id);
  });

  it('gives a transition its first answer again, though the ticket has moved on', async () => {
    const ticket = await at.people.bring('replied');
    const reviewer = await at.house.as('reviewer');
    const sent = { params: { id: ticket.id }, body: {}, headers: key('approved') };
    expect(await reviewer.call('POST /api/tickets/:id/approve', sent)).toMatchObject({ state: 'callback' });
    expect(await reviewer.call('POST /api/tickets/:id/approve', sent)).toMatchObject({ state: 'callback' });
    const again = { ...sent, headers: key('another') };
    expect(await reviewer.refusal('POST /api/tickets/:id/approve', again)).toMatchObject({
      status: 409,
      code: 'transition-refused',
      state: 'callback',
    });
  });

  it('is not used up by a refusal', async () => {
    const agent = await at.house.as('agent');
    const headers = key('second try');
    const wrong = { body: { ...ordinary, categoryCode: 'no.such' }, headers };
    expect(await agent.refusal('POST /api/tickets', wrong)).toMatchObject({ status: 400 });
    expect(await agent.call('POST /api/tickets', { body: ordinary, headers })).toMatchObject({ type: 'help' });
  });

  it('makes one department of an administrator who clicks twice', async () => {
    const admin = await at.house.as('admin');
    const body = { code: 'archives', name: '档案馆', group: 'bureau' } as const;
    const [one, two] = await Promise.all(
      [1, 2].map(() => admin.call('POST /api/departments', { body, headers: key('twice') })),
    );
    expect(one).toEqual(two);
    expect(await admin.refusal('POST /api/departments', { body })).toMatchObject({ status: 409, code: 'conflict' });
  });
});

describe('an edit', () => {
  it('must say which version it changes', async () => {
    const agent = await at.house.as('agent');
    const ticket = await at.people.register();
    const sent = { params: { id: ticket.id }, body: { title: '改正标题' } };
    expect(await agent.refusal('PATCH /api/tickets/:id', sent)).toMatchObject({ status: 428 });
  });

  it('loses nobody else’s: a stale one is told what differs', async () => {
    const agent = await at.house.as('agent');
    const { id, version } = await at.people.register();
    const edit = (title: string) => ({ params: { id }, body: { title }, headers: { 'if-match': `"${version}"` } });
    expect(await agent.call('PATCH /api/tickets/:id', edit('第一次修改'))).toMatchObject({ version: version + 1 });
    expect(await agent.refusal('PATCH /api/tickets/:id', edit('第二次修改'))).toMatchObject({
      status: 409,
      code: 'version-conflict',
      differs: { title: '第一次修改' },
    });
  });

  it('does not stand in the way of a transition, nor a transition in its way', async () => {
    const agent = await at.house.as('agent');
    const ticket = await at.people.register();
    await at.people.sign(ticket);
    const headers = { 'if-match': `"${ticket.version}"` };
    const sent = { params: { id: ticket.id }, body: { title: '补正后的标题' }, headers };
    expect(await agent.call('PATCH /api/tickets/:id', sent)).toMatchObject({
      title: '补正后的标题',
      state: 'handling',
    });
  });
});
