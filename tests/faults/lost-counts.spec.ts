import type { Redis } from 'ioredis';
import { Queues } from '#queue/queue-connection';
import type { HouseClient } from '#testing/house-client';
import type { TestHouse } from '#testing/test-house';
import { testQueue, type TestQueue } from '#testing/test-queue';
import { until } from '#testing/until';
import { People } from '#testing/people';
import { openHotline } from '../journeys/support/open-hotline';
import { Door } from './support/door';

/** An allowance is a twentieth of what the table says: 6 reports a minute, 300 reads. */
const settings = { throttleFactor: 0.05 };

let queue: TestQueue;
let door: Door;
let house: TestHouse;
beforeAll(async () => {
  queue = testQueue('');
  door = await Door.before(queue.connection.url);
  house = await openHotline({ settings, queue: { ...queue.connection, url: door.url } });
});
afterAll(async () => {
  await house.close();
  await door.shut();
  await queue.drop();
});

/** What the house says of its counting from now on. */
function warnings(): string[] {
  const said: string[] = [];
  const hear = (message: unknown, context: unknown): void => {
    if (context === 'throttle') said.push(String(message));
  };
  house.house.app.useLogger({ log: () => undefined, error: () => undefined, warn: hear });
  return said;
}

async function statuses(times: number, client: HouseClient): Promise<number[]> {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) all.push((await client.try('GET /api/reports')).status);
  return all;
}

/** What the process counts on. */
const counting = (): Redis => house.house.app.get(Queues).counters()?.redis as Redis;

/** Waits until the process knows that Redis is there, or is not. */
const knows = (isThere: boolean): Promise<void> =>
  until(() => Promise.resolve((counting().status === 'ready') === isThere ? '' : `Redis is ${counting().status}`));

/** Waits until it has looked for Redis so often again. */
async function looks(times: number): Promise<void> {
  let looked = 0;
  counting().on('reconnecting', () => (looked += 1));
  await until(() => Promise.resolve(looked >= times ? '' : `${times - looked} looks for Redis`));
}

describe('requests while Redis is lost', () => {
  it('are answered and counted all the same, by the process itself; the log says so once', async () => {
    const [manager, quality] = [await house.as('manager'), await house.as('quality')];
    expect(await statuses(4, manager)).toEqual([200, 200, 200, 200]);
    const said = warnings();
    await door.shut();
    await knows(false);
    // What Redis has counted, the process does not know: it begins anew, and refuses by its own count.
    expect(await statuses(8, manager)).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    expect(await statuses(3, quality)).toEqual([200, 200, 200]);
    await looks(3);
    expect(said).toEqual(['Redis is away: until it is back, each process counts requests by itself']);
    await door.open();
    await knows(true);
    expect(await statuses(7, quality)).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect(said).toHaveLength(1);
    await new People(house).bring('dispatched');
  });
});
