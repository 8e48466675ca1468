import { Controller, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { demoUsernames } from '#store/account-rows';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { OwnPassword } from './own-password';
import { userOf } from './session-user';
import { SigningIn } from './signing-in';

/** Signing in and out. */
@Controller()
export class SessionController {
  constructor(
    private readonly signingIn: SigningIn,
    private readonly ownPassword: OwnPassword,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Handles('GET /api/welcome')
  async welcome(): Promise<RouteAnswer<'GET /api/welcome'>> {
    const usernames = await demoUsernames(this.database.sql);
    const { oidc } = this.settings;
    return { demo: usernames.length > 0, usernames, oidc: oidc && { label: oidc.label } };
  }

  @Handles('POST /api/session')
  begin(
    { body }: RouteInput<'POST /api/session'>,
    _nobody: Caller,
    reply: FastifyReply,
  ): Promise<RouteAnswer<'POST /api/session'>> {
    return this.signingIn.byPassword(body, reply);
  }

  @Handles('GET /api/session')
  current(_input: RouteInput<'GET /api/session'>, caller: Caller): Promise<RouteAnswer<'GET /api/session'>> {
    return Promise.resolve({ user: userOf(caller) });
  }

  @Handles('DELETE /api/session')
  async end(_input: RouteInput<'DELETE /api/session'>, _caller: Caller, reply: FastifyReply): Promise<undefined> {
    await this.signingIn.end(reply);
    return undefined;
  }

  /** All other sessions end: whoever knew the old password is out. */
  @Handles('PUT /api/session/password')
  async changePassword(
    { body }: RouteInput<'PUT /api/session/password'>,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    await this.ownPassword.change(body, caller);
    await this.signingIn.endOthers(caller, reply);
    return undefined;
  }

  @Handles('DELETE /api/session/others')
  async endOthers(
    _input: RouteInput<'DELETE /api/session/others'>,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    await this.signingIn.endOthers(caller, reply);
    return undefined;
  }
}
