import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem';

/** In milliseconds: a question refused for having been asked too often is asked again when the server said. */
const waitOf = (reason: unknown): number | false =>
  reason instanceof ApiProblem && reason.problem.retryAfterSeconds ? reason.problem.retryAfterSeconds * 1_000 : false;

const isSignedOut = (reason: unknown): boolean => reason instanceof ApiProblem && reason.code === 'unauthenticated';

/** Whoever is found signed out is asked for the session again, which leads to the login page. */
export function makeQueryClient(): QueryClient {
  const askSession = (reason: unknown, route?: unknown): void => {
    if (isSignedOut(reason) && route !== 'GET /api/session')
      void client.resetQueries({ queryKey: ['GET /api/session'] });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: (reason, query) => askSession(reason, query.queryKey[0]) }),
    mutationCache: new MutationCache({ onError: (reason) => askSession(reason) }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, reason) => reason instanceof ApiProblem && reason.isUnanswered && failures < 2,
        // Meanwhile the screen says why, which a retry would not let it.
        refetchInterval: ({ state }) => waitOf(state.error),
      },
      // What was written, and its answer, may hold a password: neither outlives the form.
      mutations: { gcTime: 0 },
    },
  });
  return client;
}
