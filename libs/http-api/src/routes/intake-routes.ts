import {
  answerInput,
  askMoreInput,
  citizenSearchInput,
  citizenSearchView,
  contactView,
  editInput,
  historyLine,
  mergeInput,
  nothing,
  nudgeInput,
  reasonInput,
  referInput,
  reopenInput,
  supplementInput,
  ticketInput,
  ticketList,
  ticketListQuery,
  ticketSearchInput,
  ticketView,
  upstreamVerdictInput,
} from '../ticket-shapes';
import { listOf } from '../fields';
import { pageQuery } from '../rating-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin, dispatchDesk, everyRole, hotline, intakeDesk } from './permits';

const change = { service: 'intake', response: ticketView } as const;

export const intakeRoutes = {
  'POST /api/tickets': { ...change, permit: intakeDesk, summary: 'Register a ticket', status: 201, body: ticketInput },
  'GET /api/tickets': {
    service: 'intake',
    permit: everyRole,
    summary: 'List tickets in scope',
    query: ticketListQuery,
    response: ticketList,
  },
  'POST /api/tickets/search': {
    service: 'intake',
    permit: everyRole,
    summary: 'Search tickets in scope, also by phone',
    body: ticketSearchInput,
    response: ticketList,
  },
  'GET /api/tickets/:id': { service: 'intake', permit: everyRole, summary: 'One ticket', response: ticketView },
  'PATCH /api/tickets/:id': {
    ...change,
    permit: [...hotline, ...admin],
    summary: 'Edit text, class or place',
    body: editInput,
    ifMatch: true,
  },
  'GET /api/tickets/:id/history': {
    service: 'intake',
    permit: everyRole,
    summary: 'Its history, oldest first',
    query: pageQuery,
    response: listOf(historyLine),
  },
  'POST /api/citizens/search': {
    service: 'intake',
    permit: [...hotline, 'callback'],
    summary: 'Contacts and earlier tickets of a phone number',
    body: citizenSearchInput,
    response: citizenSearchView,
  },
  'POST /api/tickets/:id/complete': { ...change, permit: hotline, summary: 'Add what was missing', body: editInput },
  'POST /api/tickets/:id/ask-more': {
    ...change,
    permit: dispatchDesk,
    summary: 'Ask for what is missing',
    body: askMoreInput,
  },
  'POST /api/tickets/:id/supplement': {
    ...change,
    permit: ['agent', 'shift-lead'],
    summary: 'The citizen adds something',
    body: supplementInput,
  },
  'POST /api/tickets/:id/answer-on-call': {
    ...change,
    permit: ['agent', 'shift-lead'],
    summary: 'Answer at once',
    body: answerInput,
  },
  'POST /api/tickets/:id/refer': {
    ...change,
    permit: hotline,
    summary: 'Tell the citizen the legal route',
    body: referInput,
  },
  'POST /api/tickets/:id/merge': { ...change, permit: hotline, summary: 'Merge into another ticket', body: mergeInput },
  'POST /api/tickets/:id/unmerge': {
    ...change,
    permit: dispatchDesk,
    summary: 'Take out of a merged ticket',
    body: nothing,
  },
  'POST /api/tickets/:id/withdraw': {
    ...change,
    permit: ['agent', 'shift-lead'],
    summary: 'The citizen withdraws',
    body: reasonInput,
  },
  'POST /api/tickets/:id/void': { ...change, permit: ['supervisor'], summary: 'Void a ticket', body: reasonInput },
  'POST /api/tickets/:id/reopen': {
    ...change,
    permit: ['supervisor'],
    summary: 'Reopen after a false completion',
    body: reopenInput,
  },
  'POST /api/tickets/:id/nudge': {
    ...change,
    permit: ['agent', 'shift-lead'],
    summary: 'The citizen asks again',
    body: nudgeInput,
  },
  'POST /api/tickets/:id/release': {
    ...change,
    permit: hotline,
    summary: 'Let a held-back ticket be dispatched',
    body: nothing,
  },
  'POST /api/tickets/:id/return-up': {
    ...change,
    permit: dispatchDesk,
    summary: 'Return to the superior',
    body: reasonInput,
  },
  'POST /api/tickets/:id/upstream-verdict': {
    ...change,
    permit: ['dispatcher', 'admin'],
    summary: 'What the superior decided',
    body: upstreamVerdictInput,
  },
  'POST /api/tickets/:id/reveal': {
    service: 'intake',
    permit: [...hotline, 'callback', 'supervisor', 'handler', 'officer'],
    summary: 'See the contact; recorded',
    body: reasonInput,
    response: contactView,
  },
} as const satisfies Record<RouteKey, RouteRow>;
