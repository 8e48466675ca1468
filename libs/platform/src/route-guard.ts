import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { Route } from '#http-api/routes';
import { Admission } from './admission';
import { requestOf, routeMetadata } from './handles';
import { KeyedWrites } from './keyed-writes';
import { parseInput, wholeOf } from './parse-input';

/** Lets in whom the route's row lets in, and parses what they say. */
@Injectable()
export class RouteGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly admission: Admission,
    private readonly keyedWrites: KeyedWrites,
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
    request.whole = wholeOf(route, request);
    request.once = this.keyedWrites.onceOf(route, request);
    return true;
  }
}
