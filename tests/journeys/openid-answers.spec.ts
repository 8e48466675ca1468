import { inspect } from 'node:util';
import {
  answerFor,
  entrance,
  link,
  newBrowser,
  openIdHotline,
  origin,
  refusedFor,
  signedIn,
  signIn,
} from './support/openid-hotline';
import type { Page, WalkingBrowser } from './support/walking-browser';

const at = openIdHotline();
beforeAll(() => link(at, 'reviewer', 'rev-1'));

/** What waits for the answer, as the browser keeps it. */
const kept = 'hotline_sign_in';

async function expectRefused(browser: WalkingBrowser, page: Page, problem: string): Promise<void> {
  expect(page.address).toBe(refusedFor(problem));
  expect(await signedIn(browser)).toBeNull();
  expect(browser.cookie('hotline_session')).toBeUndefined();
}

describe('an answer of the identity provider', () => {
  it('is good for the browser that asked for it', async () => {
    const browser = newBrowser(at);
    await browser.sentTo(await answerFor(browser, 'rev-1'));
    expect(await signedIn(browser)).toMatchObject({ username: 'reviewer' });
  });

  it.each(['another state', 'no state'])('is refused with %s', async (which) => {
    const browser = newBrowser(at);
    const back = new URL(await answerFor(browser, 'rev-1'));
    if (which === 'no state') back.searchParams.delete('state');
    else back.searchParams.set('state', 'A'.repeat(43));
    await expectRefused(browser, await browser.sentTo(back.href), 'stale');
  });

  it('is refused from another browser, also from one that is signing in itself', async () => {
    const [asking, other] = [newBrowser(at), newBrowser(at)];
    const back = await answerFor(asking, 'rev-1');
    await expectRefused(other, await other.sentTo(back), 'stale');
    await other.open(entrance);
    await expectRefused(other, await other.sentTo(back), 'stale');
  });

  it('is refused a second time, also to who has kept what the browser had', async () => {
    const [browser, thief] = [newBrowser(at), newBrowser(at)];
    const back = await answerFor(browser, 'rev-1');
    const stolen = browser.cookie(kept) ?? '';
    await browser.sentTo(back);
    expect(browser.cookie(kept)).toBeUndefined();
    await thief.open(entrance);
    thief.setCookie(kept, stolen);
    // The provider would refuse the code too: nobody gets as far as asking it.
    const before = at.provider.issued.length;
    await expectRefused(thief, await thief.sentTo(back), 'stale');
    expect(at.provider.issued).toHaveLength(before);
  });

  it('is refused when a bit of what the browser keeps was changed', async () => {
    const browser = newBrowser(at);
    const back = await answerFor(browser, 'rev-1');
    const sealed = Buffer.from(browser.cookie(kept) ?? '', 'base64url');
    sealed.writeUInt8(sealed.readUInt8(40) ^ 1, 40);
    browser.setCookie(kept, sealed.toString('base64url'));
    await expectRefused(browser, await browser.sentTo(back), 'stale');
  });

  it.each([
    ['nonce', 'another-nonce'],
    ['code_challenge', 'A'.repeat(43)],
  ])('is refused when the %s was changed on the way to the provider', async (name, value) => {
    const browser = newBrowser(at);
    const back = await answerFor(browser, 'rev-1', { [name]: value });
    await expectRefused(browser, await browser.sentTo(back), 'refused');
  });

  it('is refused after ten minutes', async () => {
    const [early, late] = [newBrowser(at), newBrowser(at)];
    const [inTime, tooLate] = [await answerFor(early, 'rev-1'), await answerFor(late, 'rev-1')];
    at.house.clock.advance(599_999);
    expect((await early.sentTo(inTime)).address).toBe(`${origin}/app`);
    at.house.clock.advance(1);
    await expectRefused(late, await late.sentTo(tooLate), 'stale');
  });

  it('may be that somebody would rather not sign in', async () => {
    const browser = newBrowser(at);
    const page = await browser.submit(await browser.open(entrance), { decline: 'yes' });
    await expectRefused(browser, page, 'refused');
  });
});

describe('what hotline and provider tell each other', () => {
  it('is sealed where a browser keeps it', async () => {
    const browser = newBrowser(at);
    const back = new URL(await answerFor(browser, 'rev-1'));
    const sealed = Buffer.from(browser.cookie(kept) ?? '', 'base64url').toString('latin1');
    expect(sealed).not.toBe('');
    expect(sealed).not.toMatch(/state|nonce|verifier|returnTo/);
    expect(sealed).not.toContain(back.searchParams.get('state'));
  });

  it('leaves neither the secret nor a token in a log, an address or a page', async () => {
    const logged: unknown[] = [];
    const note = (...said: unknown[]): void => void logged.push(...said);
    at.house.app.useLogger({ log: note, error: note, warn: note, debug: note, verbose: note });
    const browser = newBrowser(at);
    const pages = [
      await signIn(browser, 'rev-1'),
      await browser.sentTo(await answerFor(newBrowser(at), 'rev-1')),
      await browser.sentTo(await answerFor(browser, 'rev-1', { nonce: 'another-nonce' })),
      await browser.sentTo(await answerFor(browser, 'rev-1', { code_challenge: 'A'.repeat(43) })),
      await signIn(newBrowser(at), 'stranger'),
    ];
    expect(logged.join(' ')).toMatch(/OAUTH_JWT_CLAIM_COMPARISON_FAILED.* invalid_grant/);
    const told = inspect([logged, pages, browser.addresses], {
      depth: 20,
      maxArrayLength: null,
      maxStringLength: null,
    });
    const tokens = at.provider.issued.filter((text) => text.length > 20);
    expect(tokens.length).toBeGreaterThan(4);
    for (const secret of [at.provider.settings().clientSecret, ...tokens]) expect(told).not.toContain(secret);
    const ends = pages.map(({ address }) => new URL(address).search);
    expect(ends).toEqual(['', '?problem=stale', '?problem=refused', '?problem=refused', '?problem=no-account']);
  });

  it('is worth nothing without the provider’s signature', async () => {
    await at.provider.forge();
    const browser = newBrowser(at);
    await expectRefused(browser, await signIn(browser, 'rev-1'), 'refused');
  });
});
