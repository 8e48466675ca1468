import type { Answer } from '#testing/house-client';
import { testPassword as password } from '#testing/test-accounts';
import { ordinary } from '#testing/people';
import { hotline } from './support/hotline';

// As behind a proxy that ends TLS, and names the host that was asked.
const at = hotline({ settings: { trustProxy: true } });
const json = 'application/json';
const registration = JSON.stringify({ ...ordinary, hold: true });

type Headers = Record<string, string>;

const post = (address: string, headers: Headers, body?: string): Promise<Answer> =>
  at.house.nobody().send(address, { method: 'POST', headers, ...(body !== undefined && { body }) });

async function signedIn(): Promise<Headers> {
  const answer = await at.house.nobody().try('POST /api/session', { body: { username: 'agent', password } });
  const given = answer.headers.getSetCookie().find((each) => each.startsWith('hotline_session=')) ?? '';
  return { cookie: given.slice(0, given.indexOf(';')), 'content-type': json };
}

const registered = async (headers: Headers): Promise<number> =>
  (await post('/api/tickets', { ...(await signedIn()), ...headers }, registration)).status;

describe('a page that writes with somebody’s cookie', () => {
  it.each([
    ['our own', { 'sec-fetch-site': 'same-origin' }, 201],
    ['a person at the address bar', { 'sec-fetch-site': 'none' }, 201],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling host of ours', { 'sec-fetch-site': 'same-site' }, 403],
    ['a sibling that says our origin too', { 'sec-fetch-site': 'same-site', origin: 'https://hotline.example' }, 403],
    ['our own, in a browser that says the origin only', { origin: 'https://hotline.example' }, 201],
    ['our own, whose host is named with the usual port', { origin: 'https://hotline.example', port: '443' }, 201],
    ['a sibling, in such a browser', { origin: 'https://other.example' }, 403],
    ['a sibling at another port', { origin: 'https://hotline.example:8443' }, 403],
    ['a page that hides where it is from', { origin: 'null' }, 403],
    ['no page at all', {}, 201],
  ])('is heard or refused by where it is from: %s', async (_, { port, ...headers }: Headers, status) => {
    const host = port ? `hotline.example:${port}` : 'hotline.example';
    expect(await registered({ 'x-forwarded-host': host, ...headers })).toBe(status);
  });

  it('is compared with the host that was asked where no proxy tells another', async () => {
    expect(await registered({ origin: at.house.url })).toBe(201);
    expect(await registered({ origin: 'http://127.0.0.1:1' })).toBe(403);
  });

  it('is told why, and may still ask what changes nothing', async () => {
    const headers = { ...(await signedIn()), 'sec-fetch-site': 'same-site' };
    const refused = await post('/api/tickets', headers, registration);
    expect(refused.body).toMatchObject({ code: 'forbidden', detail: '请求来自其他网站的页面，已拒绝' });
    const asked = await at.house.nobody().send('/api/session', { method: 'GET', headers });
    expect(asked.status).toBe(200);
  });

  it('does not matter to a program with a token of its own', async () => {
    const { token } = await at.house.as('agent');
    const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': json, 'sec-fetch-site': 'cross-site' };
    expect((await post('/api/tickets', headers, registration)).status).toBe(201);
  });
});

describe('a form', () => {
  const credentials = `username=agent&password=${encodeURIComponent(password)}`;

  it('of another site signs nobody in', async () => {
    const body = JSON.stringify({ username: 'agent', password });
    for (const site of ['cross-site', 'same-site']) {
      const answer = await post('/api/session', { 'content-type': json, 'sec-fetch-site': site }, body);
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    }
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=a'])(
    'is no way to say anything: %s',
    async (type) => {
      const answer = await post('/api/session', { 'content-type': type }, credentials);
      expect(answer).toMatchObject({ status: 415, body: { detail: '只接受 application/json' } });
    },
  );
});
