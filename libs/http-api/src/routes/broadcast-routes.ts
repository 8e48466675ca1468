import {
  broadcastInput,
  broadcastQuery,
  broadcastReadingView,
  broadcastVersionView,
  broadcastView,
  fittingInput,
  fittingList,
  readingInput,
} from '../broadcast-shapes';
import { listOf } from '../fields';
import { pageQuery } from '../rating-shapes';
import type { RouteKey, RouteRow } from '../route';
import { nothing } from '../ticket-shapes';
import { issueDesk, wholeHotline } from './permits';

const change = { service: 'intake', permit: issueDesk, response: broadcastView, ifMatch: true } as const;

/** 统一答复口径: what everybody is to answer, on every agent's screen at once. */
export const broadcastRoutes = {
  'GET /api/broadcasts': {
    service: 'intake',
    permit: wholeHotline,
    summary: 'Broadcast answers, the newest first',
    query: broadcastQuery,
    response: listOf(broadcastView),
  },
  'POST /api/broadcasts': {
    service: 'intake',
    permit: issueDesk,
    summary: 'Tell everybody what to answer',
    status: 201,
    body: broadcastInput,
    response: broadcastView,
  },
  'POST /api/broadcasts/suggest': {
    service: 'intake',
    permit: wholeHotline,
    summary: 'Which of those in force fit the matter that is being typed',
    body: fittingInput,
    response: fittingList,
  },
  'GET /api/broadcasts/:id': { service: 'intake', permit: wholeHotline, summary: 'One', response: broadcastView },
  'PUT /api/broadcasts/:id': { ...change, summary: 'A new version, to be read again', body: broadcastInput },
  'POST /api/broadcasts/:id/withdraw': { ...change, summary: 'It holds no longer', body: nothing },
  'POST /api/broadcasts/:id/acknowledge': {
    service: 'intake',
    permit: wholeHotline,
    summary: 'The caller has read this version',
    body: readingInput,
    response: broadcastView,
  },
  'GET /api/broadcasts/:id/versions': {
    service: 'intake',
    permit: wholeHotline,
    summary: 'All its wordings, the newest first',
    query: pageQuery,
    response: listOf(broadcastVersionView),
  },
  'GET /api/broadcasts/:id/readings': {
    service: 'intake',
    permit: [...issueDesk, 'quality', 'manager'],
    summary: 'Who has read which version, the latest first',
    query: pageQuery,
    response: listOf(broadcastReadingView),
  },
} as const satisfies Record<RouteKey, RouteRow>;
