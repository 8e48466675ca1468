import { randomBytes } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from './loopback';
import type { Settings } from './settings';

/** The console's session; by what a browser is known again that somebody has signed in from; what of a sign-in waits at the identity provider. */
const names = { session: 'hotline_session', device: 'hotline_device', transaction: 'hotline_sign_in' } as const;

/** A browser that nobody signs in from for half a year is a stranger again (sign-in-gate.ts). */
const deviceDays = 180;

type Asked = Pick<FastifyRequest, 'headers'>;

export const sessionCookieOf = (request: Asked): string | null => cookieOf(request, 'session');

export function setSessionCookie(reply: FastifyReply, token: string, settings: Settings): void {
  setCookie(reply, settings, { name: names.session, value: token, maxAge: Math.round(settings.sessionDays * 86_400) });
}

export function clearSessionCookie(reply: FastifyReply, settings: Settings): void {
  setCookie(reply, settings, { name: names.session, value: '', maxAge: 0 });
}

export const deviceCookieOf = (request: Asked): string | null => cookieOf(request, 'device');

/** The device this browser is from now on. One that it was already is kept: several people share a desk. */
export function setDeviceCookie(reply: FastifyReply, settings: Settings, known: string | null): string {
  const device = known ?? randomBytes(32).toString('base64url');
  setCookie(reply, settings, { name: names.device, value: device, maxAge: deviceDays * 86_400 });
  return device;
}

export const transactionCookieOf = (request: Asked): string | null => cookieOf(request, 'transaction');

/** Sent along when the provider sends the browser back, which is another site's doing. Gone with `maxAge` 0, in seconds. */
export function setTransactionCookie(reply: FastifyReply, settings: Settings, value: string, maxAge: number): void {
  const { transaction: name } = names;
  setCookie(reply, settings, { name, value, maxAge, path: '/api/session/oidc', sameSite: 'lax' });
}

const cookieOf = ({ headers }: Asked, name: keyof typeof names): string | null =>
  parseCookie(headers.cookie ?? '')[names[name]] ?? null;

/** Not readable by scripts, sent from our own pages only unless said otherwise, and off loopback only over TLS. */
function setCookie(
  reply: FastifyReply,
  { host }: Settings,
  said: { name: string; value: string; maxAge: number; path?: string; sameSite?: 'lax' },
): void {
  const cookie = { path: '/', sameSite: 'strict', ...said, httpOnly: true, secure: !isLoopback(host) } as const;
  // Several may be set with one answer.
  void reply.header('set-cookie', stringifySetCookie(cookie));
}
