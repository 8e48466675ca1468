import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { routeRow, type Route } from '#http-api/routes';
import type { Caller } from './caller';
import { requestOf, routeMetadata } from './handles';
import { isForeign } from './foreign-page';
import { bearerOf, heldTokenOf } from './held-token';
import type { HouseRequest } from './house-request';
import { KeyedWrites } from './keyed-writes';
import { parseInput, wholeOf } from './parse-input';
import { Refusal } from './problems';
import { SETTINGS } from './resources';
import { setSessionCookie } from './session-cookies';
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
    if (routeRow(route).permit === 'anyone') {
      await this.throttle.admit(route, request, null);
      refuseForeign(request);
    } else {
      request.caller = await this.admit(route, request);
      await this.renew(request, context.switchToHttp().getResponse<FastifyReply>());
    }
    request.input = parseInput(route, request);
    request.whole = wholeOf(route, request);
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
    const held = heldTokenOf(request);
    const caller = held && (await this.sessions.callerOf(held.token));
    await this.throttle.admit(route, request, caller);
    refuseForeign(request);
    if (!caller) throw new Refusal('unauthenticated', '请先登录');
    const permitted = typeof permit === 'string' || caller.roles.some((role) => permit.includes(role));
    if (!permitted) throw new Refusal('forbidden', '您的岗位不能办理此项');
    if (caller.mustChangePassword && !whilePasswordIsInitial)
      throw new Refusal('password-change-required', '请先修改初始密码');
    return caller;
  }

  /** A browser's token is another one every hour; a program keeps the one it was given. */
  private async renew(request: HouseRequest, reply: FastifyReply): Promise<void> {
    const held = heldTokenOf(request);
    const next = held?.isCookie && (await this.sessions.renewed(held.token));
    if (next) setSessionCookie(reply, next, this.settings);
  }
}

/** Signing in too: another site's page would sign somebody in as whom it likes. @throws Refusal */
function refuseForeign(request: HouseRequest): void {
  if (!bearerOf(request) && isForeign(request)) throw new Refusal('forbidden', '请求来自其他网站的页面，已拒绝');
}
