import { z } from 'zod';
import {
  alertQuery,
  alertView,
  calendarChange,
  calendarInput,
  calendarStanding,
  calendarVersion,
  calendarView,
  ladderQuery,
  ladderRowInput,
  ladderRowView,
  noticeList,
  noticeQuery,
  noticeSettingsAnswer,
  noticeSettingsInput,
  noticeSettingsView,
  noticeView,
} from '../deadline-shapes';
import { dutyPersonQuery, dutyPersonView, dutyTurnInput, dutyTurnView } from '../duty-turn-shapes';
import { listOf } from '../fields';
import { officeHoursChange, officeHoursInput, officeHoursView } from '../office-hours-shapes';
import { pageQuery } from '../rating-shapes';
import { latenessModelView, riskQuery, riskyPartView } from '../risk-shapes';
import { receiptView } from '../receipt-shapes';
import { clockView, nothing, ownLimitInput, reasonInput, ticketView } from '../ticket-shapes';
import {
  previewQuery,
  recomputationView,
  timeLimitChange,
  timeLimitInput,
  timeLimitQuery,
  timeLimitView,
} from '../time-limit-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin, everyRole, limiters, riskReaders, rosterKeepers } from './permits';

const ownLimit = { service: 'deadlines', permit: limiters, response: ticketView } as const;

export const deadlineRoutes = {
  'GET /api/tickets/:id/clocks': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'All clocks of a ticket',
    response: listOf(clockView),
  },
  'GET /api/clocks/:id/receipt': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'How a due time came about, day by day',
    response: receiptView,
  },
  'POST /api/tickets/:id/set-limit': {
    ...ownLimit,
    summary: 'Have one ticket answered earlier than the rules ask, in this round',
    body: ownLimitInput,
  },
  'POST /api/tickets/:id/lift-limit': {
    ...ownLimit,
    summary: 'Take such a limit back, while it has not passed',
    body: reasonInput,
  },
  'GET /api/calendars': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'Years of the working calendar, and those that are missing',
    query: pageQuery,
    response: listOf(calendarStanding),
  },
  'GET /api/calendars/:year/versions': {
    service: 'deadlines',
    permit: admin,
    summary: 'Every version of a year, newest first',
    query: pageQuery,
    response: listOf(calendarVersion),
  },
  'GET /api/calendars/:year/notice': {
    service: 'deadlines',
    permit: admin,
    summary: 'The notice of a year as the program knows it, for somebody to look at and publish',
    response: calendarView,
  },
  'GET /api/calendars/:year': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'The days of a year that differ from Monday to Friday',
    response: calendarView,
  },
  'PUT /api/calendars/:year': {
    service: 'deadlines',
    permit: admin,
    summary: 'Publish a year, or see what that would move',
    query: previewQuery,
    body: calendarInput,
    response: calendarChange,
  },
  'GET /api/office-hours': {
    service: 'deadlines',
    permit: everyRole,
    summary:
      'Every version of office hours: of the house first, then of departments that keep their own, the newest first',
    query: pageQuery,
    response: listOf(officeHoursView),
  },
  'POST /api/office-hours': {
    service: 'deadlines',
    permit: admin,
    summary: 'New office hours, or what they would move',
    status: 201,
    query: previewQuery,
    body: officeHoursInput,
    response: officeHoursChange,
  },
  'GET /api/time-limits': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'Time limits in force, or every version there is',
    query: timeLimitQuery,
    response: listOf(timeLimitView),
  },
  'POST /api/time-limits': {
    service: 'deadlines',
    permit: admin,
    summary: 'A new version of a time limit, or what it would move',
    status: 201,
    query: previewQuery,
    body: timeLimitInput,
    response: timeLimitChange,
  },
  'GET /api/recomputations': {
    service: 'deadlines',
    permit: admin,
    summary: 'Changed rules on their way through the open clocks, newest first',
    query: pageQuery,
    response: listOf(recomputationView),
  },
  'GET /api/alerts': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'Rungs that fired, newest first',
    query: alertQuery,
    response: listOf(alertView),
  },
  'GET /api/risks': {
    service: 'deadlines',
    permit: riskReaders,
    summary: 'Open parts that are due within days, the likeliest to be late first',
    query: riskQuery,
    response: listOf(riskyPartView),
  },
  'GET /api/risks/model': {
    service: 'deadlines',
    permit: riskReaders,
    summary: 'By which history chances are told, and how far they lay from what came',
    response: z.object({ model: latenessModelView.nullable() }),
  },
  'GET /api/notices': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'The rungs that the caller was told of, newest first',
    query: noticeQuery,
    response: noticeList,
  },
  'POST /api/notices/:id/read': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'Read one',
    body: nothing,
    response: noticeView,
  },
  'POST /api/notices/read': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'Read all',
    body: nothing,
    status: 204,
  },
  'GET /api/notice-settings': {
    service: 'deadlines',
    permit: admin,
    summary: 'To where notices to staff are sent, besides the console',
    response: noticeSettingsView,
  },
  'PUT /api/notice-settings': {
    service: 'deadlines',
    permit: admin,
    summary: 'Send notices to a gateway, to another one, or to none; its secret is told once',
    body: noticeSettingsInput,
    response: noticeSettingsAnswer,
    ifMatch: true,
  },
  'GET /api/duty-turns': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'The duty roster in force and to come, of the own department and below',
    query: pageQuery,
    response: listOf(dutyTurnView),
  },
  'POST /api/duty-turns': {
    service: 'deadlines',
    permit: rosterKeepers,
    summary: 'Put somebody on duty',
    body: dutyTurnInput,
    response: dutyTurnView,
    status: 201,
  },
  'GET /api/duty-people': {
    service: 'deadlines',
    permit: rosterKeepers,
    summary: 'Who may be put on duty, of a department or of the hotline itself',
    query: dutyPersonQuery,
    response: listOf(dutyPersonView),
  },
  'DELETE /api/duty-turns/:id': {
    service: 'deadlines',
    permit: rosterKeepers,
    summary: 'End a turn',
    status: 204,
  },
  'GET /api/ladder': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'The ladder in force: when each rung comes, whom it reaches, and how; or every version there is',
    query: ladderQuery,
    response: listOf(ladderRowView),
  },
  'PUT /api/ladder/:name': {
    service: 'deadlines',
    permit: admin,
    summary: 'Change a rung: a new version, which running clocks follow',
    body: ladderRowInput,
    response: ladderRowView,
    ifMatch: true,
  },
} as const satisfies Record<RouteKey, RouteRow>;
