import { People } from '#testing/people';
import type { TestHouse, TestHouseOptions } from '#testing/test-house';
import { openHotline } from './open-hotline';
import { untoldAdminFields } from './untold-admin-fields';

type Options = Omit<TestHouseOptions, 'hosts'>;

/** One hotline for all tests of a file: opened before them, examined and closed after them. */
export function hotline(options: Options | (() => Options) = {}): { house: TestHouse; people: People } {
  const opened = {} as { house: TestHouse; people: People };
  beforeAll(async () => {
    opened.house = await openHotline(typeof options === 'function' ? options() : options);
    opened.people = new People(opened.house);
  });
  afterAll(async () => {
    await opened.house.settle();
    const faults = [...(await opened.house.faults()), ...(await untoldAdminFields(opened.house.database.sql))];
    await opened.house.close();
    expect(faults).toEqual([]);
  });
  return opened;
}
