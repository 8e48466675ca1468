import { Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import type { Caller } from './caller';
import { Directory } from './directory';
import type { HeldToken } from './held-token';
import { Refusal } from './problems';
import {
  beginSession,
  endOtherSessions,
  endSession,
  newToken,
  pruneSessions,
  readSession,
  renewSession,
  type Holder,
  type Shown,
} from './session-rows';

interface Known {
  account: Holder;
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
  /** How often something was forgotten: what was asked before that is not remembered. */
  private forgotten = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  /** A token for somebody who has shown who they are; null when what they showed lets nobody in any more. */
  async begin(account: { readonly id: string; readonly shown: Shown }, days: number): Promise<string | null> {
    const [token, at] = [newToken(), this.clock.now()];
    const endsAt = new Date(at.getTime() + days * 86_400_000);
    return (await beginSession(this.database.sql, account, { token, at, endsAt })) ? token : null;
  }

  /** Ends the session, with all tokens it has had. */
  async end(token: string): Promise<void> {
    const accountId = await this.database.transaction((sql) => endSession(sql, token));
    this.cache.delete(token);
    if (accountId) this.forget(accountId);
  }

  /**
   * Ends all sessions of the token's holder but its own, in the transaction of whoever calls, who then has it forgotten.
   * Answers the token that goes on: a browser's is another one from now on.
   * @throws Refusal `unauthenticated` when its own has ended meanwhile
   */
  async endOthers(sql: Sql, { token, isCookie }: HeldToken): Promise<string> {
    const next = isCookie ? newToken() : null;
    const goesOn = await endOtherSessions(sql, { token, next }, this.clock.now());
    if (!goesOn) throw new Refusal('unauthenticated', '请先登录');
    return next ?? token;
  }

  /** Somebody's roles, department or absence changed: their sessions, and their deputies', are read again. */
  forget(accountId: string): void {
    this.forgotten += 1;
    for (const [token, { account }] of this.cache) {
      const concerns = account.id === accountId || account.represented?.some(({ id }) => id === accountId);
      if (concerns) this.cache.delete(token);
    }
  }

  /** The next question about anybody reads the database again. */
  forgetAll(): void {
    this.forgotten += 1;
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

  /** Another token for the same session when this one has been carried long enough and nobody else asked; null otherwise. */
  async renewed(token: string): Promise<string | null> {
    const now = this.clock.now();
    const known = this.cache.get(token);
    const isOld = known && now.getTime() - known.createdAt.getTime() >= renewAfterMs;
    if (!isOld || known.expiresAt.getTime() - now.getTime() <= graceMs) return null;
    const next = { token: newToken(), at: now, oldEndsAt: new Date(now.getTime() + graceMs) };
    const isOurs = await this.database.transaction((sql) => renewSession(sql, token, next));
    this.cache.delete(token);
    return isOurs ? next.token : null;
  }

  /** Forgets sessions that have ended. */
  prune(): Promise<number> {
    return pruneSessions(this.database.sql, this.clock.now());
  }

  private async known(token: string): Promise<Known | null> {
    const now = this.clock.now();
    const cached = this.cache.get(token);
    if (cached && cached.until > now.getTime()) return cached;
    const { forgotten } = this;
    const row = await readSession(this.database.sql, token, now);
    this.cache.delete(token);
    if (!row) return null;
    if (this.cache.size >= cacheSize) this.cache.clear();
    const { createdAt, expiresAt, ...account } = row;
    const known = { account, createdAt, expiresAt, until: now.getTime() + cacheMs };
    if (forgotten === this.forgotten) this.cache.set(token, known);
    return known;
  }
}
