import type { RouteAnswer, RouteInput } from '#http-api/routes';

/** Any of the reports, and what is asked of it and of the tickets behind its cells. */
export type Report = RouteAnswer<'GET /api/reports/:name'>;
export type ComparedQuery = Omit<RouteInput<'GET /api/reports/:name'>['query'], 'format'>;
export type ReportQuery = Omit<ComparedQuery, 'compare'>;
export type TicketsQuery = RouteInput<'GET /api/reports/:name/tickets'>['query'];
