import { testPassword as password } from '#testing/test-accounts';
import {
  answerFor,
  disable,
  entrance,
  lastEventOf,
  link,
  newBrowser,
  openIdHotline,
  origin,
  refusedFor,
  signedIn,
  signIn,
  subjectOf,
  userNamed,
} from './support/openid-hotline';

const at = openIdHotline();

describe('an identity provider that is down', () => {
  it('when the hotline starts keeps nobody out who has a password, and is found when it is back', async () => {
    await at.provider.leave();
    const browser = newBrowser(at);
    expect((await browser.open(entrance)).address).toBe(refusedFor('provider-down'));
    const body = { username: 'quality', password };
    expect((await at.house.nobody().try('POST /api/session', { body })).status).toBe(201);
    await at.provider.return();
    expect((await browser.open(entrance)).address).toMatch(`${at.provider.issuer}/interaction/`);
  });

  it('when somebody comes back from it lets nobody in', async () => {
    const browser = newBrowser(at);
    const back = await answerFor(browser, 'somebody');
    await at.provider.leave();
    expect((await browser.sentTo(back)).address).toBe(refusedFor('provider-down'));
    await at.provider.return();
    expect(await signedIn(browser)).toBeNull();
  });
});

describe('an identity provider', () => {
  it('is offered on the login page under its own name', async () => {
    expect((await at.house.nobody().call('GET /api/welcome')).oidc).toEqual({ label: '区统一认证' });
  });

  it('lets in whom an administrator has linked, with the roles they have here, on the page they came from', async () => {
    const linked = await link(at, 'reviewer', 'rev-1');
    expect(linked.externalSubject).toBe(subjectOf(at, 'rev-1'));
    const browser = newBrowser(at);
    const query = new URLSearchParams({ returnTo: '/app/reviews?sort=dueAt' });
    const came = await signIn(browser, 'rev-1', '', `${entrance}?${query.toString()}`);
    expect(came.address).toBe(`${origin}/app/reviews?sort=dueAt`);
    expect(await signedIn(browser)).toMatchObject({ username: 'reviewer', roles: ['reviewer'] });
    expect(await lastEventOf(at, linked)).toMatchObject({
      action: 'edit',
      before: { externalSubject: null },
      after: { externalSubject: subjectOf(at, 'rev-1') },
    });
  });

  it('lets in nobody else, whatever they are called there', async () => {
    const browser = newBrowser(at);
    const back = await answerFor(browser, 'stranger', { scope: 'openid profile' }, 'admin');
    expect((await browser.sentTo(back)).address).toBe(refusedFor('no-account'));
    expect(await signedIn(browser)).toBeNull();
    expect((await userNamed(at, 'admin')).externalSubject).toBeNull();
  });

  it('lets in nobody who is linked no more, and ends the sessions they have', async () => {
    await link(at, 'callback', 'cb-1');
    const browser = newBrowser(at);
    await signIn(browser, 'cb-1');
    expect(await signedIn(browser)).not.toBeNull();
    await link(at, 'callback', null);
    expect(await signedIn(browser)).toBeNull();
    expect((await signIn(browser, 'cb-1')).address).toBe(refusedFor('no-account'));
  });

  it('lets in nobody whose account is disabled', async () => {
    await link(at, 'shift-lead', 'shift-1');
    await disable(at, 'shift-lead');
    const browser = newBrowser(at);
    expect((await signIn(browser, 'shift-1')).address).toBe(refusedFor('disabled'));
    expect(await signedIn(browser)).toBeNull();
  });

  it('asks anew who is at the desk, whoever was signed in there before', async () => {
    await link(at, 'dispatcher', 'dis-1');
    const browser = newBrowser(at);
    await signIn(browser, 'dis-1');
    expect((await browser.open(entrance)).address).toMatch(`${at.provider.issuer}/interaction/`);
  });

  it('leaves the desk known to those who sign in there by password', async () => {
    await link(at, 'leader', 'lead-1');
    const browser = newBrowser(at);
    await signIn(browser, 'lead-1');
    const device = browser.cookie('hotline_device');
    await signIn(browser, 'lead-1');
    expect(device).toBeDefined();
    expect(browser.cookie('hotline_device')).toBe(device);
  });

  it('calls one person by one name, which no second account takes', async () => {
    await link(at, 'manager', 'man-1');
    const { id } = await userNamed(at, 'supervisor');
    const admin = await at.house.as('admin');
    const refusal = (externalSubject: string) =>
      admin.refusal('PATCH /api/users/:id', { params: { id }, body: { externalSubject } });
    const twice = await refusal(subjectOf(at, 'man-1'));
    expect(twice).toMatchObject({ status: 409, detail: '此统一身份已关联到“热线负责人”' });
    const message = '须为“认证地址 用户标识”，中间空一格';
    expect((await refusal('man-1')).errors).toEqual([{ path: 'externalSubject', message }]);
  });

  it('spares a new user the first password', async () => {
    const body = { username: 'li.na', name: '李娜', roles: ['agent' as const] };
    const added = await (await at.house.as('admin')).call('POST /api/users', { body });
    await link(at, 'li.na', 'li-1');
    const browser = newBrowser(at);
    await signIn(browser, 'li-1');
    expect(await signedIn(browser)).toMatchObject({ username: 'li.na', mustChangePassword: false });
    const credentials = { username: 'li.na', password: added.password ?? '' };
    expect((await at.house.nobody().refusal('POST /api/session', { body: credentials })).status).toBe(401);
  });

  it.each([
    'https://evil.example/app',
    '//evil.example/app',
    '/\\evil.example/app',
    'javascript:alert(1)',
    '/api/docs',
    '/apples',
    '/app/../api/docs',
    '/app/%2e%2e//evil.example',
  ])('sends nobody on to anything but a page of the console: %s', async (returnTo) => {
    const query = new URLSearchParams({ returnTo });
    const { status, text } = await newBrowser(at).open(`${entrance}?${query.toString()}`);
    expect(status).toBe(400);
    expect(text).toContain('须为本系统的页面地址');
  });
});
