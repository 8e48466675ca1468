import { itemOf } from '#http-api/list-route';
import { pathOf, type Route } from '#http-api/routes';
import { ticketSummary } from '#http-api/ticket-shapes';

/** The tickets that a page of a list shows: its rows are tickets, or name one each, or are parts of one that is named. */
export function shownTickets(route: Route, params: object, items: readonly unknown[]): string[] {
  const field = itemOf(route) === ticketSummary ? 'id' : 'ticketId';
  const named = (items as Readonly<Record<string, unknown>>[]).map((item) => item[field]);
  const about = pathOf(route).startsWith('/api/tickets/:id/') && 'id' in params ? [params.id] : [];
  return [...about, ...named].filter((id) => typeof id === 'string');
}
