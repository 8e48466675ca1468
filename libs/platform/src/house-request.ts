import type { FastifyRequest } from 'fastify';
import type { Route, RouteInput } from '#http-api/routes';
import type { Caller } from './caller';

/** A request after the guard: who calls, and what they said, parsed. */
export interface HouseRequest extends FastifyRequest {
  caller?: Caller;
  input?: RouteInput<Route>;
}
