import { leadOf, People } from '#testing/people';
import type { TestHouse } from '#testing/test-house';
import { openHotline } from './support/open-hotline';

let house: TestHouse;
let people: People;
beforeAll(async () => {
  house = await openHotline();
  people = new People(house);
});
afterAll(() => house.close());

describe('the straight road', () => {
  it('carries a call from registration to a rated close through all four services', async () => {
    let ticket = await people.register();
    expect(ticket).toMatchObject({ state: 'dispatched', lead: { id: house.department('urban').id }, round: 1 });
    ticket = await people.sign(ticket);
    ticket = await people.contact(ticket);
    house.clock.advance(3_600_000);
    ticket = await people.reply(ticket);
    const submittedAt = house.clock.now().toISOString();
    expect(ticket).toMatchObject({ state: 'replied', handledAt: null });
    house.clock.advance(3_600_000);
    ticket = await people.change('reviewer', 'approve', ticket, {});
    expect(ticket).toMatchObject({ state: 'callback', handledAt: submittedAt });
    ticket = await people.rate(ticket);
    expect(ticket).toMatchObject({ state: 'closed', closeReason: 'rated', holder: null });
    expect(leadOf(ticket)).toMatchObject({ state: 'answered', answeredAt: submittedAt });
  });
});
