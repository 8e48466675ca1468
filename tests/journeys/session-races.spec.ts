import { changeAccount } from '#store/account-rows';
import type { Sql } from '#store/sql';
import { hashFirstPassword } from '#platform/passwords';
import { beginSession, newToken, renewSession } from '#platform/session-rows';
import type { Answer } from '#testing/house-client';
import { testPassword as password } from '#testing/test-accounts';
import { until } from '#testing/until';
import { hotline } from './support/hotline';

// What fails here fails on purpose.
const at = hotline({ settings: { logLevel: 'silent' } });
const ended: Promise<unknown>[] = [];
afterEach(() => Promise.allSettled(ended.splice(0)));

const accountOf = async (username: string): Promise<{ id: string; passwordHash: string }> => {
  const select = `SELECT id, password_hash AS "passwordHash" FROM ticket.account WHERE username = $1`;
  const row = await at.house.database.sql.one<{ id: string; passwordHash: string }>(select, [username]);
  if (!row) throw new Error(`no ${username}`);
  return row;
};

const signIn = (username: string): Promise<Answer> =>
  at.house.nobody().try('POST /api/session', { body: { username, password } });

const sessionCookie = ({ headers }: Answer): string => {
  const given = headers.getSetCookie().find((cookie) => cookie.startsWith('hotline_session=')) ?? '';
  return given.slice(0, given.indexOf(';'));
};

const ask = (cookie: string, method = 'GET', address = '/api/session'): Promise<Answer> =>
  at.house.nobody().send(address, { method, headers: { cookie } });

const inAnHour = async (username: string): Promise<string> => {
  const cookie = sessionCookie(await signIn(username));
  at.house.clock.advance(3_600_000);
  return cookie;
};

/** Commits what is under way only after somebody waits for it. */
function whileUnderWay(work: (sql: Sql) => Promise<unknown>, meanwhile: () => Promise<Answer>): Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  const blocked = `SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return at.house.database
    .transaction(async (sql) => {
      await work(sql);
      answer = meanwhile();
      ended.push(answer);
      await until(async () =>
        (await at.house.database.lists.one<{ n: number }>(blocked, []))?.n ? '' : 'somebody who waits',
      );
    })
    .then(() => answer as Promise<Answer>);
}

const oneDay = () => new Date(at.house.clock.now().getTime() + 86_400_000);

/** Somebody is given another token this moment. */
const renewal = (cookie: string, token: string) => (sql: Sql) => {
  const now = at.house.clock.now();
  const next = { token, at: now, oldEndsAt: new Date(now.getTime() + 60_000) };
  return renewSession(sql, cookie.slice(cookie.indexOf('=') + 1), next);
};

describe('a browser that asks for three things at once after an hour', () => {
  it('is given one new token, goes on with the old one for a minute, and every token it holds works', async () => {
    const cookie = await inAnHour('reviewer');
    const answers = await Promise.all([1, 2, 3].map(() => ask(cookie)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const given = answers.map(sessionCookie).filter((each) => each !== '');
    expect(given).toHaveLength(1);
    expect((await ask(given[0] ?? '')).status).toBe(200);
    expect((await ask(cookie)).status).toBe(200);
    at.house.clock.advance(61_000);
    expect((await ask(cookie)).status).toBe(401);
    expect((await ask(given[0] ?? '')).status).toBe(200);
  });
});

describe('signing out while another token is being given', () => {
  it('ends that one too', async () => {
    const cookie = await inAnHour('callback');
    const token = newToken();
    const left = await whileUnderWay(renewal(cookie, token), () => ask(cookie, 'DELETE'));
    expect(left.status).toBe(204);
    expect((await ask(`hotline_session=${token}`)).status).toBe(401);
  });

  it('ends it everywhere, from an administrator’s desk or from another browser of the same person', async () => {
    const admin = await at.house.as('admin');
    const { id } = await accountOf('callback');
    for (const from of ['desk', 'browser']) {
      const cookie = await inAnHour('callback');
      const other = sessionCookie(await signIn('callback'));
      const token = newToken();
      await whileUnderWay(renewal(cookie, token), () =>
        from === 'desk'
          ? admin.try('POST /api/users/:id/end-sessions', { params: { id }, body: {} })
          : ask(other, 'DELETE', '/api/session/others'),
      );
      expect((await ask(`hotline_session=${token}`)).status).toBe(401);
    }
  });

  it('holds at once where it was done, for all tokens that the session has had', async () => {
    const cookie = await inAnHour('manager');
    const renewed = sessionCookie(await ask(cookie));
    expect((await ask(cookie)).status).toBe(200);
    await ask(renewed, 'DELETE');
    expect((await ask(cookie)).status).toBe(401);
  });
});

describe('a session that has been ended from elsewhere', () => {
  it('cannot go on as a new one by ending the others', async () => {
    const cookie = sessionCookie(await signIn('leader'));
    expect((await ask(cookie)).status).toBe(200);
    const { id } = await accountOf('leader');
    // As another replica does: this one still believes the session for five seconds.
    await at.house.database.sql.query(`DELETE FROM ticket.session WHERE account_id = $1`, [id]);
    const answer = await ask(cookie, 'DELETE', '/api/session/others');
    expect([answer.status, sessionCookie(answer)]).toEqual([401, '']);
  });
});

describe('a password that is reset', () => {
  const reset = async (id: string): Promise<Answer> =>
    (await at.house.as('admin')).try('POST /api/users/:id/reset-password', { params: { id }, body: {} });

  it('lets nobody in who was just being verified by the old one', async () => {
    const { id } = await accountOf('dispatcher');
    const passwordHash = await hashFirstPassword('another password');
    const work = (sql: Sql) => changeAccount(sql, id, { passwordHash });
    expect((await whileUnderWay(work, () => signIn('dispatcher'))).status).toBe(401);
  });

  it('ends a session that was just beginning', async () => {
    const { id, passwordHash } = await accountOf('quality');
    const token = newToken();
    const shown = { by: 'password_hash', value: passwordHash } as const;
    const session = { token, at: at.house.clock.now(), endsAt: oneDay() };
    await at.house.as('admin');
    const answer = await whileUnderWay(
      (sql) => beginSession(sql, { id, shown }, session),
      () => reset(id),
    );
    expect(answer.status).toBe(200);
    expect((await ask(`hotline_session=${token}`)).status).toBe(401);
  });

  it('stays as it was when the sessions cannot be ended', async () => {
    const { id } = await accountOf('supervisor');
    const cookie = sessionCookie(await signIn('supervisor'));
    await holdSessions();
    expect((await reset(id)).status).toBe(500);
    const own = { current: password, next: 'quite another password' };
    const headers = { cookie };
    expect((await at.house.nobody().try('PUT /api/session/password', { body: own, headers })).status).toBe(500);
    const disabled = { params: { id }, body: { reason: '离职' } };
    expect((await (await at.house.as('admin')).try('POST /api/users/:id/disable', disabled)).status).toBe(500);
    await at.house.database.sql.query(`DROP TRIGGER held ON ticket.session`);
    expect((await signIn('supervisor')).status).toBe(201);
    expect((await ask(cookie)).status).toBe(200);
  });

  /** The database fails whenever a session is ended. */
  const holdSessions = async (): Promise<void> => {
    await at.house.database.sql.query(
      `CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'held'; END $$`,
    );
    await at.house.database.sql.query(
      `CREATE TRIGGER held BEFORE DELETE ON ticket.session FOR EACH ROW EXECUTE FUNCTION held()`,
    );
  };

  it('is not changed back by whoever knew the old one and was just changing it', async () => {
    const { id } = await accountOf('shift-lead');
    const headers = { cookie: sessionCookie(await signIn('shift-lead')) };
    const passwordHash = await hashFirstPassword('told by the administrator');
    const body = { current: password, next: 'the thief’s own password' };
    const change = () => at.house.nobody().try('PUT /api/session/password', { body, headers });
    const work = async (sql: Sql) => {
      await sql.query(`SELECT pg_advisory_xact_lock(12345005)`);
      await changeAccount(sql, id, { passwordHash });
    };
    expect((await whileUnderWay(work, change)).status).toBe(400);
    expect((await accountOf('shift-lead')).passwordHash).toBe(passwordHash);
  });
});
