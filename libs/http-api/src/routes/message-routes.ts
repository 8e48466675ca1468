import { listOf } from '../fields';
import {
  messageQuery,
  messageReplayInput,
  messageReportInput,
  messageReportView,
  messageSettingsInput,
  messageSettingsView,
  messageSettingsWithSecret,
  messageTemplateInput,
  messageTemplateQuery,
  messageTemplateView,
  messageView,
  ticketMessageQuery,
} from '../message-shapes';
import type { RouteKey, RouteRow } from '../route';
import { nothing } from '../ticket-shapes';
import { admin, everyRole, messageDesk, wholeHotline } from './permits';

/** 短信告知: what citizens are told by message, by which wording and through what. */
export const messageRoutes = {
  'GET /api/messages': {
    service: 'intake',
    permit: wholeHotline,
    summary: 'Messages to citizens, the latest first',
    query: messageQuery,
    response: listOf(messageView),
  },
  'GET /api/tickets/:id/messages': {
    service: 'intake',
    permit: everyRole,
    summary: 'What its citizen was told by message, oldest first',
    query: ticketMessageQuery,
    response: listOf(messageView),
  },
  'POST /api/messages/:id/resend': {
    service: 'intake',
    permit: messageDesk,
    summary: 'Send one anew, as it would be worded now',
    body: nothing,
    response: messageView,
  },
  'POST /api/messages/resend': {
    service: 'intake',
    permit: messageDesk,
    summary: 'Send everything anew that became due since then and was given up',
    status: 204,
    body: messageReplayInput,
  },
  'POST /api/message-reports': {
    service: 'intake',
    permit: 'anyone',
    summary: 'A gateway tells what became of messages, signed as those it is given',
    limit: 'message-report',
    anewEachTime: true,
    body: messageReportInput,
    response: messageReportView,
  },
  'GET /api/message-templates': {
    service: 'intake',
    permit: wholeHotline,
    summary: 'How each kind of message is worded',
    query: messageTemplateQuery,
    response: listOf(messageTemplateView),
  },
  'PUT /api/message-templates/:kind': {
    service: 'intake',
    permit: admin,
    summary: 'Word it in another way, or send this kind no more',
    body: messageTemplateInput,
    response: messageTemplateView,
    ifMatch: true,
  },
  'GET /api/message-settings': {
    service: 'intake',
    permit: wholeHotline,
    summary: 'Quiet hours, and through what messages leave the house',
    response: messageSettingsView,
  },
  'PUT /api/message-settings': {
    service: 'intake',
    permit: admin,
    summary: 'Change them',
    body: messageSettingsInput,
    response: messageSettingsView,
    ifMatch: true,
  },
  'POST /api/message-settings/new-secret': {
    service: 'intake',
    permit: admin,
    summary: 'A new secret by which the gateway and we sign; it is told once',
    body: nothing,
    response: messageSettingsWithSecret,
  },
} as const satisfies Record<RouteKey, RouteRow>;
