import { listOf } from '../fields';
import {
  differenceQuery,
  differenceView,
  reconciliationInput,
  reconciliationQuery,
  reconciliationView,
} from '../reconciliation-shapes';
import { nothing } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { dispatchDesk } from './permits';

const readers = [...dispatchDesk, 'supervisor', 'manager', 'admin'] as const;

/** What other systems say they sent, compared with what is here. */
export const reconciliationRoutes = {
  'POST /api/transfers/reconciliations': {
    service: 'intake',
    permit: 'channel-client',
    summary: 'All tickets that a system sent us on a day; answers how many differ',
    body: reconciliationInput,
    response: reconciliationView,
  },
  'GET /api/reconciliations': {
    service: 'intake',
    permit: readers,
    summary: 'Days compared, and days of which no list has come, newest first',
    query: reconciliationQuery,
    response: listOf(reconciliationView),
  },
  'GET /api/reconciliations/:id/differences': {
    service: 'intake',
    permit: readers,
    summary: 'The tickets that differ',
    query: differenceQuery,
    response: listOf(differenceView),
  },
  'POST /api/reconciliations/:id/compare': {
    service: 'intake',
    permit: dispatchDesk,
    summary: 'Compare once more with what is here now',
    body: nothing,
    response: reconciliationView,
  },
} as const satisfies Record<RouteKey, RouteRow>;
