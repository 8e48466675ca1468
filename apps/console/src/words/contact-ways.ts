import type { RouteRequest } from '#http-api/routes';
import type { Labelled } from './options';

type Way = NonNullable<RouteRequest<'POST /api/assignments/:id/contact'>['body']>['by'];

/** How a department contacted the citizen. */
export const contactWays = {
  phone: { label: '电话' },
  visit: { label: '上门' },
  message: { label: '短信或留言' },
} as const satisfies Record<Way, Labelled[string]>;
