import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { routeRow, type Route, type RouteAnswer } from '#http-api/routes';
import { ApiProblem } from './api-problem';
import { call, type CallRequest } from './call';
import { refreshLive, refreshNamesakes } from './live-routes';
import { SubmissionKey } from './submission-key';

const tries = 3;

/**
 * Writes through one operation; an unanswered submission is sent again under the same key, which writes it once. A file
 * is sent once: the second answer would not tell what the first one did.
 */
export function useWrite<R extends Route>(route: R) {
  const client = useQueryClient();
  const key = useRef(new SubmissionKey());
  return useMutation<RouteAnswer<R>, Error, CallRequest<R>>({
    mutationFn: (request) => call(route, { ...request, idempotencyKey: key.current.of(request) }),
    retry: (failures, reason) =>
      reason instanceof ApiProblem && reason.isUnanswered && failures < tries - 1 && !routeRow(route).consumes,
    retryDelay: 600,
    onSuccess: () => {
      key.current.settled();
      refreshLive(client, 'tickets');
      refreshNamesakes(client, route);
    },
  });
}
