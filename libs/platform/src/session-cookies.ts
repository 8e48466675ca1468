import type { FastifyReply } from 'fastify';
import { sessionCookie } from './route-guard';
import { isLoopback, type Settings } from './settings';

interface CookieReply {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
}

/** The console's session: not readable by scripts, sent to our own pages only, and off loopback only over TLS. */
export function setSessionCookie(reply: FastifyReply, token: string, settings: Settings): void {
  const maxAge = Math.round(settings.sessionDays * 86_400);
  (reply as unknown as CookieReply).setCookie(sessionCookie, token, { ...attributes(settings), maxAge });
}

export function clearSessionCookie(reply: FastifyReply, settings: Settings): void {
  (reply as unknown as CookieReply).clearCookie(sessionCookie, attributes(settings));
}

const attributes = ({ host }: Settings) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: !isLoopback(host),
});
