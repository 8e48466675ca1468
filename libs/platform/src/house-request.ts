import type { FastifyRequest } from 'fastify';
import type { Route, RouteInput } from '#http-api/routes';
import type { Caller } from './caller';
import type { ChannelClient } from './channel-clients';
import type { Take, Whole } from './export/list-export';
import type { Once } from './keyed-writes';
import type { PairHolder } from './tracking-pairs';

/** A request after the guard: who calls, what they said, parsed, and how it is done once if it brings a key. */
export interface HouseRequest extends FastifyRequest {
  caller?: Caller;
  /** Another system instead of a person, where the route is one for those. */
  client?: ChannelClient;
  /** The citizen instead, where the route is one for those; of an upload, whoever handles it finds out. */
  holder?: PairHolder;
  input?: RouteInput<Route>;
  once?: Once;
  /** The list is asked for whole, as a file. */
  whole?: Whole;
  take?: Take;
}
