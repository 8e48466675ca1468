import { Injectable } from '@nestjs/common';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { isPassword } from './passwords';
import { Refusal } from './problems';
import type { Shown } from './session-rows';
import { SignInGate } from './sign-in-gate';

/** Somebody who has shown who they are, and by what: it may have changed before their session begins. */
export interface SignedIn {
  readonly id: string;
  readonly username: string;
  readonly shown: Shown;
}

type Account = Pick<SignedIn, 'id' | 'username'>;

type Credentials = Readonly<Record<'username' | 'password', string>>;

/** Who somebody is, by their password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly gate: SignInGate,
    private readonly administration: Administration,
    private readonly clock: Clock,
  ) {}

  /**
   * A wrong name is refused as a wrong password is: in the same words, after the same time, and as often.
   * @param device by what the browser is known, null for a stranger
   * @throws Refusal `unauthenticated`, or `too-many-requests` while attempts have to wait, were they right or not
   */
  async byPassword({ username, password }: Credentials, device: string | null): Promise<SignedIn> {
    const { refusedUntil, isFirstWait } = await this.gate.enter(username, device);
    if (refusedUntil) throw this.mustWait(refusedUntil);
    const found = await this.database.sql.one<Account & { passwordHash: string | null } & Record<string, unknown>>(
      `SELECT id, username, password_hash AS "passwordHash" FROM ticket.account WHERE username = $1 AND disabled_at IS NULL`,
      [username],
    );
    const hash = await provenHash(password, found?.passwordHash);
    if (found && hash) return { id: found.id, username, shown: { by: 'password_hash', value: hash } };
    if (found && isFirstWait) await this.recordLockOut(found);
    throw new Refusal('unauthenticated', '用户名或密码不对');
  }

  /**
   * The hash of the password that the holder of a session knows too; null when they do not. Guessing is counted as it is
   * when signing in, apart from it: whoever tries a name at the login page keeps nobody from changing their password.
   */
  async hashProvenBy(accountId: string, password: string): Promise<string | null> {
    const found = await this.database.sql.one<{ passwordHash: string | null }>(
      `SELECT password_hash AS "passwordHash" FROM ticket.account WHERE id = $1`,
      [accountId],
    );
    const { refusedUntil } = await this.gate.confirm(accountId);
    if (refusedUntil) throw this.mustWait(refusedUntil);
    const hash = await provenHash(password, found?.passwordHash);
    if (hash) await this.gate.confirmed(accountId);
    return hash;
  }

  private mustWait(until: Date): Refusal {
    const seconds = Math.max(1, Math.ceil((until.getTime() - this.clock.now().getTime()) / 1_000));
    const wait = seconds > 60 ? `${Math.ceil(seconds / 60)}分钟` : `${seconds}秒`;
    return new Refusal('too-many-requests', `密码连续输错，请${wait}后再试，或请系统管理员解除`, {
      retryAfterSeconds: seconds,
    });
  }

  private async recordLockOut({ id, username }: Account): Promise<void> {
    await this.administration.write({ id: 'system' }, () =>
      Promise.resolve({
        subject: 'account',
        subjectId: id,
        action: 'lock-out',
        before: null,
        after: { username },
      }),
    );
  }
}

const provenHash = async (password: string, hash: string | null | undefined): Promise<string | null> =>
  (await isPassword(password, hash)) && hash ? hash : null;
