import { listOf } from '../fields';
import { visitInput, visitQuery, visitView } from '../visit-shapes';
import type { RouteKey, RouteRow } from '../route';
import { intakeDesk } from './permits';

/** Households that were visited, at the door or by phone. */
export const visitRoutes = {
  'POST /api/visits': {
    service: 'intake',
    permit: intakeDesk,
    summary: 'A household was visited; what it asked for are tickets that name the visit',
    status: 201,
    body: visitInput,
    response: visitView,
  },
  'GET /api/visits': {
    service: 'intake',
    permit: [...intakeDesk, 'supervisor', 'manager'],
    summary: 'Visits, the latest first',
    query: visitQuery,
    response: listOf(visitView),
  },
} as const satisfies Record<RouteKey, RouteRow>;
