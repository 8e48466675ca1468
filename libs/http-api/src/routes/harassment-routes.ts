import { listOf } from '../fields';
import { harassmentApproval, harassmentInput, harassmentQuery, harassmentView } from '../harassment-shapes';
import { nothing } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { callDesk } from './permits';

const decide = { service: 'intake', permit: ['shift-lead', 'manager'], response: harassmentView } as const;

/** Callers who harass: somebody proposes, another approves for some days; nothing they ask for is refused. */
export const harassmentRoutes = {
  'GET /api/harassment-marks': {
    service: 'intake',
    permit: [...callDesk, 'manager'],
    summary: 'Proposed and in force, or over; newest first',
    query: harassmentQuery,
    response: listOf(harassmentView),
  },
  'POST /api/harassment-marks': {
    service: 'intake',
    permit: callDesk,
    summary: 'Propose that a number’s tickets wait for a shift-lead',
    status: 201,
    body: harassmentInput,
    response: harassmentView,
  },
  'POST /api/harassment-marks/:id/approve': {
    ...decide,
    summary: 'Approve it for so many days',
    body: harassmentApproval,
  },
  'POST /api/harassment-marks/:id/refuse': { ...decide, summary: 'Do not approve it', body: nothing },
  'POST /api/harassment-marks/:id/lift': { ...decide, summary: 'End it before its time', body: nothing },
} as const satisfies Record<RouteKey, RouteRow>;
