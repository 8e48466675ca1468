import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Counter } from 'prom-client';
import { limitNames, limitRow, waitWords, type LimitName } from '#http-api/limit';
import { limitOf } from '#http-api/limit-of';
import { isList } from '#http-api/list-route';
import { isOpenToStrangers } from '#http-api/route';
import { routeRow, type Route } from '#http-api/routes';
import { Allowance } from './allowance';
import { networkOf } from './network-of';
import { Refusal } from './problems';
import { RequestCounts } from './request-counts';
import { SETTINGS } from './resources';
import type { Settings } from './settings';

/** Refuses whoever asks too often: signed-in people and other systems by account, everybody else by address. */
@Injectable()
export class Throttle {
  /** For Prometheus: by class, never by whom. */
  readonly refused = new Counter({
    name: 'hotline_throttled_requests_total',
    help: 'Requests refused because too many were made',
    labelNames: ['limit'],
    registers: [],
  });
  private readonly allowances: Readonly<Record<LimitName, Allowance>>;

  constructor(counts: RequestCounts, @Inject(SETTINGS) { throttleFactor }: Settings) {
    const each = limitNames.map((name) => [name, new Allowance(name, throttleFactor, counts)]);
    this.allowances = Object.fromEntries(each) as Record<LimitName, Allowance>;
    for (const limit of limitNames) this.refused.inc({ limit }, 0);
  }

  /** Counts a request of the route's class. Without a caller where one is needed it counts as unauthenticated. @throws Refusal */
  admit(route: Route, request: FastifyRequest, caller: { readonly id: string } | null): Promise<void> | undefined {
    const isStranger = caller === null && !isOpenToStrangers(routeRow(route).permit);
    return this.count(isStranger ? 'unauthenticated' : classOf(route, request), request, caller);
  }

  /** Counts what is limited within a route, such as a search by number. @throws Refusal */
  async admitFor(limit: LimitName, { id }: { readonly id: string }): Promise<void> {
    const waitMs = this.allowances[limit].spend(id);
    if (waitMs !== 0) await this.refuse(limit, waitMs);
  }

  /** Counts a request for something under /api that stands in no row, such as the description of the rows. @throws Refusal */
  admitAnyone(request: FastifyRequest, limit: LimitName = 'public'): Promise<void> | undefined {
    return this.count(limit, request, null);
  }

  /** Answers nothing when the request may pass at once: most do, and need not be waited for. */
  private count(
    limit: LimitName,
    request: FastifyRequest,
    caller: { readonly id: string } | null,
  ): Promise<void> | undefined {
    const who = limitRow(limit).by === 'account' && caller ? caller.id : networkOf(request.ip);
    const waitMs = this.allowances[limit].spend(who);
    return waitMs === 0 ? undefined : this.refuse(limit, waitMs);
  }

  private async refuse(limit: LimitName, waiting: number | Promise<number>): Promise<void> {
    const waitMs = await waiting;
    if (waitMs === 0) return;
    this.refused.inc({ limit });
    const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
    throw new Refusal('too-many-requests', waitWords(retryAfterSeconds), { retryAfterSeconds });
  }
}

/** A list that is asked for whole is an export. */
const classOf = (route: Route, { query }: FastifyRequest): LimitName =>
  isList(route) && query instanceof Object && 'format' in query ? 'report' : limitOf(route);
