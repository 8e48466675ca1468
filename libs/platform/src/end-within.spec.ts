import { endWithin } from './end-within';

describe('an ending that is waited for', () => {
  it('is over when it is over', async () => {
    expect(await endWithin(60_000, Promise.resolve())).toBe(true);
  });

  it('is given up when it takes too long: who stops a hotline is not kept for ever', async () => {
    expect(await endWithin(1, new Promise(() => undefined))).toBe(false);
  });

  it('fails as it fails', async () => {
    await expect(endWithin(60_000, Promise.reject(new Error('the door is stuck')))).rejects.toThrow('stuck');
  });
});
