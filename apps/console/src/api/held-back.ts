import { waitWords, type LimitName } from '#http-api/limit';
import { limitOf } from '#http-api/limit-of';
import type { Route } from '#http-api/routes';
import { ApiProblem } from './api-problem';

/** Until when the server wants to hear no more of a class of requests, by `performance.now()`, and what it said. */
const heldBack = new Map<LimitName, { until: number; told: ApiProblem }>();

/**
 * Notes that the server has asked for time. Signing in is asked for by hand, and a wait after wrong passwords is the
 * account's, which an administrator may lift: each try is put to the server.
 */
export function holdBack(route: Route, told: ApiProblem): void {
  const { retryAfterSeconds } = told.problem;
  if (retryAfterSeconds && route !== 'POST /api/session')
    heldBack.set(limitOf(route), { until: performance.now() + retryAfterSeconds * 1_000, told });
}

/** Somebody else is asking from now on: what was said to the one before, or to nobody, is not theirs. */
export function beginAnew(): void {
  heldBack.clear();
}

/** Asks nothing before that time is over, however often a screen wants to. @throws ApiProblem with the seconds that are left */
export function checkHeldBack(route: Route): void {
  const held = heldBack.get(limitOf(route));
  const seconds = held ? Math.ceil((held.until - performance.now()) / 1_000) : 0;
  if (held && seconds > 0)
    throw new ApiProblem({ ...held.told.problem, detail: waitWords(seconds), retryAfterSeconds: seconds });
}
