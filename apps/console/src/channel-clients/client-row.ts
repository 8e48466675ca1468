import type { ListItem } from '#http-api/list-route';

/** Another system as the list carries it. */
export type ClientRow = ListItem<'GET /api/channel-clients'>;
