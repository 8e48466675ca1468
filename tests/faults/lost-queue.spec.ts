import { Redis } from 'ioredis';
import { readAccess } from '#hotline/backend/server-access';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HotlineProcess } from './support/hotline-process';
import { toldBy } from './support/soundness-of';
import { StubbornPeople } from './support/stubborn-people';

const journeys = 200;
const atOnce = 16;

let hotline: HotlineProcess;
beforeAll(async () => {
  hotline = await HotlineProcess.begin();
});
afterAll(() => hotline.stop());

/** Everything the queue knew is gone: jobs, schedules, locks. */
async function flushAll(): Promise<void> {
  const access = await readAccess(join(hotline.dataDirectory, 'redis.json'));
  const redis = new Redis({ host: '127.0.0.1', port: access?.port, password: access?.password });
  await redis.flushall();
  redis.disconnect();
}

describe('two hundred journeys while the queue loses everything', () => {
  it('all finish, each step once', async () => {
    const people = new StubbornPeople(hotline.url, HotlineProcess.password);
    let next = 0;
    const walker = async () => {
      while (next < journeys) await people.journey(String((next += 1)));
    };
    const thief = async () => {
      for (let theft = 0; theft < 5; theft += 1) {
        await pause(700);
        await flushAll();
      }
    };
    await Promise.all([...Array.from({ length: atOnce }, walker), thief()]);
    const { histories, deadLetters } = await toldBy(hotline.dataDirectory);
    expect({ histories, deadLetters }).toEqual({
      histories: { 'register dispatch sign reply approve rate': journeys },
      deadLetters: 0,
    });
  });
});
