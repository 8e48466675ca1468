import { hotline } from './support/hotline';

const at = hotline();

const found = async (body: object): Promise<string[]> => {
  const { items } = await (await at.house.as('shift-lead')).call('POST /api/tickets/search', { body });
  return items.map(({ id }) => id);
};

describe('a sensitive matter', () => {
  it('says that it may lead to unrest, how many people and how much money it is about, on its page and in lists', async () => {
    const flags = { stability: true, peopleInvolved: 240, amountYuan: 1_250_000.5 };
    const ticket = await at.people.register({ title: '工地拖欠工资', ...flags });
    expect(ticket).toMatchObject(flags);
    const { items } = await (await at.house.as('agent')).call('GET /api/tickets', { query: { number: ticket.number } });
    expect(items[0]).toMatchObject(flags);
    const params = { id: ticket.id };
    const history = await (await at.house.as('quality')).call('GET /api/tickets/:id/history', { params });
    expect(history.items[0]?.data).toMatchObject(flags);
  });

  it('is found by what it is, by a body and by an address alike', async () => {
    const many = await at.people.register({ peopleInvolved: 5_000 });
    const few = await at.people.register({ peopleInvolved: 2 });
    const dear = await at.people.register({ amountYuan: 9_000_000 });
    const unrest = await at.people.register({ stability: true });
    expect(await found({ minPeople: 1_000 })).toEqual([many.id]);
    expect(await found({ minPeople: 2 })).toEqual(expect.arrayContaining([many.id, few.id]));
    expect(await found({ minAmountYuan: 9_000_000 })).toEqual([dear.id]);
    expect(await found({ stability: true })).toContain(unrest.id);
    expect(await found({ stability: true })).not.toContain(few.id);
    const client = await at.house.as('shift-lead');
    const { items } = await client.call('GET /api/tickets', { query: { stability: 'true', minPeople: '1' } });
    expect(items.every((item) => item.stability && (item.peopleInvolved ?? 0) > 0)).toBe(true);
  });

  it('becomes one by an edit, which history tells', async () => {
    const { id, version } = await at.people.register();
    const agent = await at.house.as('agent');
    const headers = { 'if-match': `"${version}"` };
    const body = { stability: true, peopleInvolved: 30 };
    const edited = await agent.call('PATCH /api/tickets/:id', { params: { id }, body, headers });
    expect(edited).toMatchObject({ stability: true, peopleInvolved: 30, amountYuan: null });
    const { items } = await agent.call('GET /api/tickets/:id/history', { params: { id } });
    expect(items.find(({ name }) => name === 'edit')).toMatchObject({ data: body });
  });

  it.each([
    ['nobody', { peopleInvolved: 0 }],
    ['half a person', { peopleInvolved: 1.5 }],
    ['money owed the other way', { amountYuan: -1 }],
  ])('is not about %s', async (_what, given) => {
    const body = { type: 'help', channel: 'phone', title: '路灯', ...given } as const;
    expect(await (await at.house.as('agent')).refusal('POST /api/tickets', { body })).toMatchObject({
      code: 'invalid',
    });
  });
});
