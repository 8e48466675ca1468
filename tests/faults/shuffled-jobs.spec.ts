import fc from 'fast-check';
import type { TestHouse } from '#testing/test-house';
import { openHotline } from '../journeys/support/open-hotline';
import { Deliveries } from './support/deliveries';
import { Prompt, Wild } from './support/pace';
import { pictureOf } from './support/ticket-picture';
import { walk, type Story } from './support/walk';

let house: TestHouse;
let post: Deliveries;
beforeAll(async () => {
  // Some hundred walks in a minute, by the same few accounts.
  house = await openHotline({ settings: { throttleFactor: 100 } });
  // As an administrator does, so that the house knows it from the first walk on and not some seconds later.
  const params = { code: 'city.noise' };
  await (await house.as('admin')).call('PATCH /api/categories/:code', { params, body: { autoApprove: true } });
  post = await Deliveries.takeOver(house);
});
afterAll(() => house.close());

const stories: fc.Arbitrary<Story> = fc.record({
  given: fc.record({
    type: fc.constantFrom('help', 'help', 'consultation', 'complaint', 'praise'),
    urgency: fc.constantFrom('normal', 'normal', 'urgent'),
    categoryCode: fc.constantFrom('city.waste', 'city.noise', null),
    areaCode: fc.constantFrom('east', 'east', null),
    hold: fc.boolean(),
  }),
  choices: fc.array(fc.nat(10_000), { minLength: 4, maxLength: 14 }),
  followed: fc.boolean(),
  judgesByItself: fc.boolean(),
});
const orders = fc.array(fc.nat(10_000), { minLength: 30, maxLength: 60 });

describe('jobs delivered twice, late and in any order', () => {
  it('leave every ticket as it would be had each come once and in order, with nothing done twice', async () => {
    const pictures = (ids: readonly string[]) => Promise.all(ids.map((id) => pictureOf(house.database, id)));
    const same = async (story: Story, ...wild: number[][]) => {
      const prompt = await walk(house, story, new Prompt(post));
      const expected = await pictures(prompt.ids);
      for (const numbers of wild) {
        const pace = new Wild(post, numbers);
        const walked = await walk(house, story, pace, prompt);
        expect(walked.allowed).toEqual(prompt.allowed);
        expect(await pictures(walked.ids)).toEqual(expected);
        await pace.exhaust(walked.ids.flatMap((id) => post.sweeps(id)));
        expect(await pictures(walked.ids)).toEqual(expected);
      }
    };
    await fc.assert(fc.asyncProperty(stories, orders, orders, orders, orders, same), {
      numRuns: 70,
      endOnFailure: true,
    });
  });

  it('keep every history chain whole', async () => {
    expect(await house.faults()).toEqual([]);
  });
});
