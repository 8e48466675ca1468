import { attachmentForm, attachmentQuery, attachmentView } from '../attachment-shapes';
import type { RouteKey, RouteRow } from '../route';
import { nothing, ticketView } from '../ticket-shapes';
import { everyRole, hotline } from './permits';

const sharing = {
  service: 'intake',
  permit: [...hotline, 'reviewer', 'callback', 'supervisor'],
  body: nothing,
  response: ticketView,
} as const;

/** Files of tickets. */
export const attachmentRoutes = {
  'POST /api/tickets/:id/attachments': {
    service: 'intake',
    permit: everyRole,
    summary: 'Add a file; its type is checked by its content',
    status: 201,
    upload: attachmentForm,
    response: attachmentView,
  },
  'GET /api/tickets/:id/attachments/:aid': {
    service: 'intake',
    permit: everyRole,
    summary: 'The file, or its small picture; answers byte ranges',
    query: attachmentQuery,
    produces: 'application/octet-stream',
  },
  'POST /api/tickets/:id/attachments/:aid/share': {
    ...sharing,
    summary: 'Let departments see what a protected citizen gave; recorded',
  },
  'POST /api/tickets/:id/attachments/:aid/withhold': { ...sharing, summary: 'Let them see it no more; recorded' },
} as const satisfies Record<RouteKey, RouteRow>;
