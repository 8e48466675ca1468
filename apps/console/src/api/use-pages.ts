import { useInfiniteQuery } from '@tanstack/react-query';
import { methodOf, type RouteAnswer, type RouteRequest } from '#http-api/routes';
import { call } from './call';
import type { ListItem, ListRoute } from '#http-api/list-route';

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
  readonly count?: { count: number; exact: boolean };
}

/** A list, and what of it. */
export interface Question {
  readonly route: ListRoute;
  readonly request: RouteRequest<ListRoute>;
}

/** A list that grows by `more()`. */
export interface Pages<Item> {
  /** What is asked for: the list as a file is the same question. */
  readonly question: Question;
  readonly items: readonly Item[];
  readonly count: { count: number; exact: boolean } | undefined;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  more(): void;
  again(): void;
}

/** Reads a list page by page; the cursor goes where the operation takes it. */
export function usePages<R extends ListRoute>(
  route: R,
  request: RouteRequest<R> = {},
  enabled = true,
): Pages<ListItem<R>> {
  const query = useInfiniteQuery({
    queryKey: [route, request, 'pages'],
    queryFn: ({ pageParam, signal }): Promise<RouteAnswer<R>> =>
      call(route, { ...withCursor(route, request, pageParam), signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: RouteAnswer<R>) => (page as Page).nextCursor ?? undefined,
    enabled,
  });
  const pages = (query.data?.pages ?? []) as readonly Page[];
  return {
    question: { route, request: request },
    items: pages.flatMap((page) => page.items) as ListItem<R>[],
    count: pages[0]?.count,
    isLoading: query.isPending && enabled,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}

function withCursor<R extends ListRoute>(route: R, request: RouteRequest<R>, cursor?: string): RouteRequest<R> {
  if (!cursor) return request;
  const place = methodOf(route) === 'GET' ? 'query' : 'body';
  return { ...request, [place]: { ...(request[place] as object | undefined), cursor } };
}
