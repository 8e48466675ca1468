import { Injectable } from '@nestjs/common';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { isPassword } from './passwords';
import { Refusal } from './problems';
import { SignInGate } from './sign-in-gate';

export interface SignedIn {
  readonly id: string;
  readonly username: string;
}

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
    const found = await this.database.sql.one<SignedIn & { passwordHash: string | null } & Record<string, unknown>>(
      `SELECT id, username, password_hash AS "passwordHash" FROM ticket.account WHERE username = $1 AND disabled_at IS NULL`,
      [username],
    );
    const right = await isPassword(password, found?.passwordHash);
    if (found && right) return { id: found.id, username: found.username };
    if (found && isFirstWait) await this.recordLockOut(found);
    throw new Refusal('unauthenticated', '用户名或密码不对');
  }

  /** Whether the holder of a session knows the password too. Guessing is counted as it is when signing in. */
  async isPasswordOf(accountId: string, password: string): Promise<boolean> {
    const found = await this.database.sql.one<{ passwordHash: string | null }>(
      `SELECT password_hash AS "passwordHash" FROM ticket.account WHERE id = $1`,
      [accountId],
    );
    const { refusedUntil } = await this.gate.enter(`session of ${accountId}`, null);
    if (refusedUntil) throw this.mustWait(refusedUntil);
    const right = await isPassword(password, found?.passwordHash);
    if (right) await this.gate.unlock(`session of ${accountId}`);
    return right;
  }

  private mustWait(until: Date): Refusal {
    const seconds = Math.max(1, Math.ceil((until.getTime() - this.clock.now().getTime()) / 1_000));
    const wait = seconds > 60 ? `${Math.ceil(seconds / 60)}分钟` : `${seconds}秒`;
    return new Refusal('too-many-requests', `密码连续输错，请${wait}后再试，或请系统管理员解除`, {
      retryAfterSeconds: seconds,
    });
  }

  private async recordLockOut({ id, username }: SignedIn): Promise<void> {
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
