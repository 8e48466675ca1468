import { appealInput, appealQuery, appealView } from '../appeal-shapes';
import { noteInput } from '../extension-shapes';
import { listOf } from '../fields';
import type { RouteKey, RouteRow } from '../route';
import { reasonInput } from '../ticket-shapes';
import { departmentRoles } from './permits';

const appeal = { service: 'satisfaction', response: appealView } as const;
const decided = { ...appeal, permit: ['supervisor'] } as const;

/** 申诉: filed by departments against bad ratings, decided by the hotline. */
export const appealRoutes = {
  'POST /api/tickets/:id/appeals': {
    ...appeal,
    permit: departmentRoles,
    summary: 'Appeal against a bad rating, with evidence',
    status: 201,
    body: appealInput,
  },
  'GET /api/appeals': {
    service: 'satisfaction',
    permit: ['supervisor', 'quality', 'manager', ...departmentRoles],
    summary: 'Appeals in scope: those that wait by when their decision is due, others newest first',
    query: appealQuery,
    response: listOf(appealView),
  },
  'POST /api/appeals/:id/accept': {
    ...decided,
    summary: 'Leave the ticket out of what the department is judged by; the rating stays',
    body: noteInput,
  },
  'POST /api/appeals/:id/refuse': { ...decided, summary: 'Let the rating count', body: reasonInput },
} as const satisfies Record<RouteKey, RouteRow>;
