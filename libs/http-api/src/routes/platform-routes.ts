import { currentSession, sessionInput, sessionView, welcomeView } from '../session-shapes';
import { deadLetterQuery, deadLetterView } from '../operation-shapes';
import { listOf } from '../fields';
import { nothing } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin } from './permits';

/** Sessions, live changes and operations; served by intake in a split deployment. */
export const platformRoutes = {
  'GET /api/welcome': {
    service: 'intake',
    permit: 'anyone',
    summary: 'Whether demo accounts exist',
    response: welcomeView,
    limit: 'sign-in',
  },
  'POST /api/session': {
    service: 'intake',
    permit: 'anyone',
    summary: 'Sign in',
    status: 201,
    body: sessionInput,
    response: sessionView,
    limit: 'sign-in',
  },
  'GET /api/session': { service: 'intake', permit: 'signed-in', summary: 'Who is signed in', response: currentSession },
  'DELETE /api/session': { service: 'intake', permit: 'signed-in', summary: 'Sign out', status: 204 },
  'GET /api/events': {
    service: 'intake',
    permit: 'signed-in',
    summary: 'What changed in the own scope, ids only',
    produces: 'text/event-stream',
  },
  'GET /api/dead-letters': {
    service: 'intake',
    permit: admin,
    summary: 'Jobs that were given up',
    query: deadLetterQuery,
    response: listOf(deadLetterView),
  },
  'POST /api/dead-letters/:id/requeue': {
    service: 'intake',
    permit: admin,
    summary: 'Try a given-up job again',
    body: nothing,
    response: deadLetterView,
  },
} as const satisfies Record<RouteKey, RouteRow>;
