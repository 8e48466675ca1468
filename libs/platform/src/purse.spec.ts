import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { Purse } from './purse';
import { grantOf } from './request-counts';

/** One allowance as all processes share it, in windows of a minute that begin with the first request. */
class Shared {
  now = 1_000;
  fetches = 0;
  granted = 0;
  private counted = 0;
  private ends = 0;

  constructor(readonly allowance: number) {}

  purse(batch: number): Purse {
    return new Purse(
      batch,
      (requests) => Promise.resolve(this.fetch(requests)),
      () => this.now,
    );
  }

  private fetch(requests: number) {
    if (this.now >= this.ends) [this.counted, this.ends] = [0, this.now + 60_000];
    this.fetches += 1;
    this.counted += requests;
    const granted = grantOf(this.counted, requests, this.allowance);
    this.granted += granted;
    return { granted, endsInMs: this.ends - this.now };
  }
}

/** Whether a request may pass. What it leaves to be fetched is fetched before the next one. */
async function passes(purse: Purse | undefined): Promise<boolean> {
  const waitMs = await purse?.spend();
  await turn();
  return waitMs === 0;
}

/** How many of these requests, one after the other, may pass. */
async function passing(purse: Purse | undefined, requests: number): Promise<number> {
  let passed = 0;
  for (let request = 0; request < requests; request += 1) if (await passes(purse)) passed += 1;
  return passed;
}

describe('the requests that a process may let through', () => {
  it('are as many as the allowance, and not one more', async () => {
    const shared = new Shared(100);
    expect(await passing(shared.purse(8), 150)).toBe(100);
  });

  it('are let through at once while some are in hand', async () => {
    const purse = new Shared(100).purse(8);
    await purse.spend();
    expect([purse.spend(), purse.spend()]).toEqual([0, 0]);
  });

  it('are fetched in batches, and once it is refused no more until its time is over', async () => {
    const shared = new Shared(100);
    const purse = shared.purse(10);
    await passing(purse, 1_000);
    expect(shared.fetches).toBe(11);
    shared.now += 60_000;
    expect(await passing(purse, 1_000)).toBe(100);
  });

  it('are fetched while half of a batch is left, so that nobody waits but the first', async () => {
    const purse = new Shared(100).purse(8);
    await passes(purse);
    for (let request = 0; request < 90; request += 1) {
      expect(purse.spend()).toBe(0);
      await turn();
    }
  });

  it('are a batch and a half at most', async () => {
    const shared = new Shared(1_000);
    const purse = shared.purse(8);
    for (let passed = 1; passed <= 100; passed += 1) {
      await passes(purse);
      expect(shared.granted - passed).toBeLessThanOrEqual(12);
    }
  });

  it('are fetched once for all who wait for them', async () => {
    const shared = new Shared(100);
    const purse = shared.purse(10);
    expect(await Promise.all(Array.from({ length: 10 }, async () => purse.spend()))).toEqual(Array(10).fill(0));
    expect(shared.fetches).toBeLessThanOrEqual(2);
  });

  it('are fetched one by one where all processes together must count exactly', async () => {
    const shared = new Shared(60);
    const [one, other] = [shared.purse(1), shared.purse(1)];
    const passed = [await passing(one, 20), await passing(other, 100), await passing(one, 20)];
    expect(passed).toEqual([20, 40, 0]);
    expect(shared.fetches).toBe(62);
  });

  it('are not kept beyond the time they were fetched for', async () => {
    const shared = new Shared(10);
    const purse = shared.purse(8);
    expect(await passing(purse, 3)).toBe(3);
    shared.now += 60_000;
    expect(await passing(purse, 20)).toBe(10);
  });

  it('are waited for as long as the allowance still runs', async () => {
    const shared = new Shared(4);
    const purse = shared.purse(1);
    await passing(purse, 4);
    shared.now += 18_000;
    expect(await purse.spend()).toBe(42_000);
  });

  it('add up over all processes to the allowance, less what the others hold: a batch and a half each at most', async () => {
    const story = fc.record({
      allowance: fc.integer({ min: 1, max: 200 }),
      batch: fc.integer({ min: 1, max: 20 }),
      turns: fc.array(fc.nat(3), { maxLength: 300 }),
    });
    const holds = async ({ allowance, batch, turns }: typeof story extends fc.Arbitrary<infer Told> ? Told : never) => {
      const shared = new Shared(allowance);
      const purses = Array.from({ length: 4 }, () => shared.purse(batch));
      let passed = 0;
      for (const whose of turns) if (await passes(purses[whose])) passed += 1;
      // One of them goes on until it is refused.
      passed += await passing(purses[0], allowance + 1);
      expect(passed).toBeLessThanOrEqual(allowance);
      expect(passed).toBeGreaterThanOrEqual(allowance - 3 * 1.5 * batch);
    };
    await fc.assert(fc.asyncProperty(story, holds));
  });
});
