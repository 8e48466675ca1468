import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import type { Role } from '#ticket/role';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Caller } from './caller';
import { Directory } from './directory';

interface Account {
  id: string;
  name: string;
  roles: Role[];
  departmentId: string | null;
}

/** A session is believed this long without asking the database: how late another replica hears of a sign-out. */
const cacheMs = 5_000;
const cacheSize = 10_000;

/** Sessions live in PostgreSQL as digests of their tokens. */
@Injectable()
export class Sessions {
  private readonly cache = new Map<string, { account: Account; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  /** A token for these credentials, or null; a wrong name takes as long as a wrong password. */
  async begin(username: string, password: string, days: number): Promise<{ token: string; account: Account } | null> {
    const found = await this.database.sql.one<Account & { passwordHash: string } & Record<string, unknown>>(
      `SELECT id, name, roles, department_id AS "departmentId", password_hash AS "passwordHash"
       FROM ticket.account WHERE username = $1 AND disabled_at IS NULL`,
      [username],
    );
    const right = await verify(found?.passwordHash ?? nobodysHash, password).catch(() => false);
    if (!found || !right) return null;
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.sql.query(
      `INSERT INTO ticket.session (token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4)`,
      [digest(token), found.id, now, new Date(now.getTime() + days * 86_400_000)],
    );
    const { passwordHash: _, ...account } = found;
    return { token, account };
  }

  async end(token: string): Promise<void> {
    this.cache.delete(token);
    await this.database.sql.query(`DELETE FROM ticket.session WHERE token_hash = $1`, [digest(token)]);
  }

  /** Who holds this token, or null. */
  async callerOf(token: string): Promise<Caller | null> {
    const account = await this.accountOf(token);
    if (!account) return null;
    return { ...account, departmentIds: this.directory.departmentAndBelow(account.departmentId) };
  }

  /** Forgets sessions that have ended. */
  async prune(): Promise<number> {
    return this.database.sql.count(`DELETE FROM ticket.session WHERE expires_at < $1`, [this.clock.now()]);
  }

  private async accountOf(token: string): Promise<Account | null> {
    const now = this.clock.now();
    const cached = this.cache.get(token);
    if (cached && cached.until > now.getTime()) return cached.account;
    const account = await this.database.sql.one<Account & Record<string, unknown>>(
      `SELECT a.id, a.name, a.roles, a.department_id AS "departmentId" FROM ticket.session s
       JOIN ticket.account a ON a.id = s.account_id
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.disabled_at IS NULL`,
      [digest(token), now],
    );
    this.cache.delete(token);
    if (!account) return null;
    if (this.cache.size >= cacheSize) this.cache.clear();
    this.cache.set(token, { account, until: now.getTime() + cacheMs });
    return account;
  }
}

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The argon2id hash of a password nobody has. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$GDqrO3CEVtNzq2Iftfur9w$Y5tYDpyPLUGtZzKv70W50m4qicnKiq99mODmsz5CtjQ';
