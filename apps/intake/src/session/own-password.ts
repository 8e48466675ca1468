import { Injectable } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { changeAccount } from '#store/account-rows';
import { Administration } from '#store/administration';
import type { Caller } from '#platform/caller';
import { hashPassword } from '#platform/passwords';
import { refusalAt } from '#platform/problems';
import { SignIn } from '#platform/sign-in';

/** The password that people choose for themselves. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly signIn: SignIn,
    private readonly administration: Administration,
  ) {}

  /** @throws Refusal when the present one is wrong, or the next one is the same. */
  async change({ current, next }: RouteInput<'PUT /api/session/password'>['body'], caller: Caller): Promise<void> {
    const { id, username } = caller;
    if (!(await this.signIn.isPasswordOf(id, current))) throw refusalAt('current', '当前密码不对');
    if (next === current) throw refusalAt('next', '新密码不能与当前密码相同');
    const passwordHash = await hashPassword(next);
    await this.administration.write(caller, async (sql) => {
      await changeAccount(sql, id, { passwordHash, mustChangePassword: false });
      return { subject: 'account', subjectId: id, action: 'change-password', before: null, after: { username } };
    });
  }
}
