import { Controller, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { demoUsernames } from '#store/account-rows';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { heldTokenOf, type HeldToken } from '#platform/held-token';
import { Refusal } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { OwnSessions } from './own-sessions';
import { userOf } from './session-user';
import { SigningIn } from './signing-in';

/** Signing in and out. */
@Controller()
export class SessionController {
  constructor(
    private readonly signingIn: SigningIn,
    private readonly own: OwnSessions,
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

  @Handles('PUT /api/session/password')
  async changePassword(
    { body }: RouteInput<'PUT /api/session/password'>,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const held = heldBy(reply);
    this.signingIn.goOn(held, await this.own.changePassword(body, caller, held), reply);
    return undefined;
  }

  @Handles('DELETE /api/session/others')
  async endOthers(
    _input: RouteInput<'DELETE /api/session/others'>,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const held = heldBy(reply);
    this.signingIn.goOn(held, await this.own.endOthers(caller, held), reply);
    return undefined;
  }
}

function heldBy({ request }: FastifyReply): HeldToken {
  const held = heldTokenOf(request);
  if (!held) throw new Refusal('unauthenticated', '请先登录');
  return held;
}
