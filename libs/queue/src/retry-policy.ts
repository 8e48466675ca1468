import { ActorRefused } from '#ticket/actor-refused';
import { TransitionRefused } from '#ticket/transition-refused';
import { NotFound } from '#store/store-errors';

/** How often a job is tried, and how long it waits in between: 0.2, 0.4, 0.8, 1.6 s. */
export const attempts = 5;
export const backoff = { type: 'exponential', delay: 200 } as const;

/** Bulk work gets a priority, urgent none: BullMQ runs jobs without one first. Index is the outbox lane. */
export const lanePriority = [undefined, 1, 10] as const;

/** A job that can never be right, whatever happens: malformed, or of an event nobody here knows. */
export class MalformedJob extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'MalformedJob';
  }
}

/** The name by which a dead letter's reason begins that waits for what a person enters. */
export const waitsForPerson = 'WaitsForPerson';

/** Nothing but a person can help, by the data this service works with: tried again, it would fail the same way. */
export class WaitsForPerson extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = waitsForPerson;
  }
}

/** A refusal is final; everything else may be better next time. */
export const isFinal = (error: unknown): boolean =>
  error instanceof MalformedJob ||
  error instanceof WaitsForPerson ||
  error instanceof TransitionRefused ||
  error instanceof ActorRefused ||
  error instanceof NotFound;
