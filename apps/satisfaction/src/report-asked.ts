import type { RouteAnswer, RouteInput } from '#http-api/routes';

/** Any of the reports, and what is asked of it and of the tickets behind its cells. */
export type Report = RouteAnswer<'GET /api/reports/:name'>;
export type ReportQuery = RouteInput<'GET /api/reports/:name'>['query'];
export type TicketsQuery = RouteInput<'GET /api/reports/:name/tickets'>['query'];
