import { callbackAttemptInput, callbackQuery, callbackView } from '../callback-shapes';
import { listOf } from '../fields';
import {
  approveInput,
  judgementInput,
  pageQuery,
  ratingInput,
  reportNames,
  reportQuery,
  reportTicketsQuery,
  reportView,
  sendBackInput,
} from '../rating-shapes';
import { reportFormats } from '../report-format';
import {
  madeReportView,
  reportScheduleEdit,
  reportScheduleInput,
  reportScheduleQuery,
  reportScheduleView,
} from '../report-schedule-shapes';
import { reviewItem, roundsView } from '../review-shapes';
import { nothing, reasonInput, ticketSummary, ticketView } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { everyRole, reportKeepers, reportReaders, reportReceivers } from './permits';

const schedule = { service: 'satisfaction', permit: reportKeepers, response: reportScheduleView } as const;
const change = { service: 'satisfaction', response: ticketView } as const;

export const satisfactionRoutes = {
  'GET /api/reviews': {
    service: 'satisfaction',
    permit: ['reviewer', 'supervisor'],
    summary: 'Replies that wait for review, what is due first before all others',
    query: pageQuery,
    response: listOf(reviewItem),
  },
  'GET /api/tickets/:id/rounds': {
    service: 'satisfaction',
    permit: everyRole,
    summary: 'What was said of each round of a ticket: send-backs, ratings, judgements; the first and the final rating',
    response: roundsView,
  },
  'POST /api/tickets/:id/approve': { ...change, permit: ['reviewer'], summary: 'Approve a reply', body: approveInput },
  'POST /api/tickets/:id/send-back': {
    ...change,
    permit: ['reviewer'],
    summary: 'Send a reply back',
    body: sendBackInput,
  },
  'POST /api/tickets/:id/refuse-correction': {
    ...change,
    permit: ['reviewer'],
    summary: 'Leave a reply as it was approved',
    body: reasonInput,
  },
  'GET /api/callbacks': {
    service: 'satisfaction',
    permit: ['callback', 'supervisor'],
    summary: 'Calls to make, or ratings to judge',
    query: callbackQuery,
    response: listOf(callbackView),
  },
  'POST /api/callbacks/:id/claim': {
    anewEachTime: true,
    service: 'satisfaction',
    permit: ['callback'],
    summary: 'Be on the line with a ticket’s citizen, or still be: exactly one is, until they let go or go silent',
    status: 204,
    body: nothing,
  },
  'POST /api/callbacks/:id/release': {
    anewEachTime: true,
    service: 'satisfaction',
    permit: ['callback'],
    summary: 'Be on the line no longer',
    status: 204,
    body: nothing,
  },
  'POST /api/tickets/:id/callback-attempts': {
    ...change,
    permit: ['callback'],
    summary: 'Record an attempt',
    body: callbackAttemptInput,
  },
  'POST /api/tickets/:id/ratings': {
    ...change,
    permit: ['callback'],
    summary: 'Record what the citizen says',
    status: 201,
    body: ratingInput,
  },
  'POST /api/tickets/:id/judgement': {
    ...change,
    permit: ['callback'],
    summary: 'Judge a bad rating',
    body: judgementInput,
  },
  'GET /api/reports': {
    service: 'satisfaction',
    permit: reportReaders,
    summary: 'The reports there are',
    forReportReaders: true,
    response: reportNames,
  },
  'GET /api/reports/:name': {
    service: 'satisfaction',
    permit: reportReaders,
    summary: 'A report',
    forReportReaders: true,
    query: reportQuery,
    response: reportView,
    files: reportFormats,
  },
  'GET /api/reports/:name/tickets': {
    service: 'satisfaction',
    permit: reportReaders,
    summary: 'The tickets behind a cell',
    query: reportTicketsQuery,
    response: listOf(ticketSummary),
    // A list, read page by page.
    limit: 'search',
  },
  'GET /api/report-schedules': {
    service: 'satisfaction',
    permit: reportKeepers,
    summary: 'Reports that are made by themselves, newest first',
    query: reportScheduleQuery,
    response: listOf(reportScheduleView),
  },
  'POST /api/report-schedules': {
    ...schedule,
    summary: 'Have a report made by itself',
    status: 201,
    body: reportScheduleInput,
  },
  'PATCH /api/report-schedules/:id': {
    ...schedule,
    summary: 'Have it made otherwise, or no more',
    body: reportScheduleEdit,
  },
  'GET /api/made-reports': {
    service: 'satisfaction',
    permit: reportReceivers,
    summary: 'Reports that were made for the caller’s post, newest first',
    query: reportScheduleQuery,
    response: listOf(madeReportView),
  },
  'GET /api/made-reports/:id/file': {
    service: 'satisfaction',
    permit: reportReceivers,
    summary: 'A report as it was made',
    forReportReaders: true,
    limit: 'report',
    produces: 'application/octet-stream',
  },
} as const satisfies Record<RouteKey, RouteRow>;
