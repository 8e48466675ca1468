import { listOf } from '../fields';
import type { RouteKey, RouteRow } from '../route';
import {
  leaderInstructionQuery,
  leaderInstructionView,
  supervisionAnswerInput,
  supervisionClosingInput,
  supervisionDiscardInput,
  supervisionInput,
  supervisionQuery,
  supervisionView,
} from '../supervision-shapes';
import { documentQuery } from '../shift-shapes';
import { nothing, reasonInput, ticketView } from '../ticket-shapes';
import { urgeInput, urgesInput, urgesView } from '../urge-shapes';
import { departmentRoles, dutyLeads, everyRole, supervising, supervisionReaders, supervisionSigners } from './permits';

const order = { service: 'deadlines', permit: supervising, response: supervisionView } as const;

/** 催办, and 督办单: drafted, signed and numbered, answered by the department, and closed. */
export const supervisionRoutes = {
  'POST /api/tickets/:id/urge': {
    service: 'deadlines',
    permit: dutyLeads,
    summary: 'Press whoever is at it, by phone or notice; moves no clock',
    body: urgeInput,
    response: ticketView,
  },
  'POST /api/urges': {
    service: 'deadlines',
    permit: dutyLeads,
    summary: 'Press many at once, each in its own history; answers for each',
    body: urgesInput,
    response: urgesView,
  },
  'POST /api/tickets/:id/supervise': {
    ...order,
    permit: ['supervisor', 'leader'],
    summary: 'Draft an order to a department that is at the ticket',
    status: 201,
    body: supervisionInput,
  },
  'GET /api/supervisions': {
    service: 'deadlines',
    permit: supervisionReaders,
    summary: 'Orders, newest first; a department’s are those addressed to it, once they are signed',
    query: supervisionQuery,
    response: listOf(supervisionView),
  },
  'GET /api/leader-instructions': {
    service: 'deadlines',
    permit: supervisionReaders,
    summary: 'What leaders wrote, and what became of it, newest order first; in scope as orders are',
    query: leaderInstructionQuery,
    response: listOf(leaderInstructionView),
  },
  'GET /api/supervisions/:id': { ...order, permit: everyRole, summary: 'One order' },
  'PUT /api/supervisions/:id': { ...order, summary: 'Write a draft anew', body: supervisionInput },
  'POST /api/supervisions/:id/discard': { ...order, summary: 'Give a draft up', body: supervisionDiscardInput },
  'POST /api/supervisions/:id/sign': {
    ...order,
    permit: supervisionSigners,
    summary: 'Sign it: it is given its number and stays as it is',
    body: nothing,
  },
  'POST /api/supervisions/:id/answer': {
    ...order,
    permit: departmentRoles,
    summary: 'The department answers',
    body: supervisionAnswerInput,
  },
  'POST /api/supervisions/:id/send-back': { ...order, summary: 'Ask for a better answer', body: reasonInput },
  'POST /api/supervisions/:id/close': { ...order, summary: 'Accept the answer', body: supervisionClosingInput },
  'GET /api/supervisions/:id/document': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'The order on paper',
    query: documentQuery,
    limit: 'report',
    produces: 'application/octet-stream',
  },
} as const satisfies Record<RouteKey, RouteRow>;
