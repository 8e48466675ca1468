import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { routeRow, type Route } from '#http-api/routes';
import type { Caller } from './caller';
import { requestOf, routeMetadata } from './handles';
import type { HouseRequest } from './house-request';
import { KeyedWrites } from './keyed-writes';
import { parseInput } from './parse-input';
import { Refusal } from './problems';
import { SETTINGS } from './resources';
import { sessionCookieOf, setSessionCookie } from './session-cookies';
import { Sessions } from './sessions';
import type { Settings } from './settings';
import { Throttle } from './throttle';

/** Decides from the route's row who may come in, and parses what they say. */
@Injectable()
export class RouteGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly keyedWrites: KeyedWrites,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(routeMetadata, context.getHandler());
    if (context.getType() !== 'http') return true;
    const request = requestOf(context);
    if (!route) return this.admitToPage(request);
    if (routeRow(route).permit === 'anyone') await this.throttle.admit(route, request, null);
    else {
      request.caller = await this.admit(route, request);
      await this.renew(request, context.switchToHttp().getResponse<FastifyReply>());
    }
    request.input = parseInput(route, request);
    request.once = this.keyedWrites.onceOf(route, request);
    return true;
  }

  /** What describes the rows stands in none. Health and metrics are never refused: the process would be taken for dead. */
  private async admitToPage(request: HouseRequest): Promise<true> {
    if (request.url.startsWith('/api/')) await this.throttle.admitAnyone(request);
    return true;
  }

  private async admit(route: Route, request: HouseRequest): Promise<Caller> {
    const { permit, whilePasswordIsInitial } = routeRow(route);
    const token = tokenOf(request);
    const caller = token ? await this.sessions.callerOf(token) : null;
    await this.throttle.admit(route, request, caller);
    if (!caller) throw new Refusal('unauthenticated', '请先登录');
    const permitted = typeof permit === 'string' || caller.roles.some((role) => permit.includes(role));
    if (!permitted) throw new Refusal('forbidden', '您的岗位不能办理此项');
    if (caller.mustChangePassword && !whilePasswordIsInitial)
      throw new Refusal('password-change-required', '请先修改初始密码');
    return caller;
  }

  /** A browser's token is another one every hour; a program keeps the one it was given. */
  private async renew(request: HouseRequest, reply: FastifyReply): Promise<void> {
    const token = request.headers.authorization ? null : sessionCookieOf(request);
    const next = token && (await this.sessions.renewed(token));
    if (next) setSessionCookie(reply, next, this.settings);
  }
}

/** A bearer token, or the cookie that the console uses; a cookie alone may not write from another site. */
export function tokenOf(request: HouseRequest): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  const foreign = request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site';
  return foreign ? null : sessionCookieOf(request);
}
