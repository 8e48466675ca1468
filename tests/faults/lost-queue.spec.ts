import { setTimeout as pause } from 'node:timers/promises';
import { flushQueue } from './support/flush-queue';
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
        await flushQueue(hotline.dataDirectory);
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
