import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  Res,
  SetMetadata,
  type StreamableFile,
  type ExecutionContext,
} from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  methodOf,
  pathOf,
  routeRow,
  type HasFiles,
  type Route,
  type RouteAnswer,
  type RouteInput,
  type RoutePermit,
} from '#http-api/routes';
import type { Caller } from './caller';
import type { ChannelClient } from './channel-clients';
import type { Take } from './export/list-export';
import type { HouseRequest } from './house-request';
import type { Once } from './keyed-writes';
import type { PairHolder } from './tracking-pairs';

export const routeMetadata = 'hotline:route';

const Input = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).input);
const Who = createParamDecorator((_: unknown, context: ExecutionContext) => whoOf(requestOf(context)));
const Key = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).once);
const Whole = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).take);

const whoOf = ({ caller, client, holder }: HouseRequest): Caller | ChannelClient | PairHolder | undefined =>
  caller ?? client ?? holder;

export const requestOf = (context: ExecutionContext): HouseRequest => context.switchToHttp().getRequest<HouseRequest>();

/** Who a route's handler is called for: another system or a ticket's citizen where the row says so, otherwise a person. */
type CallerOf<R extends Route> =
  RoutePermit<R> extends 'channel-client'
    ? ChannelClient
    : RoutePermit<R> extends 'tracking-pair'
      ? PairHolder
      : Caller;

/**
 * A controller's method: what was said, parsed; who said it; the answer that the route's row promises. `reply` is for cookies
 * and streams. What an upload says is known once its file has come in: its method is given `once`, and says it itself.
 */
type Handler<R extends Route> = (
  input: RouteInput<R>,
  caller: CallerOf<R>,
  reply: FastifyReply,
  once?: Once,
) => Promise<RouteAnswer<R> | FileOf<R>>;

type FileOf<R extends Route> = HasFiles<R> extends true ? StreamableFile : never;

/** Makes a method the handler of a route of the table; it does not compile when its shapes differ from the row's. */
export function Handles<R extends Route>(route: R) {
  return <Method extends Handler<R>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const method = descriptor.value as Method;
    if (!routeRow(route).upload) descriptor.value = byKey(method) as Method;
    Input()(target, key, 0);
    Who()(target, key, 1);
    if (method.length > 2) Res({ passthrough: true })(target, key, 2);
    Key()(target, key, 3);
    Whole()(target, key, 4);
    applyDecorators(
      RequestMapping({ path: pathOf(route), method: RequestMethod[methodOf(route) as keyof typeof RequestMethod] }),
      HttpCode(routeRow(route).status ?? 200),
      SetMetadata(routeMetadata, route),
    )(target, key, descriptor);
  };
}

/**
 * What a request with an Idempotency-Key asks is done once, and a list that is asked for whole is asked page by page,
 * whichever handler does it.
 */
function byKey<R extends Route>(method: Handler<R>) {
  return function (
    this: object,
    input: RouteInput<R>,
    caller: CallerOf<R>,
    ...[reply, once, take]: [reply: FastifyReply, once?: Once, take?: Take]
  ) {
    if (take) return take((page) => method.call(this, page, caller, reply));
    // Only people bring keys, and citizens.
    return once
      ? once((keyed) => method.call(this, input, keyed as CallerOf<R>, reply))
      : method.call(this, input, caller, reply);
  };
}
