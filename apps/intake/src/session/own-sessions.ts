import { Injectable } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { changeAccount } from '#store/account-rows';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import type { Caller } from '#platform/caller';
import type { HeldToken } from '#platform/held-token';
import { hashPassword } from '#platform/passwords';
import { refusalAt } from '#platform/problems';
import { Sessions } from '#platform/sessions';
import { SignIn } from '#platform/sign-in';

const wrong = () => refusalAt('current', '当前密码不对');

/** What people do about their own sessions, from one of them, which goes on under the token that is answered. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly signIn: SignIn,
    private readonly administration: Administration,
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  /** @throws Refusal `unauthenticated` when this one has ended meanwhile */
  async endOthers({ id }: Caller, held: HeldToken): Promise<string> {
    const token = await this.database.transaction((sql) => this.sessions.endOthers(sql, held));
    this.sessions.forget(id);
    return token;
  }

  /**
   * The password that people choose for themselves. All other sessions end with it: whoever knew the old one is out.
   * @throws Refusal when the present one is wrong, or the next one is the same, or this session has ended meanwhile
   */
  async changePassword(
    { current, next }: RouteInput<'PUT /api/session/password'>['body'],
    caller: Caller,
    held: HeldToken,
  ): Promise<string> {
    const { id, username } = caller;
    const verified = await this.signIn.hashProvenBy(id, current);
    if (!verified) throw wrong();
    if (next === current) throw refusalAt('next', '新密码不能与当前密码相同');
    const passwordHash = await hashPassword(next);
    let token = '';
    await this.administration.write(caller, async (sql) => {
      if (!(await isStill(sql, id, verified))) throw wrong();
      await changeAccount(sql, id, { passwordHash, mustChangePassword: false });
      token = await this.sessions.endOthers(sql, held);
      return { subject: 'account', subjectId: id, action: 'change-password', before: null, after: { username } };
    });
    this.sessions.forget(id);
    return token;
  }
}

/** An administrator may have reset it meanwhile, from whom this change would take the account back. */
const isStill = async (sql: Sql, id: string, passwordHash: string): Promise<boolean> =>
  (await sql.one(`SELECT 1 FROM ticket.account WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL`, [
    id,
    passwordHash,
  ])) !== undefined;
