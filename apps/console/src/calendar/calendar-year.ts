import type { RouteAnswer } from '#http-api/routes';

export type CalendarYear = RouteAnswer<'GET /api/calendars/:year'>;
export type CalendarDay = CalendarYear['days'][number];
