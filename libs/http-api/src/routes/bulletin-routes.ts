import {
  bulletinCorrection,
  bulletinDocumentQuery,
  bulletinInput,
  bulletinSigning,
  bulletinsQuery,
  bulletinSummary,
  bulletinView,
  correctionsQuery,
} from '../bulletin-shapes';
import { listOf } from '../fields';
import type { RouteKey, RouteRow } from '../route';
import { bulletinReaders } from './permits';

const satisfaction = { service: 'satisfaction', permit: bulletinReaders } as const;

/** 日报, 周报, 通报, 呈阅件: figures of a period that somebody signs. */
export const bulletinRoutes = {
  'GET /api/bulletins': {
    ...satisfaction,
    summary: 'Bulletins, the newest period first',
    query: bulletinsQuery,
    response: listOf(bulletinSummary),
  },
  'POST /api/bulletins': {
    ...satisfaction,
    permit: ['manager'],
    summary: 'Make the bulletin of a day, week or month, or its draft anew',
    status: 201,
    body: bulletinInput,
    response: bulletinView,
    limit: 'report',
  },
  'GET /api/bulletins/:id': { ...satisfaction, summary: 'A bulletin with its tables', response: bulletinView },
  'POST /api/bulletins/:id/sign': {
    ...satisfaction,
    permit: ['manager', 'leader'],
    summary: 'Sign a draft: from now on it says what it says',
    body: bulletinSigning,
    response: bulletinView,
  },
  'GET /api/bulletins/:id/corrections': {
    ...satisfaction,
    summary: 'What would be another figure if a signed bulletin were made now',
    query: correctionsQuery,
    response: listOf(bulletinCorrection),
    limit: 'report',
  },
  'GET /api/bulletins/:id/document': {
    ...satisfaction,
    summary: 'The bulletin as a file',
    query: bulletinDocumentQuery,
    limit: 'report',
    produces: 'application/octet-stream',
  },
} as const satisfies Record<RouteKey, RouteRow>;
