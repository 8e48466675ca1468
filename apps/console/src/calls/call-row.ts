import type { ListItem } from '#http-api/list-route';

/** A call as the lists carry it. */
export type CallRow = ListItem<'GET /api/calls'>;
