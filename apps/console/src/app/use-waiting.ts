import { useQueries } from '@tanstack/react-query';
import type { ListRoute } from '#http-api/list-route';
import type { Route } from '#http-api/routes';
import type { Role } from '#ticket/role';
import { call } from '../api/call';
import { ownApprover } from '../extensions/own-approver';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';

interface Waiting {
  /** The screen it is decided on. */
  readonly path: string;
  readonly route: ListRoute;
  readonly query: (roles: readonly Role[]) => object;
  /** Said to who may call this alone. */
  readonly needs: Route;
  readonly told: string;
}

/** What waits for these people and for nobody else: the menu points to it. */
const rows: readonly Waiting[] = [
  {
    path: 'extensions',
    route: 'GET /api/extensions',
    query: (roles) => ({ state: 'pending', approver: ownApprover(roles) }),
    needs: 'POST /api/extensions/:id/approve',
    told: '有待审批的延期申请',
  },
  {
    path: 'holds',
    route: 'GET /api/holds',
    query: () => ({ state: 'pending' }),
    needs: 'POST /api/holds/:id/approve',
    told: '有待审批的挂账申请',
  },
  {
    path: 'appeals',
    route: 'GET /api/appeals',
    query: () => ({ state: 'pending' }),
    needs: 'POST /api/appeals/:id/accept',
    told: '有待裁决的申诉',
  },
  {
    path: 'sign-offs',
    route: 'GET /api/sign-offs',
    query: () => ({ state: 'waiting' }),
    needs: 'POST /api/assignments/:id/sign-off',
    told: '有待签发的事项',
  },
  {
    path: 'dead-letters',
    route: 'GET /api/dead-letters',
    query: () => ({}),
    needs: 'GET /api/dead-letters',
    told: '有待处理的异常',
  },
];

/** By the screen's path, what is said of it; only screens on which something waits. */
export function useWaiting(): Readonly<Record<string, string>> {
  const { roles } = useUser();
  const own = rows.filter(({ needs }) => mayCall(needs, roles));
  const lists = useQueries({
    queries: own.map(({ route, query }) => {
      const request = { query: { ...query(roles), limit: 1 } };
      return {
        queryKey: [route, request],
        // A row's query is one of its own list.
        queryFn: ({ signal }: { signal: AbortSignal }) => call(route, { ...request, signal } as never),
        staleTime: 30_000,
      };
    }),
  });
  return Object.fromEntries(
    own.flatMap(({ path, told }, index) => ((lists[index]?.data?.items.length ?? 0) > 0 ? [[path, told]] : [])),
  );
}
