import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import { tokenOf } from '#platform/route-guard';
import { clearSessionCookie, deviceCookieOf, setDeviceCookie, setSessionCookie } from '#platform/session-cookies';
import { Sessions } from '#platform/sessions';
import type { Settings } from '#platform/settings';
import { SignIn, type SignedIn } from '#platform/sign-in';
import { SignInGate } from '#platform/sign-in-gate';
import { userOf } from './session-user';

type Begun = RouteAnswer<'POST /api/session'>;

/** Begins and ends sessions, and the cookies by which a browser carries them. */
@Injectable()
export class SigningIn {
  constructor(
    private readonly signIn: SignIn,
    private readonly gate: SignInGate,
    private readonly sessions: Sessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Refusal */
  async byPassword(body: RouteInput<'POST /api/session'>['body'], reply: FastifyReply): Promise<Begun> {
    return this.begin(await this.signIn.byPassword(body, deviceCookieOf(reply.request)), reply);
  }

  /** The browser is known from now on as one that this account signs in from. */
  async begin(account: SignedIn, reply: FastifyReply, device = deviceCookieOf(reply.request)): Promise<Begun> {
    await this.gate.welcome(account, setDeviceCookie(reply, this.settings, device));
    const token = await this.sessions.begin(account.id, this.settings.sessionDays);
    setSessionCookie(reply, token, this.settings);
    const caller = await this.sessions.callerOf(token);
    if (!caller) throw new Refusal('unauthenticated', '用户已停用');
    return { token, user: userOf(caller) };
  }

  async end(reply: FastifyReply): Promise<void> {
    const token = tokenOf(reply.request);
    if (token) await this.sessions.end(token);
    clearSessionCookie(reply, this.settings);
  }

  /** All of somebody's sessions but this one, which a browser goes on with under another token. */
  async endOthers({ id }: Caller, reply: FastifyReply): Promise<void> {
    const isProgram = reply.request.headers.authorization !== undefined;
    await this.sessions.endAll(id, isProgram ? (tokenOf(reply.request) ?? undefined) : undefined);
    if (!isProgram) setSessionCookie(reply, await this.sessions.begin(id, this.settings.sessionDays), this.settings);
  }
}
