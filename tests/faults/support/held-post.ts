import { People } from '#testing/people';
import type { TestHouse } from '#testing/test-house';
import { openHotline } from '../../journeys/support/open-hotline';
import { Deliveries } from './deliveries';

/** One hotline for all tests of a file, whose post the tests hold: nothing is delivered but what they deliver. */
export function heldPost(): { house: TestHouse; people: People; post: Deliveries } {
  const opened = {} as { house: TestHouse; people: People; post: Deliveries };
  beforeAll(async () => {
    opened.house = await openHotline();
    opened.people = new People(opened.house);
    opened.post = await Deliveries.takeOver(opened.house);
  });
  afterAll(() => opened.house.close());
  return opened;
}
