import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { EventName, events, TicketEvent } from '#ticket/event';
import type { Service } from '#ticket/service';
import { RethrowFilter } from './rethrow-filter';

/** The events that a service hears, from the table in libs/ticket. */
type HeardBy<S extends Service> = {
  [Name in EventName]: (typeof events)[Name] extends { heardBy: readonly (infer Hearer)[] }
    ? S extends Hearer
      ? Name
      : never
    : never;
}[EventName];

/** One reaction of one service: which events call it, and what in the database waits for it when no event comes. */
export interface Subscription {
  readonly service: Service;
  readonly hears: readonly EventName[];
  /**
   * The sweep: an SQL condition on `ticket.ticket t` that is true while this reaction is still owed. It must be served
   * by an index, for it is asked every few seconds.
   */
  readonly waits: string;
}

/**
 * Makes a method the reaction of `service` to these events. It does not compile for an event that the service does
 * not hear, nor for a method that takes something other than the event. The method may be called twice, late, in any
 * order, and without an event by the sweep: it decides from what it reads under the lock.
 */
export function On<S extends Service, const Names extends readonly HeardBy<S>[]>(
  service: S,
  hears: Names,
  { waits }: { waits: string },
) {
  const subscription: Subscription = { service, hears, waits };
  const patterns = hears.map((name) => patternOf(service, name));
  return <Handler extends (event: TicketEvent<Names[number]>) => Promise<unknown>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Handler>,
  ): void => {
    applyDecorators(EventPattern(patterns, { subscription }), UseFilters(RethrowFilter))(target, key, descriptor);
  };
}

/** One process may host several services that hear the same event, so a handler is found by both. */
export const patternOf = (service: Service, event: string): string => `${service}/${event}`;
