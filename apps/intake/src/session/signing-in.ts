import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { heldTokenOf, type HeldToken } from '#platform/held-token';
import { Refusal } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
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
    const begun = await this.begin(await this.signIn.byPassword(body, deviceCookieOf(reply.request)), reply);
    // The password was changed, or the account disabled, while it was verified.
    if (!begun) throw new Refusal('unauthenticated', '用户名或密码不对');
    return begun;
  }

  /** The browser is known from now on as one that this account signs in from. Null when they are let in no more. */
  async begin(account: SignedIn, reply: FastifyReply, device = deviceCookieOf(reply.request)): Promise<Begun | null> {
    const token = await this.sessions.begin(account, this.settings.sessionDays);
    const caller = token && (await this.sessions.callerOf(token));
    if (!caller) return null;
    await this.gate.welcome(account, setDeviceCookie(reply, this.settings, device));
    setSessionCookie(reply, token, this.settings);
    return { token, user: userOf(caller) };
  }

  async end(reply: FastifyReply): Promise<void> {
    const held = heldTokenOf(reply.request);
    if (held) await this.sessions.end(held.token);
    clearSessionCookie(reply, this.settings);
  }

  /** A browser's session goes on under this token. */
  goOn({ isCookie }: HeldToken, token: string, reply: FastifyReply): void {
    if (isCookie) setSessionCookie(reply, token, this.settings);
  }
}
