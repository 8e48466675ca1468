import type { RouteAnswer } from '#http-api/routes';

export type TicketView = RouteAnswer<'GET /api/tickets/:id'>;
export type AssignmentView = TicketView['assignments'][number];

/** What a move is done to: a ticket, and for a department's moves its part in it. */
export interface MoveTarget {
  readonly ticket: TicketView;
  readonly part?: AssignmentView;
  /** What it is done to, where that is a request beside the ticket. */
  readonly requestId?: string;
}
