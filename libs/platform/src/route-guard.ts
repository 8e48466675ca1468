import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parseCookie } from 'cookie';
import type { Permit } from '#http-api/route';
import { routeRow, type Route } from '#http-api/routes';
import type { Caller } from './caller';
import { requestOf, routeMetadata } from './handles';
import type { HouseRequest } from './house-request';
import { KeyedWrites } from './keyed-writes';
import { parseInput } from './parse-input';
import { Refusal } from './problems';
import { Sessions } from './sessions';
import { Throttle } from './throttle';

export const sessionCookie = 'hotline_session';

/** Decides from the route's row who may come in, and parses what they say. */
@Injectable()
export class RouteGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly keyedWrites: KeyedWrites,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(routeMetadata, context.getHandler());
    if (context.getType() !== 'http') return true;
    const request = requestOf(context);
    if (!route) return this.admitToPage(request);
    const { permit } = routeRow(route);
    if (permit === 'anyone') await this.throttle.admit(route, request, null);
    else request.caller = await this.admit(route, request, permit);
    request.input = parseInput(route, request);
    request.once = this.keyedWrites.onceOf(route, request);
    return true;
  }

  /** What describes the rows stands in none. Health and metrics are never refused: the process would be taken for dead. */
  private async admitToPage(request: HouseRequest): Promise<true> {
    if (request.url.startsWith('/api/')) await this.throttle.admitAnyone(request);
    return true;
  }

  private async admit(route: Route, request: HouseRequest, permit: Exclude<Permit, 'anyone'>): Promise<Caller> {
    const token = tokenOf(request);
    const caller = token ? await this.sessions.callerOf(token) : null;
    await this.throttle.admit(route, request, caller);
    if (!caller) throw new Refusal('unauthenticated', '请先登录');
    const permitted = permit === 'signed-in' || caller.roles.some((role) => permit.includes(role));
    if (!permitted) throw new Refusal('forbidden', '您的岗位不能办理此项');
    return caller;
  }
}

/** A bearer token, or the cookie that the console uses; a cookie alone may not write from another site. */
export function tokenOf(request: HouseRequest): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  const foreign = request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site';
  return foreign ? null : (parseCookie(request.headers.cookie ?? '')[sessionCookie] ?? null);
}
