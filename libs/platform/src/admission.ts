import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isOpenToStrangers } from '#http-api/route';
import { routeRow, type Route } from '#http-api/routes';
import type { Caller } from './caller';
import { isForeign } from './foreign-page';
import { bearerOf, heldTokenOf } from './held-token';
import { ChannelClients, type ChannelClient } from './channel-clients';
import type { HouseRequest } from './house-request';
import { Refusal } from './problems';
import { reportReader } from './report-reader';
import { SETTINGS } from './resources';
import { setSessionCookie } from './session-cookies';
import { Sessions } from './sessions';
import type { Settings } from './settings';
import { Throttle } from './throttle';

/**
 * Decides from the route's row who may come in: anyone, a person by a session, or another system by its key. A ticket's
 * number and code are part of what is said: whoever brings them is let in here, and known once that is parsed.
 */
@Injectable()
export class Admission {
  constructor(
    private readonly sessions: Sessions,
    private readonly clients: ChannelClients,
    private readonly throttle: Throttle,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Notes in the request who it is. @throws Refusal */
  async toRoute(route: Route, request: HouseRequest, reply: FastifyReply): Promise<void> {
    const { permit } = routeRow(route);
    if (isOpenToStrangers(permit)) {
      await this.throttle.admit(route, request, null);
      refuseForeign(request);
    } else if (permit === 'channel-client') request.client = await this.client(route, request);
    else {
      request.caller = await this.person(route, request);
      await this.renew(request, reply);
    }
  }

  /** What describes the rows stands in none. Health and metrics are never refused: the process would be taken for dead. */
  async toPage(request: HouseRequest): Promise<void> {
    if (request.url.startsWith('/api/')) await this.throttle.admitAnyone(request);
    if (request.url.startsWith('/open311/')) await this.throttle.admitAnyone(request, 'geo-report');
  }

  private async person(route: Route, request: HouseRequest): Promise<Caller> {
    const { permit, whilePasswordIsInitial } = routeRow(route);
    const caller = await this.callerOf(route, request);
    await this.throttle.admit(route, request, caller);
    refuseForeign(request);
    if (!caller) throw new Refusal('unauthenticated', '请先登录');
    const permitted = typeof permit === 'string' || caller.roles.some((role) => permit.includes(role));
    if (!permitted) throw new Refusal('forbidden', '您的岗位不能办理此项');
    if (caller.mustChangePassword && !whilePasswordIsInitial)
      throw new Refusal('password-change-required', '请先修改初始密码');
    return caller;
  }

  /** Who has signed in; for reports also another system that may read them. @throws Refusal for an address that is not the system's */
  private async callerOf(route: Route, request: HouseRequest): Promise<Caller | null> {
    const held = heldTokenOf(request);
    const person = held && (await this.sessions.callerOf(held.token));
    if (person || !held || held.isCookie || !routeRow(route).forReportReaders) return person;
    const client = await this.clients.byKey(held.token);
    if (!client?.readsReports) return null;
    this.clients.checkAddress(client, request.ip);
    return reportReader(client);
  }

  /** Another system that says its key in what it sends, as Open311 does; null for a key that is none. @throws Refusal */
  async byApiKey(key: string, address: string): Promise<ChannelClient | null> {
    const client = await this.clients.byKey(key);
    if (!client) return null;
    await this.throttle.admitFor('channel', client);
    this.clients.checkAddress(client, address);
    return client;
  }

  private async client(route: Route, request: HouseRequest): Promise<ChannelClient> {
    const key = bearerOf(request);
    const client = key ? await this.clients.byKey(key) : null;
    await this.throttle.admit(route, request, client);
    if (!client) throw new Refusal('unauthenticated', '接入密钥缺失、有误或已停用');
    this.clients.checkAddress(client, request.ip);
    return client;
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
