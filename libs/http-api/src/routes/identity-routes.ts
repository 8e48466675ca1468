import { adminEventQuery, adminEventView } from '../admin-event-shapes';
import { listOf } from '../fields';
import { fileFormats } from '../file-format';
import {
  currentSession,
  oidcAnswer,
  oidcQuery,
  passwordInput,
  sessionInput,
  sessionView,
  welcomeView,
} from '../session-shapes';
import { nothing } from '../ticket-shapes';
import {
  absenceInput,
  colleagueQuery,
  colleagueView,
  userEdit,
  userImportView,
  userInput,
  userQuery,
  userReason,
  userView,
  userWithPassword,
} from '../user-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin } from './permits';

const session = { service: 'intake', permit: 'signed-in', whilePasswordIsInitial: true } as const;
const users = { service: 'intake', permit: admin, response: userView } as const;

/** Who somebody is, and what an administrator keeps of it; served by intake in a split deployment. */
export const identityRoutes = {
  'GET /api/welcome': {
    service: 'intake',
    permit: 'anyone',
    summary: 'What the login page offers',
    response: welcomeView,
    limit: 'sign-in',
  },
  'POST /api/session': {
    service: 'intake',
    permit: 'anyone',
    summary: 'Sign in',
    status: 201,
    body: sessionInput,
    response: sessionView,
    limit: 'sign-in',
  },
  'GET /api/session': { ...session, summary: 'Who is signed in', response: currentSession },
  'DELETE /api/session': { ...session, summary: 'Sign out', status: 204 },
  'PUT /api/session/password': {
    ...session,
    summary: 'Change the own password; all other own sessions end',
    body: passwordInput,
    status: 204,
  },
  'DELETE /api/session/others': {
    service: 'intake',
    permit: 'signed-in',
    summary: 'End all own sessions but this one',
    status: 204,
  },
  'GET /api/session/absence': {
    service: 'intake',
    permit: 'signed-in',
    summary: 'Who stands in for oneself',
    response: userView.pick({ absence: true }),
  },
  'PUT /api/session/absence': {
    service: 'intake',
    permit: 'signed-in',
    summary: 'Name a deputy while away',
    body: absenceInput,
    status: 204,
  },
  'DELETE /api/session/absence': {
    service: 'intake',
    permit: 'signed-in',
    summary: 'Be back',
    status: 204,
  },
  'GET /api/colleagues': {
    service: 'intake',
    permit: 'signed-in',
    summary: 'Who may stand in',
    query: colleagueQuery,
    response: listOf(colleagueView),
  },
  'GET /api/users': {
    service: 'intake',
    permit: admin,
    summary: 'Users',
    query: userQuery,
    response: listOf(userView),
  },
  'GET /api/users/import-template': {
    service: 'intake',
    permit: admin,
    summary: 'An empty spreadsheet to fill in',
    produces: fileFormats.xlsx.type,
  },
  'GET /api/users/:id': { ...users, summary: 'One user' },
  'POST /api/users': {
    service: 'intake',
    permit: admin,
    summary: 'Add a user; the first password is told once',
    status: 201,
    body: userInput,
    response: userWithPassword,
  },
  'POST /api/users/import': {
    service: 'intake',
    permit: admin,
    summary: 'Add the users of a spreadsheet; the same file again adds nobody',
    consumes: [fileFormats.xlsx.type],
    response: userImportView,
  },
  'PATCH /api/users/:id': {
    ...users,
    summary: 'Change name, roles, department or who they are at the identity provider',
    body: userEdit,
  },
  'POST /api/users/:id/reset-password': {
    service: 'intake',
    permit: admin,
    summary: 'A new first password; all sessions end',
    body: nothing,
    response: userWithPassword,
  },
  'POST /api/users/:id/disable': { ...users, summary: 'Let somebody in no more', body: userReason },
  'POST /api/users/:id/enable': { ...users, summary: 'Let somebody in again', body: nothing },
  'POST /api/users/:id/unlock': { ...users, summary: 'Forget wrong passwords', body: nothing },
  'POST /api/users/:id/end-sessions': { ...users, summary: 'Sign somebody out everywhere', body: nothing },
  'PUT /api/users/:id/absence': { ...users, summary: 'Name a deputy for somebody', body: absenceInput },
  'DELETE /api/users/:id/absence': { ...users, summary: 'Somebody is back' },
  'GET /api/admin-events': {
    service: 'intake',
    permit: ['admin', 'quality', 'manager'],
    summary: 'What administrators changed, newest first',
    query: adminEventQuery,
    response: listOf(adminEventView),
  },
  'GET /api/session/oidc': {
    service: 'intake',
    permit: 'anyone',
    summary: 'Sign in at the identity provider (OpenID Connect): sends the browser there',
    status: 303,
    limit: 'sign-in',
    query: oidcQuery,
  },
  'GET /api/session/oidc/callback': {
    service: 'intake',
    permit: 'anyone',
    summary: 'Where the identity provider sends the browser back to; it goes on to the console, or to the login page',
    status: 303,
    limit: 'sign-in',
    query: oidcAnswer,
  },
} as const satisfies Record<RouteKey, RouteRow>;
