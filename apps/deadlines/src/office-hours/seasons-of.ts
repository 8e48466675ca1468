import type { OfficeHours } from '#calendar/office-hours';
import type { RouteInput } from '#http-api/routes';

type Seasons = RouteInput<'POST /api/office-hours'>['body']['seasons'];

/** The seasons of an office as its views have them. */
export const seasonsOf = ({ seasons = [] }: Pick<OfficeHours, 'seasons'>): Seasons =>
  seasons.map(({ from, to, sessions }) => ({ from, to, sessions: sessions.map((session) => ({ ...session })) }));
