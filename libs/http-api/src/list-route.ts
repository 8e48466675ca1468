import { z } from 'zod';
import { routeRow, type Route, type RouteAnswer } from './routes';

/** The operations that answer page by page, and so may be taken out whole. */
export type ListRoute = {
  [R in Route]: RouteAnswer<R> extends { items: readonly unknown[]; nextCursor: string | null } ? R : never;
}[Route];

export type ListItem<R extends ListRoute> = RouteAnswer<R> extends { items: readonly (infer Item)[] } ? Item : never;

/** What one row of a list is; null for a route that answers no list. Its response says so, and nothing else. */
export function itemOf(route: ListRoute): z.ZodObject;
export function itemOf(route: Route): z.ZodObject | null;
export function itemOf(route: Route): z.ZodObject | null {
  const { response } = routeRow(route);
  if (!(response instanceof z.ZodObject)) return null;
  const { items, nextCursor } = response.shape as Record<string, z.ZodType | undefined>;
  if (!nextCursor || !(items instanceof z.ZodArray)) return null;
  return items.element instanceof z.ZodObject ? items.element : null;
}

export const isList = (route: Route): route is ListRoute => itemOf(route) !== null;
