import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { pathOf, type Route } from '#http-api/routes';

const messageRoutes = ['GET /api/messages', 'GET /api/tickets/:id/messages'] as const satisfies readonly Route[];

/** Answers that change when a ticket does, or its messages. Directories and reports are asked for anew, not pushed. */
const liveRoutes = {
  tickets: [
    'GET /api/tickets',
    'POST /api/tickets/search',
    'GET /api/tickets/:id',
    'GET /api/tickets/:id/history',
    'GET /api/tickets/:id/suggestion',
    'GET /api/tickets/:id/third-party-copies',
    'GET /api/assignments',
    'GET /api/returns',
    'GET /api/transit',
    'GET /api/transit/tickets',
    'GET /api/sign-offs',
    'GET /api/extensions',
    'GET /api/assignments/:id/extension-terms',
    'GET /api/holds',
    'GET /api/appeals',
    'GET /api/clocks/:id/receipt',
    'GET /api/reviews',
    'GET /api/review-samples',
    'GET /api/tickets/:id/rounds',
    'GET /api/callbacks',
    'GET /api/supervisions',
    'GET /api/supervisions/:id',
    'GET /api/leader-instructions',
    'GET /api/dead-letters',
    ...messageRoutes,
  ],
  messages: messageRoutes,
} as const satisfies Record<string, readonly Route[]>;
export type Live = keyof typeof liveRoutes;
export const liveNames = Object.keys(liveRoutes) as Live[];

const routeOf = (key: QueryKey): Route => key[0] as Route;

/** The ticket a question is about; a list is about none, and an order's id is not that of its ticket. */
const ticketOf = (key: QueryKey): string | undefined =>
  pathOf(routeOf(key)).startsWith('/api/tickets/:id')
    ? (key[1] as { params?: { id?: string } } | undefined)?.params?.id
    : undefined;

/** Marks what may have changed: every list, and the tickets named (all of them when none is). */
export function refreshLive(client: QueryClient, live: Live, ids?: ReadonlySet<string>): void {
  const touched: readonly Route[] = liveRoutes[live];
  const isTouched = (key: QueryKey): boolean => {
    const id = ticketOf(key);
    return touched.includes(routeOf(key)) && (!ids || id === undefined || ids.has(id));
  };
  void client.invalidateQueries({ predicate: (query) => isTouched(query.queryKey) });
}

/** What of the news, the whole hotline's or one's own, is read by which questions. */
const newsRoutes = {
  issues: ['GET /api/issues', 'GET /api/issues/:id', 'GET /api/issues/:id/tickets', 'GET /api/issue-alerts'],
  notices: ['GET /api/notices'],
  broadcasts: ['GET /api/broadcasts', 'POST /api/broadcasts/suggest', 'GET /api/broadcasts/:id/versions'],
} as const satisfies Record<string, readonly Route[]>;
export type News = keyof typeof newsRoutes;
export const newsNames = Object.keys(newsRoutes) as News[];

/** Something that the whole hotline is to know of was told. */
export function refreshNews(client: QueryClient, news: News): void {
  const touched: readonly Route[] = newsRoutes[news];
  void client.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(routeOf(queryKey)) });
}

/** A call rang, or was put through. */
export const refreshCalls = (client: QueryClient): void =>
  void client.invalidateQueries({ queryKey: ['GET /api/calls' satisfies Route] });

/** `/api/users/:id/disable` → `users` */
const nameOf = (route: Route): string | undefined => pathOf(route).split('/')[2];

/** What shows another kind with it: incidents list the reports on them, and another rule finds other signs. */
const shownWith: Readonly<Record<string, string>> = {
  'incident-reports': 'incidents',
  'gaming-rules': 'gaming-signs',
};

/** Marks what is read of the kind that was written: the users after a change to one, the session after a new password. */
export function refreshNamesakes(client: QueryClient, written: Route): void {
  const name = nameOf(written) ?? '';
  const touched = [name, shownWith[name]];
  const isNamesake = (key: QueryKey): boolean => touched.includes(nameOf(routeOf(key)));
  void client.invalidateQueries({ predicate: (query) => isNamesake(query.queryKey) });
}
