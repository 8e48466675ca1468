import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { routeRow, type Route } from '#http-api/routes';
import type { TrackingPair } from '#http-api/tracking-shapes';
import { Admission } from './admission';
import { requestOf, routeMetadata } from './handles';
import { KeyedWrites } from './keyed-writes';
import type { HouseRequest } from './house-request';
import { parseInput, wholeOf } from './parse-input';
import { TrackingPairs } from './tracking-pairs';

/** Lets in whom the route's row lets in, and parses what they say. */
@Injectable()
export class RouteGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly admission: Admission,
    private readonly keyedWrites: KeyedWrites,
    private readonly pairs: TrackingPairs,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(routeMetadata, context.getHandler());
    if (context.getType() !== 'http') return true;
    const request = requestOf(context);
    if (!route) {
      await this.admission.toPage(request);
      return true;
    }
    await this.admission.toRoute(route, request, context.switchToHttp().getResponse<FastifyReply>());
    request.input = parseInput(route, request);
    request.holder = await this.holderOf(route, request);
    request.whole = wholeOf(route, request);
    request.once = this.keyedWrites.onceOf(route, request);
    return true;
  }

  /** Whose number and code were sent; what stands in a form is known to whoever reads it. */
  private async holderOf(route: Route, { input }: HouseRequest): Promise<HouseRequest['holder']> {
    const { permit, upload } = routeRow(route);
    return permit === 'tracking-pair' && !upload
      ? this.pairs.holderOf(input?.body as unknown as TrackingPair)
      : undefined;
  }
}
