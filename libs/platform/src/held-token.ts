import type { HouseRequest } from './house-request';
import { isForeign } from './foreign-page';
import { sessionCookieOf } from './session-cookies';

/** The token that a request carries, and how: a browser sends its cookie by itself, a program says its bearer. */
export interface HeldToken {
  readonly token: string;
  readonly isCookie: boolean;
}

/** A bearer, or the cookie that the console uses, which another site's page cannot use to write. */
export function heldTokenOf(request: HouseRequest): HeldToken | null {
  const bearer = bearerOf(request);
  if (bearer) return { token: bearer, isCookie: false };
  const cookie = isForeign(request) ? null : sessionCookieOf(request);
  return cookie ? { token: cookie, isCookie: true } : null;
}

/** Nobody's page can have another's bearer sent, so whoever says one is believed from anywhere. */
export const bearerOf = ({ headers }: Pick<HouseRequest, 'headers'>): string | undefined =>
  /^Bearer ([\w-]{20,200})$/.exec(headers.authorization ?? '')?.[1];
