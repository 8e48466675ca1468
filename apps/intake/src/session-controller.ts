import { Controller, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { demoUsernames } from '#store/account-rows';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import { tokenOf } from '#platform/route-guard';
import { clearSessionCookie, setSessionCookie } from '#platform/session-cookies';
import { Sessions } from '#platform/sessions';
import type { Settings } from '#platform/settings';

/** Signing in and out. */
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Handles('GET /api/welcome')
  async welcome(): Promise<RouteAnswer<'GET /api/welcome'>> {
    const usernames = await demoUsernames(this.database.sql);
    return { demo: usernames.length > 0, usernames };
  }

  @Handles('POST /api/session')
  async begin(
    { body }: RouteInput<'POST /api/session'>,
    _nobody: Caller,
    reply: FastifyReply,
  ): Promise<RouteAnswer<'POST /api/session'>> {
    const begun = await this.sessions.begin(body.username, body.password, this.settings.sessionDays);
    if (!begun) throw new Refusal('unauthenticated', '用户名或密码不对');
    const { id, name, roles, departmentId } = begun.account;
    setSessionCookie(reply, begun.token, this.settings);
    return { token: begun.token, user: { id, name, roles, departmentId } };
  }

  @Handles('GET /api/session')
  current(_input: RouteInput<'GET /api/session'>, caller: Caller): Promise<RouteAnswer<'GET /api/session'>> {
    const { id, name, roles, departmentId } = caller;
    return Promise.resolve({ user: { id, name, roles: [...roles], departmentId } });
  }

  @Handles('DELETE /api/session')
  async end(_input: RouteInput<'DELETE /api/session'>, _caller: Caller, reply: FastifyReply): Promise<undefined> {
    const token = tokenOf(reply.request);
    if (token) await this.sessions.end(token);
    clearSessionCookie(reply, this.settings);
    return undefined;
  }
}
