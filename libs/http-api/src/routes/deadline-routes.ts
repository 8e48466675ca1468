import {
  alertQuery,
  alertView,
  calendarChange,
  calendarInput,
  calendarStanding,
  calendarVersion,
  calendarView,
} from '../deadline-shapes';
import { listOf } from '../fields';
import { officeHoursChange, officeHoursInput, officeHoursView } from '../office-hours-shapes';
import { pageQuery } from '../rating-shapes';
import { clockView } from '../ticket-shapes';
import {
  previewQuery,
  recomputationView,
  timeLimitChange,
  timeLimitInput,
  timeLimitQuery,
  timeLimitView,
} from '../time-limit-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin, everyRole } from './permits';

export const deadlineRoutes = {
  'GET /api/tickets/:id/clocks': {
    service: 'deadlines',
    permit: everyRole,
    summary: 'All clocks of a ticket',
    response: listOf(clockView),
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
    summary: 'Every version of the office hours, the one in force first',
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
} as const satisfies Record<RouteKey, RouteRow>;
