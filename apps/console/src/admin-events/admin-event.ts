import type { ListItem } from '#http-api/list-route';

/** A change to what administrators keep, with what it was before and after. */
export type AdminEvent = ListItem<'GET /api/admin-events'>;
