import type { ListItem } from '#http-api/list-route';

/** A user as their administrator sees them. */
export type UserRow = ListItem<'GET /api/users'>;
export type UserState = UserRow['state'];
