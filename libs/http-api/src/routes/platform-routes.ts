import { deadLetterQuery, deadLetterView } from '../operation-shapes';
import { anchorView } from '../anchor-shapes';
import { listOf } from '../fields';
import { pageQuery } from '../rating-shapes';
import { nothing } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin, auditors } from './permits';

/** Live changes and operations; served by intake in a split deployment. */
export const platformRoutes = {
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
  'GET /api/audit/anchors': {
    service: 'intake',
    permit: auditors,
    summary: 'Daily anchors of all history, newest first',
    query: pageQuery,
    response: listOf(anchorView),
  },
  'GET /api/audit/anchors/:day': {
    service: 'intake',
    permit: auditors,
    summary: 'A daily anchor and the heads that had changed, one a line',
    produces: 'application/jsonl',
  },
} as const satisfies Record<RouteKey, RouteRow>;
