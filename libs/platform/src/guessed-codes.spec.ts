import { limits } from '#http-api/limit';
import { trackingCode } from '#store/tracking-code';

/** A year of guesses from ten thousand addresses, each as often as it may. */
const guesses = (limits.public.requests / limits.public.perSeconds) * 365 * 86_400 * 10_000;

describe('a ticket’s tracking code', () => {
  it('is found with less than one chance in a million by a year of guesses from ten thousand addresses', () => {
    const codes = 32 ** trackingCode().length;
    expect(guesses / codes).toBeLessThan(1e-6);
  });
});
