import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { HotlineProcess, type Victim } from './support/hotline-process';
import { toldBy } from './support/soundness-of';
import { StubbornPeople } from './support/stubborn-people';

const journeys = 200;
const atOnce = 16;
/** The story of every ticket, whatever was killed while it happened. */
const wholeStory = 'register dispatch sign reply approve rate';

/** Seeded: which part dies, and how long after the one before, in milliseconds. */
const [deaths = []] = fc.sample(
  fc.array(
    fc.tuple(fc.constantFrom<Victim>('hotline', 'redis-server', 'postgres'), fc.integer({ min: 500, max: 3_000 })),
    {
      minLength: 9,
      maxLength: 9,
    },
  ),
  { numRuns: 1, seed: 12_345 },
);

let hotline: HotlineProcess;
beforeAll(async () => {
  hotline = await HotlineProcess.begin();
});
afterAll(() => hotline.stop());

describe('two hundred journeys while everything is killed at random', () => {
  it('all finish, each step once, with every chain whole and every clock right', async () => {
    const people = new StubbornPeople(hotline.url, HotlineProcess.password);
    let next = 0;
    const walker = async () => {
      while (next < journeys) await people.journey(String((next += 1)));
    };
    const killer = async () => {
      for (const [victim, afterMs] of [...everyVictim, ...deaths]) {
        await pause(afterMs);
        await hotline.kill(victim);
      }
    };
    await Promise.all([...Array.from({ length: atOnce }, walker), killer()]);
    expect(new Set(deaths.map(([victim]) => victim)).size).toBeGreaterThan(1);
    await rested(people);
    expect(await toldBy(hotline.dataDirectory)).toEqual({
      faults: [],
      tickets: journeys,
      deadLetters: 0,
      histories: { [wholeStory]: journeys },
    });
  });
});

/** Each part dies at least once, whatever the seed says. */
const everyVictim: [Victim, number][] = [
  ['redis-server', 1_500],
  ['postgres', 1_500],
  ['hotline', 1_500],
];

/** Clocks are kept a moment after the last step; the sweep looks for what was lost after half a minute. */
async function rested(people: StubbornPeople): Promise<void> {
  for (let look = 0; look < 240; look += 1) {
    const { faults } = await toldBy(hotline.dataDirectory);
    if (faults.length === 0) return;
    await people.ask('admin', 'GET /api/session', {});
    await pause(500);
  }
}
