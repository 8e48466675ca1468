import { testPassword as password } from '#testing/test-accounts';
import type { Answer } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline();

/** A browser signs in, with the cookies it has. */
async function signIn(username: string, tried: string, cookie?: string): Promise<Answer> {
  const headers = cookie ? { cookie } : undefined;
  return at.house.nobody().try('POST /api/session', { body: { username, password: tried }, headers });
}

const cookiesOf = ({ headers }: Answer): Record<'session' | 'device', string> => {
  const given = headers.getSetCookie().map((cookie) => cookie.slice(0, cookie.indexOf(';')));
  const find = (name: string) => given.find((cookie) => cookie.startsWith(`hotline_${name}=`)) ?? '';
  return { session: find('session'), device: find('device') };
};

const fail = async (username: string, times: number, cookie?: string): Promise<number[]> => {
  const statuses: number[] = [];
  for (let tried = 0; tried < times; tried += 1) statuses.push((await signIn(username, 'wrong', cookie)).status);
  return statuses;
};

const seconds = (count: number): void => at.house.clock.advance(count * 1_000);

describe('whoever guesses passwords', () => {
  it('waits longer after each wrong one, whether the name exists or not', async () => {
    for (const username of ['quality', 'nobody-of-this-name']) {
      expect(await fail(username, 6)).toEqual([401, 401, 401, 401, 401, 429]);
      const refused = await signIn(username, password);
      expect(refused.headers.get('retry-after')).toBe('30');
      expect(refused.body).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 30 });
      seconds(30);
      expect(await fail(username, 2)).toEqual([401, 429]);
      expect((await signIn(username, password)).headers.get('retry-after')).toBe('60');
      seconds(60);
    }
  });

  it('never waits longer than a quarter of an hour, so that nobody is locked out for good', async () => {
    for (let round = 0; round < 12; round += 1) {
      await fail('leader', 1);
      seconds(900);
    }
    await fail('leader', 1);
    expect(Number((await signIn('leader', password)).headers.get('retry-after'))).toBe(900);
    seconds(900);
    expect((await signIn('leader', password)).status).toBe(201);
  });

  it('is counted for each of a hundred guesses at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('manager', 'wrong')));
    const verified = answers.filter(({ status }) => status === 401);
    expect(verified).toHaveLength(5);
  });

  it('keeps out strangers only: who has signed in from this desk before comes in', async () => {
    const { device } = cookiesOf(await signIn('callback', password));
    expect(await fail('callback', 6)).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await signIn('callback', password)).status).toBe(429);
    expect((await signIn('callback', password, device)).status).toBe(201);
  });

  it('is a stranger at a desk where only a colleague has signed in', async () => {
    const { device } = cookiesOf(await signIn('shift-lead', password));
    await fail('supervisor', 6, device);
    expect((await signIn('supervisor', password, device)).status).toBe(429);
    expect((await signIn('shift-lead', password, device)).status).toBe(201);
  });

  it('may try again at once when the administrator says so', async () => {
    await fail('dispatcher', 6);
    const admin = await at.house.as('admin');
    const found = async () => (await admin.call('GET /api/users', { query: { role: 'dispatcher' } })).items[0];
    const blocked = await found();
    expect(blocked?.blockedUntil).not.toBeNull();
    await admin.call('POST /api/users/:id/unlock', { params: { id: blocked?.id ?? '' }, body: {} });
    expect((await found())?.blockedUntil).toBeNull();
    expect((await signIn('dispatcher', password)).status).toBe(201);
    const events = await admin.call('GET /api/admin-events', { query: { subjectId: blocked?.id } });
    expect(events.items.map(({ action, actor }) => [action, actor])).toEqual([
      ['unlock', '系统管理员'],
      ['lock-out', '系统'],
      ['create', '系统'],
    ]);
  });
});

describe('whoever changes their password', () => {
  const account = async (username: string) => {
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/users', { query: { q: username } });
    return items.find((user) => user.username === username) ?? { id: '', blockedUntil: null };
  };

  const change = async (cookie: string, current: string): Promise<number> => {
    const body = { current, next: 'a longer password of my own' };
    return (await at.house.nobody().try('PUT /api/session/password', { body, headers: { cookie } })).status;
  };

  it('is kept from it by nobody at the login page, whatever name they say', async () => {
    const { id } = await account('officer-urban');
    const { session } = cookiesOf(await signIn('officer-urban', password));
    expect(await fail(`session of ${id}`, 6)).toEqual([400, 400, 400, 400, 400, 400]);
    expect(await fail(id, 6)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await fail('officer-urban', 6)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await change(session, password)).toBe(204);
  });

  it('waits after wrong ones as at the login page, until the administrator, who sees it, says otherwise', async () => {
    const { session } = cookiesOf(await signIn('officer-police', password));
    for (let tried = 0; tried < 5; tried += 1) expect(await change(session, 'wrong')).toBe(400);
    expect(await change(session, password)).toBe(429);
    const { id, blockedUntil } = await account('officer-police');
    expect(blockedUntil).not.toBeNull();
    const admin = await at.house.as('admin');
    await admin.call('POST /api/users/:id/unlock', { params: { id }, body: {} });
    expect((await account('officer-police')).blockedUntil).toBeNull();
    expect(await change(session, password)).toBe(204);
  });
});

describe('a browser’s session', () => {
  const status = async (cookie: string): Promise<Answer> =>
    at.house.nobody().send('/api/session', { method: 'GET', headers: { cookie } });

  it('gets another token every hour, and the old one ends a minute later', async () => {
    const { session } = cookiesOf(await signIn('reviewer', password));
    seconds(3_599);
    expect(cookiesOf(await status(session)).session).toBe('');
    seconds(1);
    const renewed = cookiesOf(await status(session)).session;
    expect(renewed).not.toBe('');
    expect(renewed).not.toBe(session);
    expect((await status(session)).status).toBe(200);
    seconds(61);
    expect((await status(session)).status).toBe(401);
    expect((await status(renewed)).status).toBe(200);
  });

  it('ends with all its tokens', async () => {
    const { session } = cookiesOf(await signIn('reviewer', password));
    seconds(3_600);
    const renewed = cookiesOf(await status(session)).session;
    await at.house.nobody().send('/api/session', { method: 'DELETE', headers: { cookie: renewed } });
    expect([(await status(session)).status, (await status(renewed)).status]).toEqual([401, 401]);
  });

  it('is ended from another one of the same person, which goes on under a new token', async () => {
    const [left, here] = [cookiesOf(await signIn('agent', password)), cookiesOf(await signIn('agent', password))];
    const headers = { cookie: here.session };
    const ended = await at.house.nobody().send('/api/session/others', { method: 'DELETE', headers });
    expect(ended.status).toBe(204);
    expect((await status(left.session)).status).toBe(401);
    expect((await status(here.session)).status).toBe(401);
    expect((await status(cookiesOf(ended).session)).status).toBe(200);
  });
});
