import {
  channelClientEdit,
  channelClientInput,
  channelClientQuery,
  channelClientView,
  channelClientWithKey,
} from '../channel-client-shapes';
import { listOf } from '../fields';
import { inboundFileForm, inboundShapes, inboundView } from '../inbound-shapes';
import { nothing, reasonInput } from '../ticket-shapes';
import { feedbackQuery, feedbackView, instructionInput, instructionView, replayInput } from '../transfer-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin } from './permits';

const clients = { service: 'intake', permit: admin, response: channelClientView } as const;
const withKey = { service: 'intake', permit: admin, response: channelClientWithKey } as const;

/** Other systems: what they bring, and their keys. */
export const channelRoutes = {
  'POST /api/channels/:channel/tickets': {
    service: 'intake',
    permit: 'channel-client',
    summary: 'A message of another system becomes a ticket, once for each messageId',
    status: 201,
    bodies: { param: 'channel', shapes: inboundShapes },
    response: inboundView,
  },
  'POST /api/channels/files': {
    service: 'intake',
    permit: 'channel-client',
    summary: 'A file for the ticket of a message that was sent before, once for each fileId',
    status: 201,
    upload: inboundFileForm,
    response: inboundView,
  },
  'POST /api/transfers/instructions': {
    service: 'intake',
    permit: 'channel-client',
    summary: 'The system a ticket came from urges, judges, takes back, adds or rates, once for each messageId',
    body: instructionInput,
    response: instructionView,
  },
  'GET /api/channel-clients': {
    service: 'intake',
    permit: admin,
    summary: 'Other systems that may send, newest first',
    query: channelClientQuery,
    response: listOf(channelClientView),
  },
  'POST /api/channel-clients': {
    ...withKey,
    summary: 'Let another system send; its key is told once',
    status: 201,
    body: channelClientInput,
  },
  'PATCH /api/channel-clients/:id': {
    ...clients,
    summary: 'Change its name, channels or addresses',
    body: channelClientEdit,
  },
  'POST /api/channel-clients/:id/new-key': {
    ...withKey,
    summary: 'A new key instead of the former one; what it sent stays known',
    body: nothing,
  },
  'POST /api/channel-clients/:id/new-secret': {
    ...withKey,
    summary: 'A new secret by which what it is told is signed; it is told once',
    body: nothing,
  },
  'GET /api/channel-clients/:id/feedback': {
    service: 'intake',
    permit: admin,
    summary: 'What it is still owed of its tickets, those that wait longest first',
    query: feedbackQuery,
    response: listOf(feedbackView),
  },
  'POST /api/channel-clients/:id/replay': {
    ...clients,
    summary: 'Owe it again everything that happened to its tickets registered since then',
    body: replayInput,
  },
  'POST /api/channel-clients/:id/revoke': { ...clients, summary: 'Let it send no more', body: reasonInput },
} as const satisfies Record<RouteKey, RouteRow>;
