import type { RouteAnswer } from '#http-api/routes';
import { OpenIdProvider } from '#testing/openid-provider';
import type { OidcSettings } from '#platform/oidc-settings';
import type { TestHouse } from '#testing/test-house';
import { hotline } from './hotline';
import { WalkingBrowser, type Page } from './walking-browser';

/** Our public origin, as if a proxy stood before the hotline. */
export const origin = 'https://hotline.example';

/** The link on the login page. */
export const entrance = '/api/session/oidc';

export interface OpenIdHotline {
  readonly house: TestHouse;
  readonly provider: OpenIdProvider;
}

type User = RouteAnswer<'GET /api/users/:id'>;

/** A hotline for all tests of a file whose people may sign in at a real OpenID provider. */
export function openIdHotline(more: Partial<OidcSettings> = {}): OpenIdHotline {
  const stands = {} as { provider: OpenIdProvider };
  beforeAll(async () => {
    stands.provider = await OpenIdProvider.start(`${origin}${entrance}/callback`);
  });
  const opened = hotline(() => ({ settings: { oidc: { ...stands.provider.settings(), ...more } } }));
  afterAll(() => stands.provider.stop());
  return {
    get house() {
      return opened.house;
    },
    get provider() {
      return stands.provider;
    },
  };
}

export const newBrowser = ({ house: { url } }: OpenIdHotline): WalkingBrowser => new WalkingBrowser({ origin, url });

/** There and back: the provider's page is told who somebody is, and how they are called there. */
export async function signIn(browser: WalkingBrowser, sub: string, username = '', from = entrance): Promise<Page> {
  return browser.submit(await browser.open(from), { subject: sub, username });
}

/** The address with which the provider would send this browser back; what it is asked may be changed on the way. */
export async function answerFor(
  browser: WalkingBrowser,
  sub: string,
  changed: object = {},
  username = '',
): Promise<string> {
  const address = new URL(await browser.openUntilSent(entrance));
  for (const [name, value] of Object.entries(changed)) address.searchParams.set(name, String(value));
  return browser.submitUntilBack(await browser.sentTo(address.href), { subject: sub, username });
}

/** Who the browser is signed in as, or null. */
export async function signedIn(browser: WalkingBrowser): Promise<RouteAnswer<'GET /api/session'>['user'] | null> {
  const { status, text } = await browser.open('/api/session');
  return status === 200 ? (JSON.parse(text) as RouteAnswer<'GET /api/session'>).user : null;
}

/** Where who is refused ends. */
export const refusedFor = (problem: string): string => `${origin}/app/login?problem=${problem}`;

/** As an account keeps whom the provider calls so. */
export const subjectOf = ({ provider }: OpenIdHotline, sub: string): string => `${provider.issuer} ${sub}`;

export async function userNamed({ house }: OpenIdHotline, username: string): Promise<User> {
  const { items } = await (await house.as('admin')).call('GET /api/users', { query: { q: username } });
  const found = items.find((user) => user.username === username);
  if (!found) throw new Error(`no user ${username}`);
  return found;
}

/** What an administrator does by hand. */
export async function link(at: OpenIdHotline, username: string, sub: string | null): Promise<User> {
  const { id } = await userNamed(at, username);
  const body = { externalSubject: sub && subjectOf(at, sub) };
  return (await at.house.as('admin')).call('PATCH /api/users/:id', { params: { id }, body });
}

export async function disable(at: OpenIdHotline, username: string): Promise<void> {
  const { id } = await userNamed(at, username);
  const admin = await at.house.as('admin');
  await admin.call('POST /api/users/:id/disable', { params: { id }, body: { reason: '离职' } });
}

/** The last thing that was done to the account. */
export async function lastEventOf({ house }: OpenIdHotline, { id }: User) {
  const query = { subject: 'account', subjectId: id } as const;
  return (await (await house.as('admin')).call('GET /api/admin-events', { query })).items[0];
}
