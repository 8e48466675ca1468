import type { ListItem } from '#http-api/list-route';

export type BroadcastRow = ListItem<'GET /api/broadcasts'>;
