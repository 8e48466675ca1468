import { useQuery } from '@tanstack/react-query';
import type { Route, RouteRequest } from '#http-api/routes';
import { call } from './call';

interface AnswerOptions {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  /** In milliseconds; asks again by itself that often. */
  readonly refetchInterval?: number | false;
  /** Also while nobody looks at the page. */
  readonly refetchIntervalInBackground?: boolean;
  /** Shows the former answer while a changed question is asked. */
  readonly keep?: boolean;
}

/** Reads one operation; the key is the question itself. */
export function useAnswer<R extends Route>(route: R, request: RouteRequest<R> = {}, options: AnswerOptions = {}) {
  const { keep, ...rest } = options;
  return useQuery({
    queryKey: [route, request],
    queryFn: ({ signal }) => call(route, { ...request, signal }),
    ...(keep && { placeholderData: <Former>(former: Former) => former }),
    ...rest,
  });
}
