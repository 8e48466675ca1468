import type { Route, RouteAnswer } from '#http-api/routes';

/** The operations that answer page by page. */
export type ListRoute = {
  [R in Route]: RouteAnswer<R> extends { items: readonly unknown[]; nextCursor: string | null } ? R : never;
}[Route];

export type ListItem<R extends ListRoute> = RouteAnswer<R> extends { items: readonly (infer Item)[] } ? Item : never;
