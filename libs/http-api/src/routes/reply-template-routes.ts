import { listOf } from '../fields';
import { offeredTemplates, replyTemplateInput, replyTemplateQuery, replyTemplateView } from '../reply-template-shapes';
import type { RouteKey, RouteRow } from '../route';
import { nothing } from '../ticket-shapes';
import { departmentDesk, templateKeepers } from './permits';

const kept = { service: 'routing', permit: templateKeepers, response: replyTemplateView } as const;

/** 答复模板: what departments answer again and again, by category. */
export const replyTemplateRoutes = {
  'GET /api/reply-templates': {
    service: 'routing',
    permit: templateKeepers,
    summary: 'Reply templates of the whole house and the own departments, the newest first',
    query: replyTemplateQuery,
    response: listOf(replyTemplateView),
  },
  'POST /api/reply-templates': { ...kept, summary: 'Add one', status: 201, body: replyTemplateInput },
  'PUT /api/reply-templates/:id': { ...kept, ifMatch: true, summary: 'Reword one', body: replyTemplateInput },
  'POST /api/reply-templates/:id/end': { ...kept, ifMatch: true, summary: 'Offer it no longer', body: nothing },
  'GET /api/assignments/:id/reply-templates': {
    service: 'routing',
    permit: departmentDesk,
    summary: 'The twenty that fit a part best, filled by its ticket',
    response: offeredTemplates,
  },
} as const satisfies Record<RouteKey, RouteRow>;
