import { service } from '#ticket/actor';
import { ratingSources, type RatingSource } from '#ticket/rating';
import type { RouteAnswer } from '#http-api/routes';
import { rated } from '#store/rated';
import { TicketStore } from '#store/ticket-store';
import { dissatisfied, satisfied } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();
const period = { from: '2026-09-14', to: '2026-09-14' };
const rates = [
  'satisfactionRateA',
  'satisfactionRateB',
  'satisfactionRateC',
  'solvedRate',
  'participationRate',
] as const;
type Rate = { numerator: number; denominator: number };

/** As the source's own way in does it. */
const rate = async (ticketId: string, source: RatingSource, said: typeof satisfied | typeof dissatisfied) => {
  const write = at.house.app.get(TicketStore);
  await write.move(ticketId, service('sources'), (ticket, context) => rated(ticket, { source, ...said }, context));
  await at.house.settle();
};
async function figures(): Promise<Record<string, unknown>> {
  const manager = await at.house.as('manager');
  const params = { name: 'overview' };
  const { totals }: RouteAnswer<'GET /api/reports/:name'> = await manager.call('GET /api/reports/:name', {
    params,
    query: { ...period, by: 'type' },
  });
  return totals;
}
const ratedIn = (totals: Record<string, unknown>): number => (totals['satisfactionRateA'] as Rate).denominator;
const sources = Object.keys(ratingSources) as RatingSource[];

beforeAll(() => at.people.bring('closed'));

describe('a rating', () => {
  it.each(sources.filter((source) => ratingSources[source].counts))('of %s counts in the rates', async (source) => {
    const { id } = await at.people.bring('callback');
    const before = await figures();
    await rate(id, source, satisfied);
    expect(ratedIn(await figures())).toBe(ratedIn(before) + 1);
  });

  it.each(sources.filter((source) => !ratingSources[source].counts))(
    'of %s is kept beside its ticket, closes nothing, and enters no rate, good or bad',
    async (source) => {
      const { id } = await at.people.bring('callback');
      const before = await figures();
      await rate(id, source, satisfied);
      await rate(id, source, dissatisfied);
      const after = await figures();
      for (const each of rates) expect([each, after[each]]).toEqual([each, before[each]]);
      expect(after).toMatchObject({ rated: before['rated'], satisfied: before['satisfied'], closed: before['closed'] });
      expect(await at.people.now(id)).toMatchObject({ state: 'callback', rating: null, judgementDue: false });
      const { sql } = at.house.database;
      expect(await sql.query(`SELECT 1 FROM ticket.rating WHERE ticket_id = $1`, [id])).toHaveLength(2);
    },
  );

  it('of a merged ticket enters none either', async () => {
    const [master, follower] = [await at.people.bring('handling'), await at.people.register({ hold: true })];
    await at.people.change('dispatcher', 'merge', follower, { intoId: master.id });
    const before = await figures();
    await rate(follower.id, 'citizen-link', dissatisfied);
    const after = await figures();
    for (const each of rates) expect([each, after[each]]).toEqual([each, before[each]]);
  });
});
