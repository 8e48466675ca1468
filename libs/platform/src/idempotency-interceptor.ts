import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, type Observable } from 'rxjs';
import { lastValueFrom } from 'rxjs';
import { methodOf, type Route } from '#http-api/routes';
import { Database } from '#store/database';
import { findKey } from '#store/idempotency';
import { KeyRing } from '#store/key-ring';
import { KeyTaken } from '#store/store-errors';
import type { IdempotencyKey } from '#store/writer';
import type { Caller } from './caller';
import { requestOf, routeMetadata } from './handles';
import type { HouseRequest } from './house-request';
import { Refusal } from './problems';
import { isSearch, Renders } from './renders';

/** Any write takes an Idempotency-Key: the same key and body give the first answer again, another body is refused. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly renders: Renders,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(routeMetadata, context.getHandler());
    if (!route || context.getType() !== 'http' || methodOf(route) === 'GET' || isSearch(route)) return next.handle();
    const request = requestOf(context);
    const header = request.headers['idempotency-key'];
    if (typeof header !== 'string' || !request.caller) return next.handle();
    return from(this.once(route, request, request.caller, header, next));
  }

  private async once(
    route: Route,
    request: HouseRequest,
    caller: Caller,
    header: string,
    next: CallHandler,
  ): Promise<unknown> {
    const key = this.keyOf(route, request, caller, header);
    const earlier = await this.earlier(route, request, caller, key);
    if (earlier) return earlier.answer;
    request.caller = { ...caller, key };
    try {
      return await lastValueFrom(next.handle());
    } catch (error) {
      // Sent twice at once, the second may meet the first at its upstream number before it meets it at this key.
      const first = error instanceof KeyTaken ? await this.earlier(route, request, caller, key) : null;
      if (!first) throw error;
      return first.answer;
    }
  }

  private async earlier(route: Route, request: HouseRequest, caller: Caller, key: IdempotencyKey) {
    const known = await findKey(this.database.sql, key.value);
    if (!known) return null;
    if (!known.digest.equals(key.digest)) throw new Refusal('key-reused', '同一 Idempotency-Key 已用于另一内容');
    const params = request.params as Record<string, string>;
    return {
      answer: await this.renders.again(route, {
        reference: known.reference,
        params,
        caller,
        body: request.input?.body,
      }),
    };
  }

  /** Scope: this user and this operation on this thing. */
  private keyOf(route: Route, request: HouseRequest, caller: Caller, header: string): IdempotencyKey {
    if (header.length < 1 || header.length > 200) throw new Refusal('invalid', 'Idempotency-Key 须为 1 到 200 个字符');
    const scope = JSON.stringify([caller.id, route, request.params, header]);
    const said = JSON.stringify({ body: request.input?.body, ifMatch: request.headers['if-match'] });
    return {
      value: this.keys.digest('idempotency', scope).toString('base64url'),
      digest: this.keys.digest('idempotency', said),
    };
  }
}
