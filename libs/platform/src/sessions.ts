import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role } from '#ticket/role';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Caller, Represented } from './caller';
import { Directory } from './directory';

interface Account {
  id: string;
  username: string;
  name: string;
  roles: Role[];
  departmentId: string | null;
  mustChangePassword: boolean;
  /** Who is away and named this one; null when nobody is. */
  represented: (Represented & { roles: Role[] })[] | null;
}

interface Known {
  account: Account;
  createdAt: Date;
  expiresAt: Date;
  /** Until then the database is not asked again. */
  until: number;
}

/** A session is believed this long without asking the database: how late another replica hears of a sign-out. */
const cacheMs = 5_000;
const cacheSize = 10_000;

/** A browser's token is replaced when it is that old, and the old one works a little longer for what is under way. */
const renewAfterMs = 3_600_000;
const graceMs = 60_000;

/** Sessions live in PostgreSQL as digests of their tokens. */
@Injectable()
export class Sessions {
  private readonly cache = new Map<string, Known>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  /** A token for somebody who has shown who they are. */
  async begin(accountId: string, days: number): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await this.database.sql.query(
      `INSERT INTO ticket.session (token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4)`,
      [digest(token), accountId, now, new Date(now.getTime() + days * 86_400_000)],
    );
    return token;
  }

  /** Ends the session, with all tokens it has had. */
  async end(token: string): Promise<void> {
    this.cache.delete(token);
    await this.database.sql.query(
      `DELETE FROM ticket.session WHERE family = (SELECT family FROM ticket.session WHERE token_hash = $1)`,
      [digest(token)],
    );
  }

  /** Ends all sessions of somebody, apart from the one that this token belongs to. */
  async endAll(accountId: string, exceptToken?: string): Promise<void> {
    await this.database.sql.query(
      `DELETE FROM ticket.session WHERE account_id = $1
         AND family IS DISTINCT FROM (SELECT family FROM ticket.session WHERE token_hash = $2)`,
      [accountId, exceptToken ? digest(exceptToken) : null],
    );
    this.forget(accountId);
  }

  /** Somebody's roles, department or absence changed: their sessions, and their deputies', are read again. */
  forget(accountId: string): void {
    for (const [token, { account }] of this.cache) {
      const concerns = account.id === accountId || account.represented?.some(({ id }) => id === accountId);
      if (concerns) this.cache.delete(token);
    }
  }

  /** The next question about anybody reads the database again. */
  forgetAll(): void {
    this.cache.clear();
  }

  /** Who holds this token, or null. */
  async callerOf(token: string): Promise<Caller | null> {
    const known = await this.known(token);
    if (!known) return null;
    const { represented, roles, ...account } = known.account;
    return {
      ...account,
      roles: [...new Set([...roles, ...(represented ?? []).flatMap((each) => each.roles)])],
      departmentIds: this.directory.departmentAndBelow(account.departmentId),
      deputyFor: (represented ?? []).map(({ id, name, until }) => ({ id, name, until })),
    };
  }

  /** Another token for the same session when this one has been carried long enough; null otherwise. */
  async renewed(token: string): Promise<string | null> {
    const now = this.clock.now();
    const known = this.cache.get(token);
    const isOld = known && now.getTime() - known.createdAt.getTime() >= renewAfterMs;
    if (!isOld || known.expiresAt.getTime() - now.getTime() <= graceMs) return null;
    const next = newToken();
    await this.database.sql.query(
      `WITH old AS (UPDATE ticket.session SET expires_at = $3 WHERE token_hash = $1 AND expires_at > $3
         RETURNING account_id, family)
       INSERT INTO ticket.session (token_hash, account_id, family, created_at, expires_at)
       SELECT $2, account_id, family, $4, $5 FROM old`,
      [digest(token), digest(next), new Date(now.getTime() + graceMs), now, known.expiresAt],
    );
    this.cache.delete(token);
    return next;
  }

  /** Forgets sessions that have ended. */
  async prune(): Promise<number> {
    return this.database.sql.count(`DELETE FROM ticket.session WHERE expires_at < $1`, [this.clock.now()]);
  }

  private async known(token: string): Promise<Known | null> {
    const now = this.clock.now();
    const cached = this.cache.get(token);
    if (cached && cached.until > now.getTime()) return cached;
    const row = await this.database.sql.one<SessionRow>(sessionSelect, [digest(token), now]);
    this.cache.delete(token);
    if (!row) return null;
    if (this.cache.size >= cacheSize) this.cache.clear();
    const { createdAt, expiresAt, ...account } = row;
    const known = { account, createdAt, expiresAt, until: now.getTime() + cacheMs };
    this.cache.set(token, known);
    return known;
  }
}

type SessionRow = Account & { createdAt: Date; expiresAt: Date } & Record<string, unknown>;

/** Who is away lends all roles but an administrator's, and only within the same department. */
const sessionSelect = `
SELECT a.id, a.username, a.name, a.roles, a.department_id AS "departmentId",
  a.must_change_password AS "mustChangePassword", s.created_at AS "createdAt", s.expires_at AS "expiresAt",
  (SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'until', w.until_at, 'roles', array_remove(p.roles, 'admin')) ORDER BY p.name)
   FROM ticket.absence w JOIN ticket.account p ON p.id = w.account_id
   WHERE w.deputy_id = a.id AND w.ended_at IS NULL AND w.from_at <= $2 AND w.until_at > $2
     AND p.disabled_at IS NULL AND p.department_id IS NOT DISTINCT FROM a.department_id) AS represented
FROM ticket.session s JOIN ticket.account a ON a.id = s.account_id
WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.disabled_at IS NULL`;

const newToken = (): string => randomBytes(32).toString('base64url');
const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
