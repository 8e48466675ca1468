import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '#ticket/role';
import type { Sql } from '#store/sql';
import type { Represented } from './caller';

/** By what somebody showed who they are: a column of their account, and what stood in it when it was verified. */
export interface Shown {
  readonly by: 'password_hash' | 'external_subject';
  readonly value: string;
}

/** Whose a session is. */
export interface Holder {
  id: string;
  username: string;
  name: string;
  roles: Role[];
  departmentId: string | null;
  mustChangePassword: boolean;
  extension: string | null;
  /** Who is away and named this one; null when nobody is. */
  represented: (Represented & { roles: Role[] })[] | null;
}

export const newToken = (): string => randomBytes(32).toString('base64url');
const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Begins a session, if the account is enabled and still is let in by what was shown. Answers whether it is. */
export async function beginSession(
  sql: Sql,
  account: { readonly id: string; readonly shown: Shown },
  session: { readonly token: string; readonly at: Date; readonly endsAt: Date },
): Promise<boolean> {
  const { id, shown } = account;
  // The lock waits for whoever is changing the account, and is waited for by them: their session ends with the others.
  const begun = await sql.count(
    `INSERT INTO ticket.session (token_hash, account_id, created_at, expires_at)
     SELECT $1, id, $2, $3 FROM ticket.account
     WHERE id = $4 AND disabled_at IS NULL AND ${shown.by} = $5 FOR SHARE`,
    [digest(session.token), session.at, session.endsAt, id, shown.value],
  );
  return begun === 1;
}

/**
 * Gives a session another token; the old one ends at `oldEndsAt`. Of several who ask at once one is answered true, the
 * others go on with the old one until then.
 */
export async function renewSession(
  sql: Sql,
  token: string,
  next: { readonly token: string; readonly at: Date; readonly oldEndsAt: Date },
): Promise<boolean> {
  if (!(await holdHolder(sql, token))) return false;
  const renewed = await sql.count(
    `WITH old AS (SELECT token_hash, account_id, family, expires_at FROM ticket.session WHERE token_hash = $1 AND expires_at > $4),
       ended AS (UPDATE ticket.session s SET expires_at = $4 FROM old WHERE s.token_hash = old.token_hash)
     INSERT INTO ticket.session (token_hash, account_id, family, created_at, expires_at)
     SELECT $2, account_id, family, $3, expires_at FROM old`,
    [digest(token), digest(next.token), next.at, next.oldEndsAt],
  );
  return renewed === 1;
}

/** Ends a session, with all tokens it has had. Answers whose it was; undefined when it had ended. */
export async function endSession(sql: Sql, token: string): Promise<string | undefined> {
  const accountId = await holdHolder(sql, token);
  await sql.query(
    `DELETE FROM ticket.session WHERE family = (SELECT family FROM ticket.session WHERE token_hash = $1)`,
    [digest(token)],
  );
  return accountId;
}

/** Ends all sessions of somebody, within the transaction that changes their account. */
export async function endSessions(sql: Sql, accountId: string): Promise<void> {
  await sql.query(`SELECT 1 FROM ticket.account WHERE id = $1 FOR NO KEY UPDATE`, [accountId]);
  await sql.query(`DELETE FROM ticket.session WHERE account_id = $1`, [accountId]);
}

/**
 * Ends all sessions of a token's holder but its own, which goes on under `next` where one is given, until when it would
 * have ended anyway. Answers false, with nothing ended, when its own has ended already.
 */
export async function endOtherSessions(
  sql: Sql,
  held: { readonly token: string; readonly next: string | null },
  at: Date,
): Promise<boolean> {
  const accountId = await holdHolder(sql, held.token);
  const own = await sql.one<{ family: string; endsAt: Date }>(
    `SELECT family, max(expires_at) AS "endsAt" FROM ticket.session
     WHERE family = (SELECT family FROM ticket.session WHERE token_hash = $1 AND expires_at > $2) GROUP BY family`,
    [digest(held.token), at],
  );
  if (!own) return false;
  await sql.query(`DELETE FROM ticket.session WHERE account_id = $1 AND (family <> $2 OR $3)`, [
    accountId,
    own.family,
    held.next !== null,
  ]);
  if (held.next === null) return true;
  await sql.query(
    `INSERT INTO ticket.session (token_hash, account_id, family, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
    [digest(held.next), accountId, own.family, at, own.endsAt],
  );
  return true;
}

/**
 * Sessions of one account change one after the other, and its row stands for all of them: a token that somebody is just
 * adding has no row yet that could be locked. Answers the account, undefined when nobody has the token.
 */
async function holdHolder(sql: Sql, token: string): Promise<string | undefined> {
  const holder = await sql.one<{ id: string }>(
    `SELECT id FROM ticket.account WHERE id = (SELECT account_id FROM ticket.session WHERE token_hash = $1)
     FOR NO KEY UPDATE`,
    [digest(token)],
  );
  return holder?.id;
}

/** Forgets sessions that have ended, apart from those that somebody is changing. */
export const pruneSessions = (sql: Sql, now: Date): Promise<number> =>
  sql.count(
    `DELETE FROM ticket.session WHERE token_hash IN (
       SELECT token_hash FROM ticket.session WHERE expires_at < $1 FOR UPDATE SKIP LOCKED)`,
    [now],
  );

type SessionRow = Holder & { createdAt: Date; expiresAt: Date } & Record<string, unknown>;

/** A session that has not ended, with its holder, and whom they stand in for at `now`. */
export const readSession = (sql: Sql, token: string, now: Date): Promise<SessionRow | undefined> =>
  sql.one<SessionRow>(sessionSelect, [digest(token), now]);

/** Who is away lends all roles but an administrator's, and only within the same department. */
const sessionSelect = `
SELECT a.id, a.username, a.name, a.roles, a.department_id AS "departmentId",
  a.must_change_password AS "mustChangePassword", a.extension, s.created_at AS "createdAt", s.expires_at AS "expiresAt",
  (SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'until', w.until_at, 'roles', array_remove(p.roles, 'admin')) ORDER BY p.name)
   FROM ticket.absence w JOIN ticket.account p ON p.id = w.account_id
   WHERE w.deputy_id = a.id AND w.ended_at IS NULL AND w.from_at <= $2 AND w.until_at > $2
     AND p.disabled_at IS NULL AND p.department_id IS NOT DISTINCT FROM a.department_id) AS represented
FROM ticket.session s JOIN ticket.account a ON a.id = s.account_id
WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.disabled_at IS NULL`;
