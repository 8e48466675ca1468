import {
  askedExtensionView,
  extensionInput,
  extensionQuery,
  extensionTermsView,
  extensionView,
  noteInput,
} from '../extension-shapes';
import { listOf } from '../fields';
import { askedHoldView, holdInput, holdQuery, holdView } from '../hold-shapes';
import { reasonInput } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { departmentDesk, departmentRoles } from './permits';

const extensionDesk = ['supervisor', 'leader'] as const;
const readers = [...extensionDesk, 'manager', 'shift-lead', ...departmentRoles] as const;
const deadlines = { service: 'deadlines' } as const;
const extension = { ...deadlines, permit: extensionDesk, response: extensionView } as const;
const hold = { ...deadlines, permit: ['supervisor'], response: holdView } as const;

/** 延期, 挂账: asked by departments, decided by the hotline. */
export const extensionRoutes = {
  'POST /api/assignments/:id/request-extension': {
    ...deadlines,
    permit: departmentDesk,
    summary: 'Ask for more time, before it has run out',
    body: extensionInput,
    response: askedExtensionView,
  },
  'GET /api/assignments/:id/extension-terms': {
    ...deadlines,
    permit: departmentDesk,
    summary: 'How much more time a part may ask for, and how often it was given some',
    response: extensionTermsView,
  },
  'GET /api/extensions': {
    ...deadlines,
    permit: readers,
    summary: 'Requests for more time in scope',
    query: extensionQuery,
    response: listOf(extensionView),
  },
  'POST /api/extensions/:id/approve': { ...extension, summary: 'Give more time', body: noteInput },
  'POST /api/extensions/:id/refuse': { ...extension, summary: 'Give no more time', body: reasonInput },
  'POST /api/assignments/:id/request-hold': {
    ...deadlines,
    permit: departmentDesk,
    summary: 'Ask to put a ticket aside',
    body: holdInput,
    response: askedHoldView,
  },
  'GET /api/holds': {
    ...deadlines,
    permit: readers,
    summary: 'The ledger of tickets that were put aside, by the date of their review',
    query: holdQuery,
    response: listOf(holdView),
  },
  'POST /api/holds/:id/approve': { ...hold, summary: 'Put the ticket aside', body: noteInput },
  'POST /api/holds/:id/refuse': { ...hold, summary: 'Do not put the ticket aside', body: reasonInput },
  'POST /api/holds/:id/end': { ...hold, summary: 'Go on with the ticket, or close its entry', body: noteInput },
} as const satisfies Record<RouteKey, RouteRow>;
