import { listOf } from '../fields';
import {
  callbackNumberInput,
  confidentialityLift,
  consentInput,
  consentWithdrawal,
  lookAlertQuery,
  lookAlertSettled,
  lookAlertView,
  lookQuery,
  lookView,
  officerView,
} from '../privacy-shapes';
import { ticketView } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { hotline } from './permits';

const consent = { service: 'intake', permit: ['agent', 'shift-lead', 'callback', 'supervisor'] } as const;
const watch = { service: 'intake', permit: ['supervisor', 'quality', 'manager', 'admin'] } as const;

/** Who may know who somebody is, and who looked. */
export const privacyRoutes = {
  'POST /api/tickets/:id/callback-number': {
    service: 'intake',
    permit: hotline,
    summary: 'Change the number to call back; told beside the rating',
    body: callbackNumberInput,
    response: ticketView,
  },
  'GET /api/tickets/:id/officers': {
    ...consent,
    summary: 'People of the departments that are at it',
    response: listOf(officerView),
  },
  'POST /api/tickets/:id/identity-consents': {
    ...consent,
    summary: 'The citizen agrees that one named officer learns who they are',
    body: consentInput,
    response: ticketView,
  },
  'POST /api/tickets/:id/identity-consents/withdraw': {
    ...consent,
    summary: 'The citizen agrees no more',
    body: consentWithdrawal,
    response: ticketView,
  },
  'POST /api/tickets/:id/lift-confidentiality': {
    ...consent,
    summary: 'The citizen no longer asks to be protected',
    body: confidentialityLift,
    response: ticketView,
  },
  'GET /api/looks': { ...watch, summary: 'Who looked, newest first', query: lookQuery, response: listOf(lookView) },
  'GET /api/look-alerts': {
    ...watch,
    summary: 'More looks within an hour than usual',
    query: lookAlertQuery,
    response: listOf(lookAlertView),
  },
  'POST /api/look-alerts/:id/settle': {
    ...watch,
    permit: ['supervisor', 'quality', 'manager'],
    summary: 'Say what came of an alert',
    body: lookAlertSettled,
    response: lookAlertView,
  },
} as const satisfies Record<RouteKey, RouteRow>;
