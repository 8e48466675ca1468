import { testPassword as password } from '#testing/test-accounts';
import { hotline } from './support/hotline';

const at = hotline();

describe('a session', () => {
  it('ends for good when its holder signs out', async () => {
    const body = { username: 'quality', password };
    const { token } = await at.house.nobody().call('POST /api/session', { body });
    const headers = { authorization: `Bearer ${token}` };
    const status = async (method: string) => (await at.house.nobody().send('/api/session', { method, headers })).status;
    expect([await status('GET'), await status('DELETE'), await status('GET')]).toEqual([200, 204, 401]);
  });

  it('begins with no wrong password, and a wrong name is told in the same words', async () => {
    const refused = (username: string) =>
      at.house.nobody().refusal('POST /api/session', { body: { username, password: 'wrong' } });
    expect(await refused('agent')).toEqual(await refused('nobody-of-this-name'));
  });

  it('begins at no identity provider where none is configured', async () => {
    expect((await at.house.nobody().call('GET /api/welcome')).oidc).toBeNull();
    expect(await at.house.nobody().refusal('GET /api/session/oidc')).toMatchObject({
      status: 404,
      detail: '没有启用统一身份认证',
    });
  });
});

describe('the console’s session', () => {
  /** Signs in as a browser does, which keeps the cookie and shows it again. */
  async function cookieOf(username: string): Promise<{ given: string; cookie: string }> {
    const answer = await at.house.nobody().try('POST /api/session', { body: { username, password } });
    const given = answer.headers.getSetCookie().find((each) => each.startsWith('hotline_session=')) ?? '';
    return { given, cookie: given.slice(0, given.indexOf(';')) };
  }

  const status = async (method: string, headers: Record<string, string>) =>
    (await at.house.nobody().send('/api/session', { method, headers })).status;

  it('is a cookie that no script reads and no other site sends', async () => {
    const { given, cookie } = await cookieOf('reviewer');
    expect(given).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await status('GET', { cookie })).toBe(200);
    expect(await status('GET', { cookie: cookie.slice(0, -2) })).toBe(401);
  });

  it('may not write from another site', async () => {
    const { cookie } = await cookieOf('reviewer');
    expect(await status('DELETE', { cookie, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status('DELETE', { cookie, 'sec-fetch-site': 'same-origin' })).toBe(204);
    expect(await status('GET', { cookie })).toBe(401);
  });
});
