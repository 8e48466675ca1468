import type { ListItem } from '#http-api/list-route';

/** A ticket as lists carry it. */
export type TicketRow = ListItem<'POST /api/tickets/search'>;
