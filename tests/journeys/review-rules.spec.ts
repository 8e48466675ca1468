import { createHash } from 'node:crypto';
import type { ReviewRule } from '#ticket/review-rule';
import { HouseClient } from '#testing/house-client';
import type { TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-03-02T10:00:00+08:00' });

const trusted = 'trade.licence';

async function rule(name: ReviewRule, percent: number, categoryCode: string | null = null): Promise<void> {
  const body = { categoryCode, percent };
  await (await at.house.as('admin')).call('PUT /api/review-rules/:rule', { params: { rule: name }, body });
}

/** A second reviewer, who has chosen a password. */
async function colleague(): Promise<HouseClient> {
  const admin = await at.house.as('admin');
  const body = { username: 'wang.shen', name: '王审', roles: ['reviewer' as const] };
  const { password } = await admin.call('POST /api/users', { body });
  const given = { username: body.username, password: password ?? '' };
  const { token } = await at.house.nobody().call('POST /api/session', { body: given });
  const client = new HouseClient(at.house.url, token);
  const change = { current: given.password, next: '我的新密码又长又好记呀呀呀' };
  await client.call('PUT /api/session/password', { body: change });
  return client;
}

const approve = (client: HouseClient, { id }: TicketView) =>
  client.call('POST /api/tickets/:id/approve', { params: { id }, body: {} });

/** The lot under a hundred that a ticket's id gives: as anybody may count it. */
const lotOf = ({ id }: { id: string }): number =>
  Number.parseInt(createHash('md5').update(id).digest('hex').slice(0, 8), 16) % 100;

describe('a marked reply', () => {
  it('is approved by two reviewers, never by the same one twice, and both are told in its history', async () => {
    await rule('second-sensitive', 100);
    const ticket = await at.people.bring('replied', { stability: true });
    const reviewer = await at.house.as('reviewer');
    expect(await approve(reviewer, ticket)).toMatchObject({ state: 'replied', handledAt: null });
    const { items } = await reviewer.call('GET /api/reviews');
    const { user } = await reviewer.call('GET /api/session');
    expect(items.find(({ id }) => id === ticket.id)).toMatchObject({
      secondReviewBy: ['second-sensitive'],
      firstApprovedBy: { id: user.id },
    });
    const params = { id: ticket.id };
    const again = await reviewer.refusal('POST /api/tickets/:id/approve', { params, body: {} });
    expect(again).toMatchObject({ code: 'transition-refused', detail: '初审人不能复审，须由另一名审核员审核' });
    expect(await approve(await colleague(), ticket)).toMatchObject({ state: 'callback' });
    const history = await reviewer.call('GET /api/tickets/:id/history', { params });
    const said = history.items.filter(({ name }) => name.toLowerCase().includes('approve'));
    expect(said.map(({ label }) => label)).toEqual(['初审通过', '审核通过']);
  });

  it('is one of a category, or of what is under an order, where a rule says so; all others are approved by one', async () => {
    await rule('second-category', 100, 'city.waste');
    const [marked, plain] = [
      await at.people.bring('replied'),
      await at.people.bring('replied', { categoryCode: 'utility.water' }),
    ];
    const reviewer = await at.house.as('reviewer');
    expect(await approve(reviewer, marked)).toMatchObject({ state: 'replied' });
    expect(await approve(reviewer, plain)).toMatchObject({ state: 'callback' });
    await rule('second-category', 0, 'city.waste');
    expect(await approve(reviewer, await at.people.bring('replied'))).toMatchObject({ state: 'callback' });
  });
});

describe('a reply that is approved by itself', () => {
  const trust = async () => {
    const params = { code: trusted };
    await (await at.house.as('admin')).call('PATCH /api/categories/:code', { params, body: { autoApprove: true } });
  };
  const samples = async (state: 'waiting' | 'fine' | 'faulty') =>
    (await (await at.house.as('quality')).call('GET /api/review-samples', { query: { state, limit: 200 } })).items;

  it('is drawn for a second look by the lot that its ticket’s id gives, and by nothing else', async () => {
    await trust();
    await rule('sampling', 50);
    const tickets: TicketView[] = [];
    for (let n = 0; n < 8; n += 1) tickets.push(await at.people.bring('replied', { categoryCode: trusted }));
    expect(tickets.map(({ state }) => state)).toEqual(tickets.map(() => 'callback'));
    const drawn = (await samples('waiting')).map(({ ticketId }) => ticketId);
    expect(drawn.toSorted()).toEqual(
      tickets
        .filter((ticket) => lotOf(ticket) < 50)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('is found fine, or should have been sent back for a reason', async () => {
    await trust();
    await rule('sampling', 100, trusted);
    const ticket = await at.people.bring('replied', { categoryCode: trusted });
    const drawn = (await samples('waiting')).find(({ ticketId }) => ticketId === ticket.id);
    const quality = await at.house.as('quality');
    const params = { id: drawn?.id ?? '' };
    const body = { reasonCode: 'no-evidence' } as const;
    const faulty = await quality.call('POST /api/review-samples/:id/verdict', { params, body });
    expect(faulty).toMatchObject({ state: 'faulty', reasonCode: 'no-evidence', number: ticket.number });
    expect((await samples('faulty')).map(({ id }) => id)).toContain(params.id);
    await quality.call('POST /api/review-samples/:id/verdict', { params, body: { reasonCode: null } });
    expect((await samples('fine')).find(({ id }) => id === params.id)).toMatchObject({ reasonCode: null });
  });

  it('waits for people where two are to review it', async () => {
    await trust();
    await rule('second-category', 100, trusted);
    expect(await at.people.bring('replied', { categoryCode: trusted })).toMatchObject({ state: 'replied' });
    await rule('second-category', 0, trusted);
  });
});

describe('the rules of reviews', () => {
  it('are kept by the administrator, and every change is recorded', async () => {
    await rule('second-rework', 30);
    await rule('second-rework', 60);
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/review-rules');
    expect(items).toContainEqual({ rule: 'second-rework', category: null, percent: 60 });
    const events = await admin.call('GET /api/admin-events', { query: { subject: 'review-rule', limit: 1 } });
    expect(events.items).toMatchObject([{ action: 'edit', before: { percent: 30 }, after: { percent: 60 } }]);
    const body = { categoryCode: 'no.such', percent: 1 };
    const unknown = await admin.refusal('PUT /api/review-rules/:rule', { params: { rule: 'sampling' }, body });
    expect(unknown).toMatchObject({ status: 400, errors: [{ path: 'categoryCode', message: '没有这个事项分类' }] });
    await rule('second-rework', 0);
  });
});
