import { stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';
import { sessionCookie } from './route-guard';
import { isLoopback, type Settings } from './settings';

/** The console's session: not readable by scripts, sent to our own pages only, and off loopback only over TLS. */
export function setSessionCookie(reply: FastifyReply, token: string, settings: Settings): void {
  setCookie(reply, settings, { value: token, maxAge: Math.round(settings.sessionDays * 86_400) });
}

export function clearSessionCookie(reply: FastifyReply, settings: Settings): void {
  setCookie(reply, settings, { value: '', maxAge: 0 });
}

function setCookie(reply: FastifyReply, { host }: Settings, said: { value: string; maxAge: number }): void {
  const secure = !isLoopback(host);
  const cookie = { name: sessionCookie, ...said, path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  void reply.header('set-cookie', stringifySetCookie(cookie));
}
