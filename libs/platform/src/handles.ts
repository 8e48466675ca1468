import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  Res,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { methodOf, pathOf, routeRow, type Route, type RouteAnswer, type RouteInput } from '#http-api/routes';
import type { Caller } from './caller';
import type { HouseRequest } from './house-request';

export const routeMetadata = 'hotline:route';

const Input = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).input);
const Who = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).caller);

export const requestOf = (context: ExecutionContext): HouseRequest => context.switchToHttp().getRequest<HouseRequest>();

/** A controller's method: what was said, parsed; who said it; the answer that the route's row promises. `reply` is for cookies and streams. */
type Handler<R extends Route> = (input: RouteInput<R>, caller: Caller, reply: FastifyReply) => Promise<RouteAnswer<R>>;

/** Makes a method the handler of a route of the table; it does not compile when its shapes differ from the row's. */
export function Handles<R extends Route>(route: R) {
  return <Method extends Handler<R>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    Input()(target, key, 0);
    Who()(target, key, 1);
    if ((descriptor.value?.length ?? 0) > 2) Res({ passthrough: true })(target, key, 2);
    applyDecorators(
      RequestMapping({ path: pathOf(route), method: RequestMethod[methodOf(route) as keyof typeof RequestMethod] }),
      HttpCode(routeRow(route).status ?? 200),
      SetMetadata(routeMetadata, route),
    )(target, key, descriptor);
  };
}
