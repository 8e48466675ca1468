import { useQueryClient } from '@tanstack/react-query';
import type { Route } from '#http-api/routes';

const named: readonly Route[] = [
  'GET /api/departments',
  'GET /api/areas',
  'GET /api/reorganisations',
  'GET /api/dispatch-rules',
  'GET /api/reply-templates',
  'GET /api/users',
];

/** Whatever names departments and areas is asked for anew. */
export function useDirectoryChanged(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ predicate: ({ queryKey: [route] }) => named.includes(route as Route) });
}
