import type { RouteRequest } from '#http-api/routes';

type Body = NonNullable<RouteRequest<'POST /api/tickets/search'>['body']>;

/** What one may look for. */
export type SearchValues = Omit<Body, 'limit' | 'cursor' | 'count'>;
