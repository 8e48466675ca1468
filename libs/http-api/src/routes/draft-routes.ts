import { draftInput, draftQuery, draftSummary, draftView } from '../draft-shapes';
import { listOf } from '../fields';
import type { RouteKey, RouteRow } from '../route';
import { intakeDesk } from './permits';

const draft = { service: 'intake', permit: intakeDesk, response: draftView } as const;

/** What somebody has typed and not yet registered: their own, on whatever machine. */
export const draftRoutes = {
  'GET /api/drafts': {
    service: 'intake',
    permit: intakeDesk,
    summary: 'The own drafts, newest first',
    query: draftQuery,
    response: listOf(draftSummary),
  },
  'POST /api/drafts': { ...draft, summary: 'Begin a draft', status: 201, body: draftInput },
  'GET /api/drafts/:id': { ...draft, summary: 'One of the own drafts, as it was typed' },
  'PUT /api/drafts/:id': {
    ...draft,
    summary: 'Save it as it is now; refused when another window has saved it since it was read',
    body: draftInput,
    ifMatch: true,
  },
  'DELETE /api/drafts/:id': { service: 'intake', permit: intakeDesk, summary: 'Throw a draft away', status: 204 },
} as const satisfies Record<RouteKey, RouteRow>;
