import {
  calledBackInput,
  callEventInput,
  callQuery,
  callView,
  extensionInput,
  hearInput,
  recordingView,
  releaseInput,
  ticketCallView,
} from '../call-shapes';
import { listOf } from '../fields';
import { nothing } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { callDesk, hotline, recordingHearers } from './permits';

const call = { service: 'intake', permit: callDesk, response: callView } as const;

/** Telephone calls: what the call platform tells, and what agents do with them. */
export const callRoutes = {
  'POST /api/calls/events': {
    service: 'intake',
    permit: 'channel-client',
    summary: 'The call platform tells of a call; late, twice or in another order is all the same',
    status: 204,
    body: callEventInput,
  },
  'GET /api/calls': {
    service: 'intake',
    permit: callDesk,
    summary: 'Calls that wait, are claimed, or were missed: of those one line for each number',
    query: callQuery,
    response: listOf(callView),
  },
  'POST /api/calls/:id/claim': {
    ...call,
    summary: 'Take a call: opens a pre-filled draft. Exactly one wins; a claim that has gone silent may be taken over',
    body: nothing,
  },
  'POST /api/calls/:id/heartbeat': { ...call, summary: 'Still at it', body: nothing },
  'POST /api/calls/:id/release': {
    ...call,
    summary: 'Give a call back, or end it without a ticket',
    body: releaseInput,
  },
  'POST /api/calls/:id/called-back': {
    ...call,
    summary: 'Somebody called back who was missed; settles all missed calls of the number when they were reached',
    body: calledBackInput,
  },
  'PUT /api/session/extension': {
    service: 'intake',
    permit: callDesk,
    summary: 'At which extension one sits: its calls reach the own screen',
    status: 204,
    body: extensionInput,
  },
  'GET /api/tickets/:id/call': {
    service: 'intake',
    permit: [...new Set([...hotline, ...recordingHearers])],
    summary: 'The call it was registered from',
    response: ticketCallView,
  },
  'POST /api/tickets/:id/recording': {
    service: 'intake',
    permit: recordingHearers,
    summary: 'Hear the recording; recorded',
    body: hearInput,
    response: recordingView,
  },
} as const satisfies Record<RouteKey, RouteRow>;
